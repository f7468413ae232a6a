import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchDevices } from '../shared/ui/searchDevices';
import { properties } from './properties';

/** Reads one lock and reports what it is, which kinds of code it can take, and what is wrong with it. */
export class SeamGetDevice implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam Get Device',
		name: 'seamGetDevice',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle:
			'={{ $parameter["findBy"] === "customMetadata" ? "by " + $parameter["metadataKey"] : "by device" }}',
		description:
			'Reads a lock from Seam: what it is, its health and which access codes it can take',
		defaults: { name: 'Seam Get Device' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'seamApi', required: true }],
		properties,
	};

	methods = { listSearch: { searchDevices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What only a run needs is loaded by the first one: n8n loads every node at its start.
		const { failedItem, toNodeError } = await import('../shared/api/nodeError');
		const { deviceProblems } = await import('../shared/locks/problems');
		const { ItemParameters } = await import('../shared/parameters/itemParameters');
		const { createDeviceFinder } = await import('./deviceFinder');
		const { deviceReport } = await import('./deviceReport');
		const { createKeypadHistory } = await import('./keypadHistory');

		const items = this.getInputData();
		const findDevice = createDeviceFinder(this);
		const keypadHistoryOf = createKeypadHistory(this);
		const output: INodeExecutionData[] = [];

		for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
			try {
				const now = Date.now();
				const item = new ItemParameters(this, itemIndex, properties);
				const isSimple = item.flag('simplify');
				const device = await findDevice(item, itemIndex);
				const keypadHistory = await keypadHistoryOf(device, now, itemIndex);
				const problems = deviceProblems(device, now, keypadHistory);
				output.push({
					json: deviceReport(device, problems, now, isSimple),
					pairedItem: { item: itemIndex },
				});
			} catch (error) {
				const nodeError = toNodeError(this.getNode(), error, itemIndex);
				if (!this.continueOnFail()) throw nodeError;
				output.push(failedItem(nodeError, items[itemIndex], itemIndex));
			}
		}
		return [output];
	}
}
