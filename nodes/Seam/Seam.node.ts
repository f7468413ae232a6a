import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { createDeviceReader } from '../shared/api/deviceReader';
import { failedItem, toNodeError } from '../shared/api/nodeError';
import { ItemParameters } from '../shared/parameters/itemParameters';
import { searchConnectedAccounts } from '../shared/ui/searchConnectedAccounts';
import { searchDevices } from '../shared/ui/searchDevices';
import { simplifyField } from '../shared/ui/simplifyField';
import type { Outcome, Run } from './operation';
import { properties, resources } from './resources';

/** The rest of Seam's API that booking automation needs, besides the nodes that read, create and wait. */
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
		properties,
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
	try {
		const { fields, execute } = resources[resource].operations[operation];
		const item = new ItemParameters(run.context, itemIndex, fields);
		// 'Simplify' is only needed once there is a result, when it is too late to refuse it.
		if (fields.includes(simplifyField)) item.flag('simplify');
		return await execute(run, itemIndex, item);
	} catch (error) {
		return [{ failure: error }];
	}
}
