import { deleteConnectedAccount } from '../../shared/api/connections';
import { deletedOrGone } from '../deletedOrGone';
import type { Operation } from '../operation';
import { accountField, readAccountId } from './account';

export const deleteOne: Operation = {
	name: 'Delete',
	description:
		'Remove the account with its devices and their codes from Seam; PINs that are on locks go on working',
	action: 'Delete connected account',
	effect: 'delete',
	fields: [
		{
			...accountField,
			hint: 'Deletes its devices and their codes from Seam too; PINs that are on locks keep working',
		},
	],
	execute: async (run, item) => {
		const id = readAccountId(item);
		return await deletedOrGone(deleteConnectedAccount(run, id));
	},
};
