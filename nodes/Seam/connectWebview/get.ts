import { getConnectWebview } from '../../shared/api/connections';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { CONNECT_WEBVIEW_FIELDS, simplified } from '../simplify';
import { connectWebviewIdField } from './fields';

export const get: Operation = {
	name: 'Get',
	description: 'Check whether the account has been connected',
	action: 'Get connect webview',
	effect: 'read',
	fields: [connectWebviewIdField, simplifyField],
	execute: async (run, item) => {
		const id = item.text('connectWebviewId');
		const webview = await getConnectWebview(run, id);
		return simplified(item, webview, CONNECT_WEBVIEW_FIELDS);
	},
};
