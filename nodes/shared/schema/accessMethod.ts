import { z } from 'zod';

import { openObject, tolerant, tolerantList } from './tolerant';

/** One way in that Seam made for an access grant: a PIN, a card or a key. */
export const accessMethodSchema = openObject({
	access_method_id: z.string(),
	mode: tolerant(z.string()),
	is_issued: tolerant(z.boolean()),
	issued_at: tolerant(z.string()),
	code: tolerant(z.string()),
	instant_key_url: tolerant(z.string()),
	errors: tolerantList(z.object({}).passthrough()),
	warnings: tolerantList(z.object({}).passthrough()),
});

export type AccessMethod = z.infer<typeof accessMethodSchema>;
