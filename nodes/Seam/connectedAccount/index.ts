import type { Resource } from '../operation';
import { get } from './get';
import { getMany } from './getMany';
import { sync } from './sync';

export const connectedAccount: Resource = {
	name: 'Connected Account',
	operations: { get, getMany, sync },
	default: 'get',
};
