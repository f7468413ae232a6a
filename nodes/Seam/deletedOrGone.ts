import { isNotFound } from '../shared/api/seamError';
import type { Outcome } from '../shared/api/eachItem';
import { outcomes } from './operation';

/** What n8n's users expect of a delete; something that is gone already counts, so that a delete may come twice. */
export async function deletedOrGone(request: Promise<unknown>): Promise<Outcome[]> {
	return await request.then(
		() => outcomes({ deleted: true }),
		(error: unknown) => (isNotFound(error) ? outcomes({ deleted: true }) : [{ failure: error }]),
	);
}
