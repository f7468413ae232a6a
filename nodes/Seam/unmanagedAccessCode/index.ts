import type { Resource } from '../operation';
import { convert } from './convert';
import { deleteCode } from './delete';
import { getMany } from './getMany';

export const unmanagedAccessCode: Resource = {
	name: 'Unmanaged Access Code',
	operations: { convert, delete: deleteCode, getMany },
	default: 'getMany',
};
