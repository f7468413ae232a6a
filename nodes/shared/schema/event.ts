import { z } from 'zod';

import { tolerant } from './tolerant';

/** Something that happened, as Seam lists and delivers it; what it happened to is named where there is one. */
export const eventSchema = z
	.object({
		event_id: z.string(),
		event_type: z.string(),
		workspace_id: tolerant(z.string()),
		created_at: tolerant(z.string()),
		occurred_at: tolerant(z.string()),
		device_id: tolerant(z.string()),
		access_code_id: tolerant(z.string()),
		connected_account_id: tolerant(z.string()),
	})
	.passthrough();

export type SeamEvent = z.infer<typeof eventSchema>;
