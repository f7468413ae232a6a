// The same bookings in two processes of n8n at the same moment: two copies of the package that share nothing but Seam.
import { randomUUID } from 'node:crypto';
import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { API_KEY } from '../../sandbox/credentials.mts';
import { runNode } from '../unit/support/nodeHarness.mts';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

interface Process {
	node: new () => INodeType;
	lanes: unknown;
}

let sandbox: TestSandbox;
let processes: Process[];

/** A copy of the node with queues, lanes and caches of its own, also of what its first run would load. */
async function loadCopy(): Promise<Process> {
	import.meta.jest.resetModules();
	const { SeamCreateAccessCode } = await import(
		'../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node'
	);
	const { execute } = await import('../../nodes/SeamCreateAccessCode/execute');
	const { inLanes: lanes } = await import('../../nodes/shared/booking/lanes');
	class Copy extends SeamCreateAccessCode {
		override async execute(this: IExecuteFunctions) {
			return await execute(this);
		}
	}
	return { node: Copy, lanes };
}

beforeAll(async () => {
	sandbox = await startTestSandbox();
	processes = [await loadCopy(), await loadCopy(), await loadCopy()];
});
afterAll(async () => await sandbox.close());

const inDays = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Two bookings of one lock, in every process at once; the answers by process. */
async function runEverywhere(device: string): Promise<IDataObject[][]> {
	const bookings = ['one', 'two'].map((key, index) => ({
		json: { key, from: inDays(3 + 5 * index), to: inDays(6 + 5 * index) },
	}));
	const runs = processes.map(async ({ node }) => {
		const [items] = await runNode(node, {
			seam: { baseUrl: sandbox.server.url },
			credential: { apiKey: API_KEY },
			executionId: randomUUID(),
			items: bookings,
			parameters: {
				device: { __rl: true, mode: 'id', value: device },
				name: 'Guest',
				bookingKey: '={{ $json.key }}',
				startsAt: '={{ $json.from }}',
				endsAt: '={{ $json.to }}',
			},
		});
		return items.map(({ json }) => json);
	});
	return await Promise.all(runs);
}

async function codesOn(device_id: string): Promise<IDataObject[]> {
	const { body } = await sandbox.call('/access_codes/list', { device_id });
	return (body.access_codes as IDataObject[]).filter(({ status }) => status !== 'removing');
}

test('are two copies indeed', () => {
	expect(new Set(processes.map(({ lanes }) => lanes)).size).toBe(3);
});

test.each([
	['Seam refuses the second that asks for the same PIN', 'august'],
	['Seam chooses the PIN, so that nothing refuses the second: the younger is deleted', 'salto'],
])('online: one code for each booking, for all. %s', async (_why, template) => {
	const device = await sandbox.device(template);
	const answers = await runEverywhere(device);
	const codes = await codesOn(device);
	expect(codes).toHaveLength(2);
	for (const answer of answers) {
		expect(answer.map(({ access_code_id: id }) => id).sort()).toEqual(
			codes.map(({ access_code_id: id }) => id).sort(),
		);
	}
	expect(answers.flat().filter(({ was_created: wasCreated }) => wasCreated)).toHaveLength(2);
});

test('offline: all hand out the same code, and what is too many is reported', async () => {
	const device = await sandbox.device('igloohome');
	const answers = await runEverywhere(device);
	const codes = await codesOn(device);
	expect(codes.length).toBeLessThanOrEqual(2 * processes.length);
	const handedOut = new Set(answers.flat().map(({ access_code_id: id }) => id));
	expect(handedOut.size).toBe(2);
	const reported = answers.flat().flatMap(({ surplus_access_code_ids: ids }) => ids as string[]);
	const surplus = codes.map(({ access_code_id: id }) => id).filter((id) => !handedOut.has(id));
	expect([...new Set(reported)].sort()).toEqual([...surplus].sort());
	expect(surplus.length).toBeGreaterThan(0);
});
