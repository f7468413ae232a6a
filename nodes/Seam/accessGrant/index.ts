import type { Resource } from '../operation';
import { create } from './create';
import { deleteGrant } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getRelated } from './getRelated';
import { requestAccessMethods } from './requestAccessMethods';
import { update } from './update';

export const accessGrant: Resource = {
	name: 'Access Grant',
	operations: {
		create,
		delete: deleteGrant,
		get,
		getMany,
		getRelated,
		requestAccessMethods,
		update,
	},
	default: 'get',
};
