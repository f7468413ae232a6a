import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { answerAgent } from '../shared/agent/answerAgent';
import type { ItemContext } from '../shared/api/context';
import { eachItem } from '../shared/api/eachItem';
import { deviceProblems } from '../shared/locks/problems';
import { ItemParameters } from '../shared/parameters/itemParameters';
import { createDeviceFinder } from './deviceFinder';
import { deviceReport } from './deviceReport';
import { createKeypadHistory } from './keypadHistory';
import { properties } from './properties';
import { supportBundle } from './supportBundle';

/** Finds the devices of each item, mostly one, and reports on each. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const findDevices = createDeviceFinder();
	const keypadHistoryOf = createKeypadHistory();
	const work = async (run: ItemContext<IExecuteFunctions>) => {
		const now = Date.now();
		const item = new ItemParameters(run, properties);
		const isSimple = item.flag('simplify');
		const isForSupport = item.collection('options').flag('supportBundle') === true;
		const { typeVersion } = context.getNode();
		const devices = await findDevices(run, item);
		const reports = devices.map(async (device) => {
			const problems = deviceProblems(device, now, await keypadHistoryOf(run, device, now));
			const json = isForSupport
				? supportBundle(device, problems, now, typeVersion)
				: deviceReport(device, problems, now, isSimple);
			return { json };
		});
		return await Promise.all(reports);
	};
	return await answerAgent(context, async () => await eachItem(context, work));
}
