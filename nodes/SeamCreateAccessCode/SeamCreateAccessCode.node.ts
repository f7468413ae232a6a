import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { loadDevices, searchDevices } from '../shared/ui/editorLists';
import { properties } from './properties';

/** Plans and creates the right kind of code for a booking on each of its locks; exactly one per booking. */
export class SeamCreateAccessCode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam Create Access Code',
		name: 'seamCreateAccessCode',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['transform'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ ((device) => device?.cachedResultName ? device.cachedResultName + ": " : device?.mode === "name" && !device.value.startsWith("=") ? device.value + ": " : "")($parameter.toJSON().device) + { ongoing: "Ongoing", time_bound: "Time-Bound", one_time_use: "One-Time Use" }[$parameter["access"]] + ($parameter["planOnly"] ? " (Plan Only)" : "") }}',
		description:
			'Give a booking a PIN on its locks: the right kind of code, once, and moved when it moves',
		defaults: { name: 'Seam Create Access Code' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'seamApi', required: true }],
		properties,
	};

	methods = { listSearch: { searchDevices }, loadOptions: { loadDevices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What only a run needs is loaded by the first one: n8n loads every node at its start.
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
