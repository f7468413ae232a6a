import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { generatePin } from '../../shared/api/accessCodes';
import { deviceField } from '../../shared/ui/deviceField';
import { outcomes, type Operation } from '../operation';
import { readDeviceId } from '../parameters';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessCode'], operation: ['generatePin'] } },
	[deviceField],
);

export const execute: Operation = async (run, itemIndex, item) =>
	outcomes(await generatePin(run.context, await readDeviceId(run, itemIndex, item), itemIndex));
