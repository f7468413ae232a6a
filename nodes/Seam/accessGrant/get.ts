import { getAccessGrant } from '../../shared/api/accessGrants';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { ACCESS_GRANT_FIELDS, simplified } from '../simplify';
import { grantFields, readGrant } from './fields';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one grant by its ID or your key',
	action: 'Get access grant',
	effect: 'read',
	fields: [...grantFields, simplifyField],
	execute: async (run, item) => {
		const grant = await getAccessGrant(run, readGrant(item));
		return simplified(item, grant, ACCESS_GRANT_FIELDS);
	},
};
