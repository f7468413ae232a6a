import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchDevices } from '../shared/ui/searchDevices';
import { properties } from './properties';

/** Plans and creates the right kind of code for a booking on each of its locks; exactly one per booking. */
export class SeamCreateAccessCode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam Create Access Code',
		name: 'seamCreateAccessCode',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ ongoing: "Ongoing", time_bound: "Time-bound", one_time_use: "One-time use" })[$parameter["access"]] + ($parameter["planOnly"] ? " (plan only)" : "") }}',
		description:
			'Give a booking a PIN on its locks: the right kind of code, once, and moved when it moves',
		defaults: { name: 'Seam Create Access Code' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: {
			replacements: {
				description:
					"Give a booking a PIN on its lock for its stay. With a booking key there is one code per booking: the same key again moves that code and makes no second one. Give times in ISO 8601 with a UTC offset, such as 2026-12-01T15:00:00+01:00; without one they are meant on the lock's own clock. A new code is not on the lock yet: tell nobody a PIN before the tool Seam Wait for Code Set has answered is_ready: true.",
			},
		},
		credentials: [{ name: 'seamApi', required: true }],
		properties,
	};

	methods = { listSearch: { searchDevices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What only a run needs is loaded by the first one: n8n loads every node at its start.
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
