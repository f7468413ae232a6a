import {
	deleteUnmanagedAccessCode,
	getUnmanagedAccessCode,
} from '../../shared/api/unmanagedAccessCodes';
import { deletedOrGone } from '../deletedOrGone';
import { unmanagedCodeIdField } from '../fields';
import type { Operation } from '../operation';

export const deleteCode: Operation = {
	name: 'Delete',
	description: 'Take a code that was made outside Seam off its lock',
	action: 'Delete unmanaged access code',
	effect: 'delete',
	fields: [unmanagedCodeIdField],
	execute: async (run, item) => {
		const id = item.text('accessCodeId');
		// Seam limits deletes per device, so the device must be known.
		const remove = async () => {
			const code = await getUnmanagedAccessCode(run, id);
			await deleteUnmanagedAccessCode(run, code);
		};
		return await deletedOrGone(remove());
	},
};
