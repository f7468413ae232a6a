import { getAccessCode } from '../../shared/api/accessCodes';
import { simplifyField } from '../../shared/ui/simplifyField';
import { accessCodeIdField } from '../fields';
import type { Operation } from '../operation';
import { ACCESS_CODE_FIELDS, simplified } from '../simplify';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one code',
	action: 'Get access code',
	effect: 'read',
	fields: [accessCodeIdField, simplifyField],
	execute: async (run, item) => {
		const code = await getAccessCode(run, item.text('accessCodeId'));
		return simplified(item, code, ACCESS_CODE_FIELDS);
	},
};
