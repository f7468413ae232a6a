import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { listUnmanagedAccessCodes } from '../../shared/api/unmanagedAccessCodes';
import { deviceField } from '../../shared/ui/deviceField';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { readDeviceId, readLimit } from '../parameters';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['unmanagedAccessCode'], operation: ['getMany'] } },
	[deviceField, returnAllField, limitField],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const limit = readLimit(item);
	const deviceId = await readDeviceId(run, itemIndex, item);
	return outcomes(await listUnmanagedAccessCodes(run.context, deviceId, itemIndex, limit));
};
