import { pullBackupAccessCode } from '../../shared/api/accessCodes';
import { simplifyField } from '../../shared/ui/simplifyField';
import { accessCodeIdField } from '../fields';
import type { Operation } from '../operation';
import { ACCESS_CODE_FIELDS, simplified } from '../simplify';

export const pullBackup: Operation = {
	name: 'Pull Backup',
	description: 'Take a backup code in place of one that could not be set',
	action: 'Pull backup access code',
	effect: 'change',
	fields: [accessCodeIdField, simplifyField],
	execute: async (run, item) => {
		const id = item.text('accessCodeId');
		const code = await pullBackupAccessCode(run, id);
		return simplified(item, code, ACCESS_CODE_FIELDS);
	},
};
