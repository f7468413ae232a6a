import { z } from 'zod';

import { openObject, tolerant, tolerantList } from './tolerant';

/** A person's access to a set of doors for a time, out of which Seam makes the codes, cards or keys. */
export const accessGrantSchema = openObject({
	access_grant_id: z.string(),
	access_grant_key: tolerant(z.string()),
	user_identity_id: tolerant(z.string()),
	name: tolerant(z.string()),
	starts_at: tolerant(z.string()),
	ends_at: tolerant(z.string()),
	access_method_ids: tolerantList(z.string()),
});

export type AccessGrant = z.infer<typeof accessGrantSchema>;
