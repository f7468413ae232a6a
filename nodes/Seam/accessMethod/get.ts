import { getAccessMethod } from '../../shared/api/accessMethods';
import { accessMethodField } from '../../shared/ui/recordFields';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { ACCESS_METHOD_FIELDS, simplified } from '../simplify';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one PIN, card or key of a grant, and whether it is issued',
	action: 'Get access method',
	effect: 'read',
	fields: [{ ...accessMethodField, required: true }, simplifyField],
	execute: async (run, item) => {
		const method = await getAccessMethod(run, item.text('accessMethodId'));
		return simplified(item, method, ACCESS_METHOD_FIELDS);
	},
};
