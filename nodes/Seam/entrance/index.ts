import type { Resource } from '../operation';
import { getMany } from './getMany';

export const entrance: Resource = {
	name: 'Entrance',
	operations: { getMany },
	default: 'getMany',
};
