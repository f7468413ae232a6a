import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { pullBackupAccessCode } from '../../shared/api/accessCodes';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { readText } from '../parameters';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessCode'], operation: ['pullBackup'] } },
	[accessCodeIdField],
);

export const execute: Operation = async (run, itemIndex) => {
	const id = readText(run, 'accessCodeId', 'Access Code ID', itemIndex);
	return outcomes(await pullBackupAccessCode(run.context, id, itemIndex));
};
