import { getAccessGrant, type AccessGrantReference } from '../../shared/api/accessGrants';
import type { Run } from '../operation';

/** The ID of a grant; one given by its key is looked up. */
export async function grantIdOf(run: Run, grant: AccessGrantReference): Promise<string> {
	return 'access_grant_id' in grant
		? grant.access_grant_id
		: (await getAccessGrant(run, grant)).access_grant_id;
}
