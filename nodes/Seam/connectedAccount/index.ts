import type { Resource } from '../operation';
import { deleteOne } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { sync } from './sync';
import { update } from './update';

export const connectedAccount: Resource = {
	name: 'Connected Account',
	operations: { delete: deleteOne, get, getMany, sync, update },
	default: 'get',
};
