import { deleteSpace } from '../../shared/api/spaces';
import { deletedOrGone } from '../deletedOrGone';
import type { Operation } from '../operation';
import { readSpace, spaceFields } from './fields';
import { spaceIdOf } from './spaceId';

export const deleteOne: Operation = {
	name: 'Delete',
	description: 'Dissolve the group; its devices stay as they are',
	action: 'Delete space',
	effect: 'delete',
	fields: spaceFields,
	execute: async (run, item) => {
		const space = readSpace(item);
		const remove = async () => await deleteSpace(run, await spaceIdOf(run, space));
		return await deletedOrGone(remove());
	},
};
