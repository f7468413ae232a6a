import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { refuseUnlessAllowed } from '../shared/agent/allowedActions';
import { answerAgent } from '../shared/agent/answerAgent';
import { createDeviceReader } from '../shared/api/deviceReader';
import { eachItem, type Outcome } from '../shared/api/eachItem';
import { ItemParameters } from '../shared/parameters/itemParameters';
import { simplifyField } from '../shared/ui/simplifyField';
import type { Run } from './operation';
import { resources } from './resources';
import { actionOf } from './toolOfOperation';

/** Carries out the chosen operation for each item. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const shared = { devices: createDeviceReader(), now: Date.now() };
	return await answerAgent(
		context,
		async () => await eachItem(context, async (item) => await carryOut({ ...item, ...shared })),
	);
}

async function carryOut(run: Run): Promise<Outcome[]> {
	const resource = run.context.getNodeParameter('resource', run.itemIndex) as string;
	const operation = run.context.getNodeParameter('operation', run.itemIndex) as string;
	const { fields, effect, execute } = resources[resource].operations[operation];
	if (effect !== 'read') refuseUnlessAllowed(run.context, actionOf(resources, resource, operation));
	const item = new ItemParameters(run, fields);
	// 'Simplify' is only needed once there is a result, when it is too late to refuse it.
	if (fields.includes(simplifyField)) item.flag('simplify');
	return await execute(run, item);
}
