import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { failedItem, toNodeError } from '../shared/api/nodeError';
import { searchDevices } from '../shared/ui/searchDevices';
import { bookingRun } from './bookingRun';
import { withParameterNamed } from './nameParameter';
import { properties } from './properties';
import { readBooking } from './readBooking';

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
		usableAsTool: true,
		credentials: [{ name: 'seamApi', required: true }],
		properties,
	};

	methods = { listSearch: { searchDevices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const output: INodeExecutionData[] = [];
		const runBooking = bookingRun(this);

		for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
			try {
				const booking = readBooking(this, itemIndex);
				for (const { json, failure } of await runBooking(booking, itemIndex)) {
					if (failure === undefined) output.push({ json, pairedItem: { item: itemIndex } });
					else if (!this.continueOnFail()) throw failure;
					else output.push(failedItem(failure, items[itemIndex], itemIndex));
				}
			} catch (error) {
				const failure = toNodeError(
					this.getNode(),
					withParameterNamed(error, this, itemIndex),
					itemIndex,
				);
				if (!this.continueOnFail()) throw failure;
				output.push(failedItem(failure, items[itemIndex], itemIndex));
			}
		}
		return [output];
	}
}
