import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import type { Stage } from './innerWorkflows';
import { properties } from './properties';
import { resumeWebhooks, wakeEarly } from './wakeEarly';

/** How long the node polls by itself before it parks: most locks take a code within seconds. */
const POLL_FOR = 60_000;

/** Holds the execution, without a worker, until the codes of its items can be relied on, or says why not. */
export class SeamWaitForCodeSet implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam Wait for Code Set',
		name: 'seamWaitForCodeSet',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['organization'],
		version: 1,
		subtitle: '={{ $parameter["readyWhen"] === "set" ? "Until set" : "Until set or scheduled" }}',
		description:
			'Wait until an access code is known to work, then hand out its PIN; or say why not',
		defaults: { name: 'Seam Wait for Code Set' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		waitingNodeTooltip: 'Waiting until the code can be relied on; it is checked automatically',
		credentials: [{ name: 'seamApi', required: true }],
		webhooks: resumeWebhooks,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What only a run needs is loaded by the first one: n8n loads every node at its start.
		const { park, stages } = await import('./parking');
		const { isToolCall, readWait, rejectedWait } = await import('./readWait');
		const { pollUntilSettled } = await import('./pollUntilSettled');
		const { isOver, mustStop } = await import('../shared/accessCode/waiting/waitRecord');
		const { handOver } = await import('./handOver');
		const { answerOf } = await import('./answer');
		const { toNodeError } = await import('../shared/api/nodeError');

		const stage = this.getNodeParameter('parkedWait', 0, false) as Stage | false;
		if (stage !== false) return await stages[stage](this);

		const began = Date.now();
		const waits = this.getInputData().map((_item, itemIndex) => {
			try {
				return readWait(this, itemIndex, began);
			} catch (error) {
				const failure = toNodeError(this.getNode(), error, itemIndex);
				if (!this.continueOnFail()) throw failure;
				return rejectedWait(this, failure, itemIndex, began);
			}
		});
		// An AI agent is answered with what one poll tells: it asks again when it wants to know more.
		const mayPark = !isToolCall(this);
		const polled = await pollUntilSettled(this, waits, { pollFor: mayPark ? POLL_FOR : 0 });
		const records = polled.map(({ record }) => record);

		const stopping = records.findIndex(mustStop);
		if (stopping >= 0) answerOf(this.getNode(), polled[stopping], stopping);
		if (mayPark && !records.every(isOver)) return await park(this, records);
		const answers = await handOver(this, polled);
		return [answers.map((one, itemIndex) => answerOf(this.getNode(), one, itemIndex))];
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await wakeEarly(this);
	}
}
