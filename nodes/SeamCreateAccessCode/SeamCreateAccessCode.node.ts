import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { loadDevices, searchDevices } from '../shared/ui/editorLists';
import { properties } from './properties';
import { CHOSEN_NAME } from '../shared/ui/subtitle';

/** As for a run: the rules of all locks are loaded by the first who looks at them. */
async function loadLockRules(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const rules = await import('./loadLockRules');
	return await rules.loadLockRules.call(this);
}

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
			`={{ ((lock) => lock && lock + ": ")(${CHOSEN_NAME}($parameter.toJSON().device))` +
			' + ($parameter["planOnly"] ? "Plan Only" : { ongoing: "Ongoing", time_bound: "Time-Bound", one_time_use: "One-Time Use" }[$parameter["access"]]) }}',
		description:
			'Create or update the door code of a booking: one code on each of its locks, of the right kind',
		defaults: { name: 'Seam Create Access Code' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'seamApi', required: true }],
		properties,
	};

	methods = { listSearch: { searchDevices }, loadOptions: { loadDevices, loadLockRules } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What only a run needs is loaded by the first one: n8n loads every node at its start.
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
