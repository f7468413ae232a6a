import type { Resource } from '../operation';
import { get } from './get';
import { getMany } from './getMany';

export const workspace: Resource = {
	name: 'Workspace',
	operations: { get, getMany },
	default: 'get',
};
