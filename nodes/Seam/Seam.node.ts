import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { refuseUnlessAllowed } from '../shared/agent/allowedActions';
import { answerAgent } from '../shared/agent/answerAgent';
import { createDeviceReader } from '../shared/api/deviceReader';
import { eachItem, type Outcome } from '../shared/api/eachItem';
import { ItemParameters } from '../shared/parameters/itemParameters';
import { searchConnectedAccounts } from '../shared/ui/searchConnectedAccounts';
import { searchDevices, searchUnmanagedDevices } from '../shared/ui/searchDevices';
import { simplifyField } from '../shared/ui/simplifyField';
import type { Run } from './operation';
import { properties, resources } from './resources';
import { actionOf } from './toolOfOperation';

/** The rest of Seam's API that booking automation needs, besides the nodes that read, create and wait. */
export class Seam implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam',
		name: 'seam',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Works with access codes, access grants, devices, locks, reservations, spaces and events in Seam',
		defaults: { name: 'Seam' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'seamApi', required: true }],
		properties,
	};

	methods = { listSearch: { searchConnectedAccounts, searchDevices, searchUnmanagedDevices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const shared = { devices: createDeviceReader(), now: Date.now() };
		return await answerAgent(
			this,
			async () => await eachItem(this, async (item) => await carryOut({ ...item, ...shared })),
		);
	}
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
