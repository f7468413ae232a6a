import { z } from 'zod';

import { openObject, tolerant } from './tolerant';

/** Something that happened, as Seam lists and delivers it; what it happened to is named if known. */
export const eventSchema = openObject({
	event_id: z.string(),
	event_type: z.string(),
	workspace_id: tolerant(z.string()),
	created_at: tolerant(z.string()),
	occurred_at: tolerant(z.string()),
	device_id: tolerant(z.string()),
	access_code_id: tolerant(z.string()),
	connected_account_id: tolerant(z.string()),
});

export type SeamEvent = z.infer<typeof eventSchema>;
