import { z } from 'zod';

import { tolerant, tolerantList } from './tolerant';

/** A subscription to events; Seam promises the secret when it is created and not later. */
export const webhookSchema = z
	.object({
		webhook_id: z.string(),
		url: z.string(),
		event_types: tolerantList(z.string()),
		secret: tolerant(z.string()),
	})
	.passthrough();

export type SeamWebhook = z.infer<typeof webhookSchema>;
