import type { Resource } from '../operation';
import { get } from './get';
import { getMany } from './getMany';

export const event: Resource = {
	name: 'Event',
	operations: { get, getMany },
	default: 'getMany',
};
