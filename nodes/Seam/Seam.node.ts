import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { createDeviceReader } from '../shared/api/deviceReader';
import { failedItem, toNodeError } from '../shared/api/nodeError';
import { ItemParameters } from '../shared/parameters/itemParameters';
import { searchConnectedAccounts } from '../shared/ui/searchConnectedAccounts';
import { searchDevices } from '../shared/ui/searchDevices';
import * as accessCode from './accessCode/index';
import * as accessGrant from './accessGrant/index';
import * as actionAttempt from './actionAttempt/index';
import * as connectedAccount from './connectedAccount/index';
import * as connectWebview from './connectWebview/index';
import * as device from './device/index';
import * as event from './event/index';
import * as lock from './lock/index';
import type { Operations, Outcome, Run } from './operation';
import * as unmanagedAccessCode from './unmanagedAccessCode/index';
import * as workspace from './workspace/index';

const resources: Readonly<
	Record<string, { operations: Operations; properties: INodeProperties[] }>
> = {
	accessCode,
	accessGrant,
	actionAttempt,
	connectedAccount,
	connectWebview,
	device,
	event,
	lock,
	unmanagedAccessCode,
	workspace,
};
const fieldsOfResources = Object.values(resources).flatMap(({ properties }) => properties);

/** The rest of Seam's API that booking automation needs, beside the nodes that read, create and wait. */
export class Seam implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam',
		name: 'seam',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Works with access codes, access grants, devices, locks and events in Seam',
		defaults: { name: 'Seam' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'seamApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Access Code', value: 'accessCode' },
					{ name: 'Access Grant', value: 'accessGrant' },
					{ name: 'Action Attempt', value: 'actionAttempt' },
					{ name: 'Connect Webview', value: 'connectWebview' },
					{ name: 'Connected Account', value: 'connectedAccount' },
					{ name: 'Device', value: 'device' },
					{ name: 'Event', value: 'event' },
					{ name: 'Lock', value: 'lock' },
					{ name: 'Unmanaged Access Code', value: 'unmanagedAccessCode' },
					{ name: 'Workspace', value: 'workspace' },
				],
				default: 'accessCode',
			},
			...fieldsOfResources,
		],
	};

	methods = { listSearch: { searchConnectedAccounts, searchDevices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const run: Run = { context: this, devices: createDeviceReader(this), now: Date.now() };
		const output: INodeExecutionData[] = [];

		for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
			for (const outcome of await outcomesOf(run, itemIndex)) {
				if ('json' in outcome) {
					output.push({ json: outcome.json as IDataObject, pairedItem: { item: itemIndex } });
					continue;
				}
				const nodeError = toNodeError(this.getNode(), outcome.failure, itemIndex);
				if (!this.continueOnFail()) throw nodeError;
				output.push(failedItem(nodeError, items[itemIndex], itemIndex));
			}
		}
		return [output];
	}
}

async function outcomesOf(run: Run, itemIndex: number): Promise<Outcome[]> {
	const resource = run.context.getNodeParameter('resource', itemIndex) as string;
	const operation = run.context.getNodeParameter('operation', itemIndex) as string;
	const fields = fieldsOf(resource, operation);
	const item = new ItemParameters(run.context, itemIndex, fields);
	try {
		// What is to be told of the result is only needed in the end, when it is too late to refuse it.
		if (fields.some(({ name }) => name === 'simplify')) item.flag('simplify');
		return await resources[resource].operations[operation](run, itemIndex, item);
	} catch (error) {
		return [{ failure: error }];
	}
}

/** One name may stand for fields of several operations. */
function fieldsOf(resource: string, operation: string): INodeProperties[] {
	return resources[resource].properties.filter(({ displayOptions }) =>
		displayOptions?.show?.operation?.includes(operation),
	);
}
