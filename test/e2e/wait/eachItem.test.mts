// Execute Workflow, once for each item, around a wait that parks: what comes back, compared with n8n's own Wait node.
import { outputOf, type Workflow } from '../harness/index.mts';
import { addLock, createCode, startPlace, stopPlace, type Place } from './waits.mts';

let place: Place;

beforeAll(async () => {
	place = await startPlace();
}, 240_000);
afterAll(async () => await stopPlace(place), 60_000);

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });

interface WaitNode {
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
}

/** A sub-workflow that does nothing but wait. */
function sleeper(name: string, wait: WaitNode): Workflow {
	return {
		name,
		nodes: [
			{
				id: 'begin',
				name: 'Begin',
				type: 'n8n-nodes-base.executeWorkflowTrigger',
				typeVersion: 1.1,
				position: [0, 0],
				parameters: { inputSource: 'passthrough' },
			},
			{ id: 'wait', name: 'Wait', position: [220, 0], webhookId: `each-${name}`, ...wait },
		],
		connections: { Begin: to('Wait') },
	};
}

/** Calls the sub-workflow once for each code, and waits for it. */
function caller(name: string, workflowId: string): Workflow {
	const node = (of: string, type: string, typeVersion: number, parameters: object) => ({
		...{ id: of, name: of, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0] },
		...{ webhookId: `${name}-${of}`, parameters },
	});
	return {
		name,
		nodes: [
			node('Booking', 'webhook', 2, {
				...{ path: name, httpMethod: 'POST', responseMode: 'onReceived', options: {} },
			}),
			node('Codes', 'splitOut', 1, { fieldToSplitOut: 'body.codes', options: {} }),
			node('Each', 'executeWorkflow', 1.2, {
				mode: 'each',
				workflowId: { __rl: true, mode: 'id', value: workflowId },
				options: { waitForSubWorkflow: true },
			}),
		],
		connections: { Booking: to('Codes'), Codes: to('Each') },
	} as Workflow;
}

/** How many of the items come back from sub-workflows that park. */
async function comeBack(name: string, wait: WaitNode, codes: string[]) {
	const { client } = place.n8n;
	const inner = await client.importWorkflow(sleeper(`${name}-inner`, wait), place.credential);
	await client.activate(inner);
	const outer = await client.importWorkflow(caller(name, inner), place.credential);
	await client.activate(outer);
	const items = codes.map((access_code_id) => ({ access_code_id }));
	const id = await client.executionStartedBy(
		outer,
		async () => await client.postWebhook(name, { codes: items }),
	);
	const ended = await client.waitForExecution(id, { status: ['success', 'error'], limit: 400 });
	expect(ended.status).toBe('success');
	return outputOf(ended, 'Each').length;
}

test('only the first item comes back, as with n8n’s own Wait node: one run for each booking is the way', async () => {
	const codes = [];
	for (const alias of ['first', 'second', 'third']) {
		codes.push(await createCode(place, await addLock(place, alias, 'fail')));
	}
	const [ofN8n, ofSeam] = await Promise.all([
		comeBack(
			'each-core',
			{
				type: 'n8n-nodes-base.wait',
				typeVersion: 1.1,
				parameters: { amount: 70, unit: 'seconds' },
			},
			codes,
		),
		comeBack(
			'each-seam',
			{
				type: 'n8n-nodes-seam.seamWaitForCodeSet',
				typeVersion: 1,
				parameters: {
					accessCodeId: '={{ $json.access_code_id }}',
					giveUp: 'after_duration',
					duration: 2,
					durationUnit: 'minutes',
					whenNotReady: 'continue',
				},
			},
			codes,
		),
	]);
	expect({ ofN8n, ofSeam }).toEqual({ ofN8n: 1, ofSeam: 1 });
}, 500_000);
