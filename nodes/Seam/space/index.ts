import type { Resource } from '../operation';
import { addDevices } from './addDevices';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { removeDevices } from './removeDevices';
import { update } from './update';

export const space: Resource = {
	name: 'Space',
	operations: { addDevices, create, delete: deleteOne, get, getMany, removeDevices, update },
	default: 'get',
};
