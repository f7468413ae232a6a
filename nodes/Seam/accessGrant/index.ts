import type { Resource } from '../operation';
import { create } from './create';
import { deleteGrant } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const accessGrant: Resource = {
	name: 'Access Grant',
	operations: { create, delete: deleteGrant, get, getMany, update },
	default: 'get',
};
