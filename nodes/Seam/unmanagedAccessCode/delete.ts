import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import {
	deleteUnmanagedAccessCode,
	getUnmanagedAccessCode,
} from '../../shared/api/unmanagedAccessCodes';
import { deletedOrGone } from '../deletedOrGone';
import { accessCodeIdField } from '../fields';
import type { Operation } from '../operation';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['unmanagedAccessCode'], operation: ['delete'] } },
	[{ ...accessCodeIdField, description: 'The ID of a code that was made outside Seam' }],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const id = item.text('accessCodeId');
	// Seam limits deletes per device, so the device must be known.
	const remove = async () => {
		const code = await getUnmanagedAccessCode(run.context, id, itemIndex);
		await deleteUnmanagedAccessCode(run.context, code, itemIndex);
	};
	return await deletedOrGone(remove());
};
