import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { eachItem } from '../shared/api/eachItem';
import { deviceProblems } from '../shared/locks/problems';
import { ItemParameters } from '../shared/parameters/itemParameters';
import { createDeviceFinder } from './deviceFinder';
import { deviceReport } from './deviceReport';
import { createKeypadHistory } from './keypadHistory';
import { properties } from './properties';

/** Finds the device of each item and reports on it. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const findDevice = createDeviceFinder();
	const keypadHistoryOf = createKeypadHistory();
	return await eachItem(context, async (run) => {
		const now = Date.now();
		const item = new ItemParameters(run, properties);
		const isSimple = item.flag('simplify');
		const device = await findDevice(run, item);
		const problems = deviceProblems(device, now, await keypadHistoryOf(run, device, now));
		return [{ json: deviceReport(device, problems, now, isSimple) }];
	});
}
