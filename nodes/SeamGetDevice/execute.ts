import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { eachItem } from '../shared/api/eachItem';
import { deviceProblems } from '../shared/locks/problems';
import { ItemParameters } from '../shared/parameters/itemParameters';
import { createDeviceFinder } from './deviceFinder';
import { deviceReport } from './deviceReport';
import { createKeypadHistory } from './keypadHistory';
import { properties } from './properties';

/** Finds the devices of each item, mostly one, and reports on each. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const findDevices = createDeviceFinder();
	const keypadHistoryOf = createKeypadHistory();
	return await eachItem(context, async (run) => {
		const now = Date.now();
		const item = new ItemParameters(run, properties);
		const isSimple = item.flag('simplify');
		const devices = await findDevices(run, item);
		const reports = devices.map(async (device) => {
			const problems = deviceProblems(device, now, await keypadHistoryOf(run, device, now));
			return { json: deviceReport(device, problems, now, isSimple) };
		});
		return await Promise.all(reports);
	});
}
