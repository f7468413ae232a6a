import { deleteAccessGrant } from '../../shared/api/accessGrants';
import { deletedOrGone } from '../deletedOrGone';
import type { Operation } from '../operation';
import { grantIdField } from './fields';

export const deleteGrant: Operation = {
	name: 'Delete',
	description: 'End access and everything that was issued for it',
	action: 'Delete access grant',
	effect: 'delete',
	fields: [grantIdField],
	execute: async (run, item) => {
		const id = item.text('accessGrantId');
		return await deletedOrGone(deleteAccessGrant(run, id));
	},
};
