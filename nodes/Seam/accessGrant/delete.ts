import { deleteAccessGrant } from '../../shared/api/accessGrants';
import { deletedOrGone } from '../deletedOrGone';
import type { Operation } from '../operation';
import { grantFields, readGrant } from './fields';
import { grantIdOf } from './grantId';

export const deleteGrant: Operation = {
	name: 'Delete',
	description: 'End access and everything that was issued for it',
	action: 'Delete access grant',
	effect: 'delete',
	fields: grantFields.map((field) =>
		field.name === 'findBy'
			? field
			: { ...field, hint: "Deletes the grant's PINs, cards and mobile keys too" },
	),
	execute: async (run, item) => {
		const grant = readGrant(item);
		const remove = async () => await deleteAccessGrant(run, await grantIdOf(run, grant));
		return await deletedOrGone(remove());
	},
};
