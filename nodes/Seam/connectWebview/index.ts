import type { Resource } from '../operation';
import { create } from './create';
import { get } from './get';

export const connectWebview: Resource = {
	name: 'Connect Webview',
	operations: { create, get },
	default: 'create',
};
