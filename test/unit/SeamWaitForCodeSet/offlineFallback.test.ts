import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SeamWaitForCodeSet } from '../../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import {
	addCode,
	FRONT_DOOR,
	GARDEN_GATE,
	scriptLocks,
	type ScriptedLocks,
} from '../SeamCreateAccessCode/scriptedLocks.mts';
import { fault, startFakeSeam, type FakeSeam, type Json } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';
import { skippingWaits, useFakeClock } from '../support/time.mts';

const PIN = '481516';
const OFFLINE_PIN = '7654321';
const STAY = { starts_at: '2027-03-01T15:00:00+01:00', ends_at: '2027-03-04T11:00:00+01:00' };

let seam: FakeSeam;
let world: ScriptedLocks;
let first: Json;

beforeEach(async () => {
	seam = await startFakeSeam();
	useFakeClock('2027-03-01T12:00:00.000Z');
	world = scriptLocks(seam);
	seam.respondWith(
		'/access_codes/pull_backup_access_code',
		fault(404, 'backup_access_code_not_found', 'None'),
	);
	first = failedCode(GARDEN_GATE);
});
afterEach(async () => {
	jest.useRealTimers();
	await seam.stop();
});

/** A code of a booking that Seam can't get onto the lock. */
function failedCode(device_id: string, more: Json = {}): Json {
	const body = { device_id, name: 'Ada [HA-1]', code: PIN, ...STAY };
	const code = addCode(world, body, 100 + world.codes.length);
	const errors = [{ error_code: 'duplicate_code_on_device', message: 'Taken.' }];
	return Object.assign(code, { status: 'setting', errors, ...more });
}

/** From the given look on, offline codes have their PIN. */
function assignPinsAtLook(look: number): void {
	let looks = 0;
	world.before.set('/access_codes/get', ({ access_code_id }) => {
		const code = world.codes.find((one) => one.access_code_id === access_code_id);
		if (code?.is_offline_access_code === true && (looks += 1) >= look) code.code = OFFLINE_PIN;
	});
}

async function answer(parameters: INodeParameters = {}): Promise<IDataObject> {
	const { result } = await skippingWaits(
		async () =>
			await runNode(SeamWaitForCodeSet, {
				seam,
				items: [{ json: { access_code_id: first.access_code_id as string } }],
				parameters: {
					fallback: 'backup_then_offline_code',
					whenNotReady: 'continue',
					...parameters,
				},
			}),
	);
	return result[0][0].json;
}

const creates = () => seam.requestsTo('/access_codes/create');
const deleted = () =>
	seam.requestsTo('/access_codes/delete').map(({ body }) => (body as Json).access_code_id);

describe.each(['set_or_scheduled', 'set'])('Ready When: %s', (readyWhen) => {
	test('without a backup code, an offline code for the same booking and stay', async () => {
		assignPinsAtLook(2);
		const json = await answer({ readyWhen });
		const [offline] = world.codes;
		expect(creates()).toHaveLength(1);
		expect(creates()[0].body).toMatchObject({
			device_id: GARDEN_GATE,
			is_offline_access_code: true,
			name: expect.stringMatching(/^Ada \[HA-1 \w+-\w+\]$/),
			...STAY,
		});
		expect(json).toMatchObject({
			access_code_id: offline.access_code_id,
			is_ready: true,
			outcome: 'assigned',
			code_to_give: OFFLINE_PIN,
			guest_instructions: [expect.stringContaining('24 hours')],
			replaced_access_code: {
				access_code_id: first.access_code_id,
				replaced_by: 'offline_code',
				outcome: 'failed',
				is_deletion_requested: true,
				could_still_open: true,
			},
		});
		expect(json.why).toMatch(/^An offline code replaces the first code/);
		expect(json.why).toContain('until the lock has done so, it may still open the door');
		expect(JSON.stringify(json)).not.toContain(PIN);
		expect(deleted()).toEqual([first.access_code_id]);
	});
});

test('a backup code comes first: no offline code is made', async () => {
	const backup = addCode(world, { device_id: GARDEN_GATE, name: 'Spare', code: '162342', ...STAY });
	Object.assign(backup, { status: 'set', is_backup: true });
	seam.respondWith('/access_codes/pull_backup_access_code', { access_code: backup });
	expect(await answer()).toMatchObject({
		code_to_give: '162342',
		replaced_access_code: { replaced_by: 'backup_code' },
	});
	expect(creates()).toEqual([]);
});

test('an offline code that an interrupted run has made already is handed out', async () => {
	assignPinsAtLook(1);
	const { access_code_id } = await answer();
	world.codes.push(first);
	expect(await answer()).toMatchObject({ access_code_id, code_to_give: OFFLINE_PIN });
	expect(creates()).toHaveLength(1);
});

test('a first code that Seam can not be asked to delete is told beside the new one', async () => {
	assignPinsAtLook(1);
	world.before.set('/access_codes/delete', () => fault(400, 'invalid_input', 'Not today'));
	const json = await answer();
	expect(json).toMatchObject({
		code_to_give: OFFLINE_PIN,
		replaced_access_code: { is_deletion_requested: false, could_still_open: true },
	});
	// It was made under the booking's tag, so that a Booking Key finds it.
	expect(json.replaced_access_code).not.toHaveProperty('is_outside_booking');
	expect(json.why).toContain('Delete it by hand');
});

describe('the wait ends as without it, and the first code stays', () => {
	const unready = { is_ready: false, outcome: 'failed' };

	test('on a lock that takes no offline codes', async () => {
		first = failedCode(FRONT_DOOR);
		const json = await answer();
		expect(json).toMatchObject(unready);
		expect(json.why).toMatch(/No backup code could be pulled: .*No offline code could be made: /);
		expect(creates()).toEqual([]);
		expect(deleted()).toEqual([]);
	});

	test('where the PIN is not assigned in time, and then the new code is named', async () => {
		const json = await answer();
		const offline = world.codes.find((code) => code.is_offline_access_code === true);
		expect(json).toMatchObject(unready);
		expect(json).not.toHaveProperty('code_to_give');
		expect(json.why).toContain(
			`The offline code ${String(offline?.access_code_id)} was made in its place and can't be deleted, but is not ready.`,
		);
		expect(deleted()).toEqual([]);
	});
});
