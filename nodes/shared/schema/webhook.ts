import { z } from 'zod';

import { openObject, tolerant, tolerantList } from './tolerant';

/** A subscription to events; Seam promises the secret when it is created and not later. */
export const webhookSchema = openObject({
	webhook_id: z.string(),
	url: z.string(),
	event_types: tolerantList(z.string()),
	secret: tolerant(z.string()),
});

export type SeamWebhook = z.infer<typeof webhookSchema>;
