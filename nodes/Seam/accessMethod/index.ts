import type { Resource } from '../operation';
import { deleteMethod } from './delete';
import { get } from './get';
import { getMany } from './getMany';

export const accessMethod: Resource = {
	name: 'Access Method',
	operations: { delete: deleteMethod, get, getMany },
	default: 'getMany',
};
