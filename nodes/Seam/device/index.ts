import type { Resource } from '../operation';
import { getMany } from './getMany';
import { update } from './update';

export const device: Resource = {
	name: 'Device',
	operations: { getMany, update },
	default: 'getMany',
};
