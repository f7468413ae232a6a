import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { failedItem, toNodeError } from '../shared/api/nodeError';
import { deviceProblems } from '../shared/locks/problems';
import { deviceField } from '../shared/ui/deviceField';
import { searchDevices } from '../shared/ui/searchDevices';
import { simplifyField } from '../shared/ui/simplifyField';
import { createDeviceFinder } from './deviceFinder';
import { deviceReport } from './deviceReport';
import { createKeypadHistory } from './keypadHistory';

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
		properties: [
			{
				displayName: 'Find By',
				name: 'findBy',
				type: 'options',
				default: 'device',
				options: [
					{
						name: 'Device',
						value: 'device',
						description: 'A device from the list, or one given by its name or ID',
					},
					{
						name: 'Custom Metadata',
						value: 'customMetadata',
						description: 'The device that carries a value of yours, such as the ID of a listing',
					},
				],
			},
			{ ...deviceField, displayOptions: { show: { findBy: ['device'] } } },
			{
				displayName: 'Metadata Key',
				name: 'metadataKey',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. listing_id',
				description: "The key, exactly as in the device's custom metadata in Seam",
				displayOptions: { show: { findBy: ['customMetadata'] } },
			},
			{
				displayName: 'Metadata Value',
				name: 'metadataValue',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. {{ $json.listing_id }}',
				description: 'The value to search for; exactly one device must have it',
				displayOptions: { show: { findBy: ['customMetadata'] } },
			},
			simplifyField,
		],
	};

	methods = { listSearch: { searchDevices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const findDevice = createDeviceFinder(this);
		const keypadHistoryOf = createKeypadHistory(this);
		const output: INodeExecutionData[] = [];

		for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
			try {
				const now = Date.now();
				const device = await findDevice(itemIndex);
				const keypadHistory = await keypadHistoryOf(device, now, itemIndex);
				const problems = deviceProblems(device, now, keypadHistory);
				const isSimple = this.getNodeParameter('simplify', itemIndex) === true;
				output.push({
					json: deviceReport(device, problems, now, isSimple),
					pairedItem: { item: itemIndex },
				});
			} catch (error) {
				const nodeError = toNodeError(this.getNode(), error, itemIndex);
				if (!this.continueOnFail()) throw nodeError;
				output.push(failedItem(nodeError, itemIndex));
			}
		}
		return [output];
	}
}
