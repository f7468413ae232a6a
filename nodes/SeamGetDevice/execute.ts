import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { failedItem, toNodeError } from '../shared/api/nodeError';
import { deviceProblems } from '../shared/locks/problems';
import { ItemParameters } from '../shared/parameters/itemParameters';
import { createDeviceFinder } from './deviceFinder';
import { deviceReport } from './deviceReport';
import { createKeypadHistory } from './keypadHistory';
import { properties } from './properties';

/** Finds the device of each item and reports on it. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const findDevice = createDeviceFinder(context);
	const keypadHistoryOf = createKeypadHistory(context);
	const output: INodeExecutionData[] = [];

	for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
		try {
			const now = Date.now();
			const item = new ItemParameters(context, itemIndex, properties);
			const isSimple = item.flag('simplify');
			const device = await findDevice(item, itemIndex);
			const keypadHistory = await keypadHistoryOf(device, now, itemIndex);
			const problems = deviceProblems(device, now, keypadHistory);
			output.push({
				json: deviceReport(device, problems, now, isSimple),
				pairedItem: { item: itemIndex },
			});
		} catch (error) {
			const nodeError = toNodeError(context.getNode(), error, itemIndex);
			if (!context.continueOnFail()) throw nodeError;
			output.push(failedItem(nodeError, items[itemIndex], itemIndex));
		}
	}
	return [output];
}
