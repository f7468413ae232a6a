import { getAccessGrant } from '../../shared/api/accessGrants';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { ACCESS_GRANT_FIELDS, simplified } from '../simplify';
import { grantFields, readGrant } from './fields';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one grant by its ID or your key',
	action: 'Get access grant',
	fields: [...grantFields, simplifyField],
	execute: async (run, itemIndex, item) => {
		const grant = await getAccessGrant(run.context, readGrant(item), itemIndex);
		return simplified(item, grant, ACCESS_GRANT_FIELDS);
	},
};
