import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { getConnectWebview } from '../../shared/api/connections';
import { outcomes, type Operation } from '../operation';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['connectWebview'], operation: ['get'] } },
	[
		{
			displayName: 'Connect Webview ID',
			name: 'connectWebviewId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. {{ $json.connect_webview_id }}',
		},
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const id = item.text('connectWebviewId');
	return outcomes(await getConnectWebview(run.context, id, itemIndex));
};
