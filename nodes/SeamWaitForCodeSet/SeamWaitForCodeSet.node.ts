import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { properties } from './properties';
import { WAITING_TOOLTIP } from './waitingTooltip';
import { resumeWebhooks, wakeEarly } from './wakeEarly';

/** Holds the execution, without a worker, until the codes of its items can be relied on, or says why not. */
export class SeamWaitForCodeSet implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam Wait for Code Set',
		name: 'seamWaitForCodeSet',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['organization'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["readyWhen"] === "set" ? "Until It Opens the Door" : "Until Stored on the Lock" }}',
		description:
			'Wait until an access code is known to work, then hand out its PIN, or say why not',
		defaults: { name: 'Seam Wait for Code Set' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		waitingNodeTooltip: WAITING_TOOLTIP,
		hints: [
			{
				message:
					'All guests of one run are answered together, when the last code is ready. Send one booking per run to answer each at once.',
				displayCondition:
					'={{ new Set($input.all().map(({ json }) => json.booking_key ?? json.access_code_id)).size > 1 }}',
				type: 'info',
				location: 'inputPane',
				whenToDisplay: 'always',
			},
		],
		credentials: [{ name: 'seamApi', required: true }],
		webhooks: resumeWebhooks,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What only a run needs is loaded by the first one: n8n loads every node at its start.
		const { execute } = await import('./execute');
		return await execute(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await wakeEarly(this);
	}
}
