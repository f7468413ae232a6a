import type { Resource } from '../operation';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getMany } from './getMany';

export const connectWebview: Resource = {
	name: 'Connect Webview',
	operations: { create, delete: deleteOne, get, getMany },
	default: 'create',
};
