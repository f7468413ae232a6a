import { getConnectWebview } from '../../shared/api/connections';
import { requiredTextField } from '../../shared/ui/fieldKinds';
import { outcomes, type Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	description: 'Check whether the account has been connected',
	action: 'Get connect webview',
	effect: 'read',
	fields: [
		requiredTextField(
			'Connect Webview ID',
			'connectWebviewId',
			'e.g. {{ $json.connect_webview_id }}',
		),
	],
	execute: async (run, item) => {
		const id = item.text('connectWebviewId');
		return outcomes(await getConnectWebview(run, id));
	},
};
