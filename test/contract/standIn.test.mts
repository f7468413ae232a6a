// A backup code that a wait handed out belongs to the booking like the code that it stands in for: nodes by their own
// execute over HTTP, against the sandbox.
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Seam } from '../../nodes/Seam/Seam.node';
import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { SeamWaitForCodeSet } from '../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { startSandbox, type Sandbox } from '../e2e/harness/sandbox.mts';
import { runNode, type NodeClass } from '../unit/support/nodeHarness.mts';

const HOUR = 3_600_000;

let sandbox: Sandbox;
let deviceId: string;
let began: number;

beforeAll(async () => {
	sandbox = await startSandbox();
	({ device_id: deviceId } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		template: 'august',
		alias: 'door',
	}));
	await sandbox.control('POST', '/programming', { device: 'door', outcome: 'set', delay_ms: 0 });
	began = Math.floor((await sandbox.now()).getTime() / 1_000) * 1_000;
}, 60_000);

afterAll(async () => await sandbox?.stop());

async function run(
	node: NodeClass,
	parameters: INodeParameters,
	item: IDataObject = {},
): Promise<IDataObject> {
	const [[{ json }]] = await runNode(node, {
		seam: sandbox,
		credential: { apiKey: sandbox.apiKey },
		items: [{ json: item }],
		parameters,
	});
	return json;
}

const device = () => ({ __rl: true, mode: 'id', value: deviceId });

const book = async (hours: number) =>
	await run(SeamCreateAccessCode, {
		device: device(),
		bookingKey: 'HA-1042',
		name: 'Ada Lovelace',
		startsAt: new Date(began).toISOString(),
		endsAt: new Date(began + hours * HOUR).toISOString(),
		options: { useBackupAccessCodePool: true },
	});

const opens = async (pin: unknown) => (await sandbox.keypad('door', String(pin))).opens;

test('it moves with the booking, with the same PIN, and dies with it', async () => {
	const first = await book(24);
	await sandbox.control('POST', `/access_codes/${String(first.access_code_id)}/fail`, {
		error_code: 'no_space_for_access_code_on_device',
	});
	const answer = await run(SeamWaitForCodeSet, { fallback: 'backup_code' }, first);
	expect(answer).toMatchObject({
		is_ready: true,
		replaced_access_code: {
			access_code_id: first.access_code_id,
			replaced_by: 'backup_code',
			is_deletion_requested: true,
		},
	});
	expect(answer.name).toBe(first.name);
	expect(await opens(answer.code_to_give)).toBe(true);

	const moved = await book(48);
	expect(moved).toMatchObject({
		access_code_id: answer.access_code_id,
		code: answer.code_to_give,
		was_created: false,
		ends_at: new Date(began + 48 * HOUR).toISOString(),
	});

	const cancelled = await run(Seam, {
		resource: 'accessCode',
		operation: 'delete',
		deleteBy: 'bookingKey',
		bookingKey: 'HA-1042',
		device: device(),
	});
	expect(cancelled).toMatchObject({ deleted: true, access_code_id: answer.access_code_id });
	await sandbox.setClock({ advance_ms: 60_000 });
	expect(await opens(answer.code_to_give)).toBe(false);
});
