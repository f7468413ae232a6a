import { pullBackupAccessCode } from '../../shared/api/accessCodes';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';

export const pullBackup: Operation = {
	name: 'Pull Backup',
	description: 'Take a spare code in place of one that could not be set',
	action: 'Pull backup access code',
	effect: 'change',
	fields: [accessCodeIdField],
	execute: async (run, item) => {
		const id = item.text('accessCodeId');
		return outcomes(await pullBackupAccessCode(run, id));
	},
};
