import { z } from 'zod';

import { openObject, tolerant } from './tolerant';

/** An action that Seam has begun on a device: it ends as `success` or `error`. */
export const actionAttemptSchema = openObject({
	action_attempt_id: z.string(),
	action_type: tolerant(z.string()),
	status: z.string(),
	result: tolerant(z.record(z.unknown())),
	error: tolerant(openObject({ type: tolerant(z.string()), message: tolerant(z.string()) })),
});

export type ActionAttempt = z.infer<typeof actionAttemptSchema>;
