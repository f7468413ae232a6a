import { getConnectWebview } from '../../shared/api/connections';
import { outcomes, type Operation } from '../operation';
import { connectWebviewIdField } from './fields';

export const get: Operation = {
	name: 'Get',
	description: 'Check whether the account has been connected',
	action: 'Get connect webview',
	effect: 'read',
	fields: [connectWebviewIdField],
	execute: async (run, item) => {
		const id = item.text('connectWebviewId');
		return outcomes(await getConnectWebview(run, id));
	},
};
