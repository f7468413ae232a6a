import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { pullBackupAccessCode } from '../../shared/api/accessCodes';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessCode'], operation: ['pullBackup'] } },
	[accessCodeIdField],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const id = item.text('accessCodeId');
	return outcomes(await pullBackupAccessCode(run.context, id, itemIndex));
};
