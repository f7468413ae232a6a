// How codes live, family by family: what Seam shows and what the keypad does, step by step on the sandbox's clock.
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

const HOUR = 60 * 60_000;
const NOW = '2026-06-01T10:00:00Z';

interface Code {
	access_code_id: string;
	code: string | null;
	status: string;
	is_scheduled_on_device: boolean;
	is_waiting_for_code_assignment: boolean;
	pending_mutations: Array<{ mutation_code: string; scheduled_at?: string }>;
	errors: Array<{ error_code: string }>;
	warnings: Array<{ warning_code: string }>;
}

let sandbox: TestSandbox;
beforeAll(async () => {
	sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
	await sandbox.control('POST', '/sandbox/reset');
	await sandbox.freezeAt(NOW);
});

async function create(device: string, request: Record<string, unknown>): Promise<Code> {
	const { status, body } = await sandbox.call('/access_codes/create', {
		device_id: device,
		...request,
	});
	expect([status, body.error]).toEqual([200, undefined]);
	return body.access_code as Code;
}

async function get({ access_code_id }: Code): Promise<Code | null> {
	const { status, body } = await sandbox.call('/access_codes/get', { access_code_id });
	return status === 404 ? null : (body.access_code as Code);
}

async function eventsOf({ access_code_id }: Code): Promise<string[]> {
	const events = await sandbox.seam.events.list({ since: '2020-01-01T00:00:00Z', access_code_id });
	return events
		.map(({ event_type: type }) => type)
		.filter((type) => type.startsWith('access_code.'))
		.map((type) => type.replace('access_code.', ''));
}

const goTo = (now: string) => sandbox.control('POST', '/sandbox/clock', { now });

/** What a lock and Seam say at an instant: `[instant, status, on the lock ahead of time, door opens]`. */
type Step = [at: string, status: string | null, isScheduled: boolean, opens: boolean];

async function follow(device: string, code: Code, steps: Step[]): Promise<void> {
	let pin = code.code;
	for (const [at, status, isScheduled, opens] of steps) {
		await goTo(at);
		const now = await get(code);
		pin = now?.code ?? pin;
		const door = await sandbox.keypad(device, pin ?? 'none');
		expect([at, now && now.status, now?.is_scheduled_on_device ?? false, door.opens]).toEqual([
			at,
			status,
			isScheduled,
			opens,
		]);
	}
}

const stay = { starts_at: '2026-06-10T15:00:00Z', ends_at: '2026-06-12T10:00:00Z' };

test('an ongoing online code is programmed at once', async () => {
	const device = await sandbox.device('august');
	const code = await create(device, { code: '4821' });
	expect([code.status, code.pending_mutations.map((m) => m.mutation_code)]).toEqual([
		'setting',
		['creating'],
	]);
	await follow(device, code, [
		['2026-06-01T10:00:01Z', 'setting', false, false],
		['2026-06-01T10:00:03Z', 'set', false, true],
		['2027-06-01T10:00:03Z', 'set', false, true],
	]);
	expect(await eventsOf(code)).toEqual(['created', 'set_on_device']);
});

test('a natively scheduled code is on the lock 72 hours ahead and set at its start', async () => {
	const device = await sandbox.device('august');
	const code = await create(device, stay);
	expect(code.pending_mutations).toEqual([
		expect.objectContaining({
			mutation_code: 'deferring_creation',
			scheduled_at: '2026-06-07T15:00:00.000Z',
		}),
	]);
	await follow(device, code, [
		['2026-06-07T14:59:59Z', 'unset', false, false],
		['2026-06-07T15:00:03Z', 'unset', true, false],
		['2026-06-10T14:59:59Z', 'unset', true, false],
		['2026-06-10T15:00:00Z', 'set', false, true],
		['2026-06-12T09:59:00Z', 'set', false, true],
		['2026-06-12T10:00:00Z', 'removing', false, false],
		['2026-06-12T10:01:00Z', null, false, false],
	]);
	expect(await eventsOf(code)).toEqual([
		'created',
		'scheduled_on_device',
		'set_on_device',
		'removed_from_device',
		'deleted',
	]);
});

test.each([
	['a lock without native scheduling', 'smartthings', {}],
	['a native lock told not to schedule', 'august', { prefer_native_scheduling: false }],
])('%s is programmed an hour ahead', async (_name, template, more) => {
	const device = await sandbox.device(template);
	const code = await create(device, { ...stay, ...more });
	await follow(device, code, [
		['2026-06-10T13:59:59Z', 'unset', false, false],
		['2026-06-10T14:00:01Z', 'setting', false, false],
		['2026-06-10T14:00:03Z', 'set', false, true],
		['2026-06-12T09:59:59Z', 'set', false, true],
		['2026-06-12T10:00:03Z', null, false, false],
	]);
});

test('a native code that the lock takes only at its start turns set then', async () => {
	const device = await sandbox.device('august');
	await sandbox.control('POST', '/sandbox/programming', { device, outcome: 'set_only_at_start' });
	const code = await create(device, stay);
	await follow(device, code, [
		['2026-06-10T14:59:59Z', 'unset', false, false],
		['2026-06-10T15:00:00Z', 'set', false, true],
	]);
});

test('an offline code gets its PIN later and opens by itself, whatever Seam knows', async () => {
	const device = await sandbox.device('igloohome');
	const code = await create(device, {
		starts_at: '2026-06-10T15:00:00+08:00',
		ends_at: '2026-06-12T11:00:00+08:00',
		is_offline_access_code: true,
		max_time_rounding: '1h',
	});
	expect([code.code, code.is_waiting_for_code_assignment]).toEqual([null, true]);
	expect(code.warnings.map((warning) => warning.warning_code)).toEqual([
		'igloo_algopin_must_be_used_within_24_hours',
	]);
	await follow(device, code, [
		['2026-06-01T10:00:03Z', 'unset', false, false],
		['2026-06-10T06:59:59Z', 'unset', false, false],
		['2026-06-10T07:00:00Z', 'set', false, true],
		['2026-06-12T02:59:00Z', 'set', false, true],
		['2026-06-12T03:00:00Z', null, false, false],
	]);
	expect(await eventsOf(code)).toEqual(['created', 'changed', 'set_on_device', 'deleted']);
});

test('an igloohome code that is not used within 24 hours stops working; once used it lasts', async () => {
	const device = await sandbox.device('igloohome');
	const request = {
		starts_at: '2026-06-10T15:00:00+08:00',
		ends_at: '2026-06-20T11:00:00+08:00',
		is_offline_access_code: true,
		max_time_rounding: '1h',
	};
	const [late, early] = [await create(device, request), await create(device, request)];
	await goTo('2026-06-11T14:59:00+08:00');
	expect((await sandbox.keypad(device, (await get(early))!.code!)).opens).toBe(true);
	await goTo('2026-06-11T15:00:00+08:00');
	expect((await sandbox.keypad(device, (await get(early))!.code!)).opens).toBe(true);
	expect(await sandbox.keypad(device, (await get(late))!.code!)).toEqual({
		opens: false,
		because: expect.stringMatching(/24 hours/),
	});
});

test('a one-time code opens once, within a day', async () => {
	const device = await sandbox.device('igloohome');
	const request = {
		starts_at: '2026-06-10T15:00:00+08:00',
		is_offline_access_code: true,
		is_one_time_use: true,
	};
	const [used, unused] = [await create(device, request), await create(device, request)];
	await goTo('2026-06-10T16:00:00+08:00');
	const pin = (await get(used))!.code!;
	expect((await sandbox.keypad(device, pin)).opens).toBe(true);
	expect((await sandbox.keypad(device, pin)).because).toMatch(/has been used/);
	const otherPin = (await get(unused))!.code!;
	await goTo('2026-06-11T15:00:00+08:00');
	expect((await sandbox.keypad(device, otherPin)).because).toMatch(/no longer valid/);
	expect(await get(unused)).toBeNull();
});

test('an Oracode code names its user level and carries its prefix', async () => {
	const device = await sandbox.device('oracode');
	const code = await create(device, {
		starts_at: '2026-06-10T16:00:00-07:00',
		ends_at: '2026-06-12T10:00:00-07:00',
		is_offline_access_code: true,
	});
	await sandbox.advance(3_000);
	expect(await get(code)).toMatchObject({
		code: expect.stringMatching(/^1\d{6}$/),
		dormakaba_oracode_metadata: { user_level_name: 'Guest 4pm-10am', is_cancellable: false },
	});
});

test('a failure is reported once and tried again until the lock takes the code', async () => {
	const device = await sandbox.device('august');
	await sandbox.control('POST', '/sandbox/programming', { device, outcome: 'fail' });
	const code = await create(device, { code: '4821' });
	await sandbox.advance(HOUR);
	expect(await get(code)).toMatchObject({
		status: 'setting',
		errors: [{ error_code: 'failed_to_set_on_device', is_access_code_error: true }],
	});
	await sandbox.control('POST', '/sandbox/programming', { device, outcome: 'set' });
	await sandbox.advance(HOUR);
	expect(await get(code)).toMatchObject({ status: 'set', errors: [] });
	expect(await eventsOf(code)).toEqual(['created', 'failed_to_set_on_device', 'set_on_device']);
});

test('a delay is a warning, and the code is set after all', async () => {
	const device = await sandbox.device('august');
	await sandbox.control('POST', '/sandbox/programming', { device, outcome: 'delay' });
	const code = await create(device, { code: '4821' });
	await sandbox.advance(60_000);
	expect((await get(code))!.warnings[0].warning_code).toBe('delay_in_setting_on_device');
	await sandbox.advance(HOUR);
	expect(await get(code)).toMatchObject({ status: 'set', warnings: [] });
	expect(await eventsOf(code)).toEqual(['created', 'delay_in_setting_on_device', 'set_on_device']);
});

test('a lock without network keeps its codes and takes new ones when it is back', async () => {
	const device = await sandbox.device('august');
	const known = await create(device, { code: '4821' });
	await sandbox.advance(3_000);
	await sandbox.control('POST', '/sandbox/devices/state', { device, online: false });
	const waiting = await create(device, { code: '4822' });
	await sandbox.advance(HOUR);
	expect((await sandbox.keypad(device, known.code!)).opens).toBe(true);
	expect((await sandbox.keypad(device, waiting.code!)).opens).toBe(false);
	expect((await get(waiting))!.errors.map((error) => error.error_code)).toContain(
		'device_disconnected',
	);
	await sandbox.control('POST', '/sandbox/devices/state', { device, online: true });
	await sandbox.advance(HOUR);
	expect((await sandbox.keypad(device, waiting.code!)).opens).toBe(true);
});

test('an update moves the window on the lock and tells it when the lock has it', async () => {
	const device = await sandbox.device('august');
	const code = await create(device, { ...stay, code: '4821' });
	await goTo('2026-06-10T16:00:00Z');
	await sandbox.call('/access_codes/update', {
		access_code_id: code.access_code_id,
		ends_at: '2026-06-14T10:00:00Z',
	});
	expect((await get(code))!.pending_mutations.map((m) => m.mutation_code)).toContain(
		'updating_time_frame',
	);
	await follow(device, code, [
		['2026-06-10T16:00:03Z', 'set', false, true],
		['2026-06-13T10:00:00Z', 'set', false, true],
		['2026-06-14T10:00:03Z', null, false, false],
	]);
	expect(await eventsOf(code)).toEqual(
		expect.arrayContaining(['mutations_requested', 'time_frame_changed', 'changed']),
	);
});

test('a code on the lock whose stay moves away comes off and goes on again in its time', async () => {
	const device = await sandbox.device('august');
	const code = await create(device, { ...stay, code: '4821' });
	await goTo('2026-06-09T10:00:00Z');
	expect((await get(code))!.is_scheduled_on_device).toBe(true);
	await sandbox.call('/access_codes/update', {
		access_code_id: code.access_code_id,
		starts_at: '2026-06-20T15:00:00Z',
		ends_at: '2026-06-22T10:00:00Z',
	});
	await follow(device, code, [
		['2026-06-10T16:00:00Z', 'unset', false, false],
		['2026-06-17T15:00:03Z', 'unset', true, false],
		['2026-06-20T15:00:00Z', 'set', false, true],
		['2026-06-22T10:01:00Z', null, false, false],
	]);
});

test.each([
	['before its start', '2026-06-09T10:00:00Z', 'unset'],
	['during the stay', '2026-06-11T10:00:00Z', 'setting'],
])('a code that fails %s stays off the lock until it recovers', async (_name, at, status) => {
	const device = await sandbox.device('august');
	const code = await create(device, { ...stay, code: '4821' });
	await goTo(at);
	await sandbox.control('POST', `/sandbox/access_codes/${code.access_code_id}/fail`, {
		recovers_after_ms: 24 * HOUR,
	});
	expect(await get(code)).toMatchObject({
		status,
		errors: [{ error_code: 'failed_to_set_on_device' }],
	});
	expect((await sandbox.keypad(device, '4821')).opens).toBe(false);
	await sandbox.advance(24 * HOUR);
	expect((await get(code))?.errors ?? []).toEqual([]);
});

test('a deleted code is removing, then gone, and its PIN is dead', async () => {
	const device = await sandbox.device('august');
	const code = await create(device, { code: '4821' });
	await sandbox.advance(3_000);
	await sandbox.seam.accessCodes.delete({ access_code_id: code.access_code_id });
	expect((await get(code))!.status).toBe('removing');
	await sandbox.advance(3_000);
	expect(await get(code)).toBeNull();
	expect((await sandbox.keypad(device, '4821')).opens).toBe(false);
});

test('a code that never reached the lock vanishes without removed_from_device', async () => {
	const device = await sandbox.device('august');
	const code = await create(device, stay);
	await sandbox.seam.accessCodes.delete({ access_code_id: code.access_code_id });
	expect(await get(code)).toBeNull();
	expect(await eventsOf(code)).toEqual(['created', 'deleted']);
});

test('a backup code opens at once, ends with the first one, and is the same when asked again', async () => {
	const device = await sandbox.device('august');
	await sandbox.control('POST', '/sandbox/programming', { device, outcome: 'fail' });
	const code = await create(device, { ...stay, use_backup_access_code_pool: true });
	await goTo('2026-06-10T16:00:00Z');
	const pull = () =>
		sandbox.seam.accessCodes.pullBackupAccessCode({ access_code_id: code.access_code_id });
	const backup = await pull();
	expect(backup).toMatchObject({
		is_backup: true,
		status: 'set',
		ends_at: '2026-06-12T10:00:00.000Z',
	});
	expect((await pull()).access_code_id).toBe(backup.access_code_id);
	expect((await sandbox.keypad(device, backup.code!)).opens).toBe(true);
	await sandbox.control('POST', '/sandbox/programming', { device, outcome: 'set' });
	await goTo('2026-06-12T10:01:00Z');
	expect((await sandbox.keypad(device, backup.code!)).opens).toBe(false);
});

test.each([
	['an ongoing code', {}, 400, 'access_code_not_time_bound'],
	['a code without pool', stay, 404, 'backup_access_code_not_found'],
])('no backup for %s', async (_name, request, status, type) => {
	const device = await sandbox.device('august');
	const { access_code_id } = await create(device, request);
	const answer = await sandbox.call('/access_codes/pull_backup_access_code', { access_code_id });
	expect([answer.status, (answer.body.error as { type: string }).type]).toEqual([status, type]);
});

describe('changes at the lock', () => {
	test('Seam sets a removed code anew', async () => {
		const device = await sandbox.device('august');
		const code = await create(device, { code: '4821' });
		await sandbox.advance(3_000);
		await sandbox.control(
			'POST',
			`/sandbox/access_codes/${code.access_code_id}/remove_externally`,
			{},
		);
		expect((await sandbox.keypad(device, '4821')).opens).toBe(false);
		await sandbox.advance(3_000);
		expect((await sandbox.keypad(device, '4821')).opens).toBe(true);
		expect(await eventsOf(code)).toContain('deleted_external_to_seam');
	});

	test('Seam follows where external changes are allowed', async () => {
		const device = await sandbox.device('august');
		const code = await create(device, { code: '4821', allow_external_modification: true });
		await sandbox.advance(3_000);
		const path = `/sandbox/access_codes/${code.access_code_id}/modify_externally`;
		await sandbox.control('POST', path, { code: '5932' });
		expect((await get(code))!.code).toBe('5932');
		expect((await sandbox.keypad(device, '5932')).opens).toBe(true);
		expect((await sandbox.keypad(device, '4821')).opens).toBe(false);
	});
});

describe('errors that Seam added lately', () => {
	const WINDOW = { starts_at: '2026-06-01T10:30:00Z', ends_at: '2026-06-02T10:00:00Z' };

	test('a code that breaks a rule of the lock is not retried until it is changed', async () => {
		const device = await sandbox.device('august');
		await sandbox.control('POST', '/sandbox/programming', {
			device,
			outcome: 'fail',
			error_code: 'code_constraints_violated',
			message: 'The lock takes no code with two equal digits in a row.',
		});
		const code = await create(device, { code: '1188', ...WINDOW });
		await sandbox.advance(5_000);
		await sandbox.control('POST', '/sandbox/programming', { device, outcome: 'set' });
		await sandbox.advance(HOUR);
		expect(await get(code)).toMatchObject({
			status: 'setting',
			errors: [{ error_code: 'code_constraints_violated', is_access_code_error: true }],
		});

		const { access_code_id } = code;
		await sandbox.call('/access_codes/update', { access_code_id, code: '1283' });
		await sandbox.advance(5_000);
		expect(await get(code)).toMatchObject({ status: 'set', code: '1283', errors: [] });
	});

	test.each([
		['code_constraints_violated', 'failed_to_set_on_device', { is_access_code_error: true }],
		['failed_to_issue', 'failed_to_issue', { is_access_code_error: true }],
		['failed_to_update', 'failed_to_update', { is_access_code_error: true }],
		['failed_to_expire', 'failed_to_expire', { is_access_code_error: true }],
		[
			'insufficient_permissions',
			'failed_to_set_on_device',
			{ is_connected_account_error: true, is_device_error: false },
		],
	])('%s can be had, with its event', async (error_code, event, flags) => {
		const code = await create(await sandbox.device('august'), { code: '1283', ...WINDOW });
		await sandbox.control('POST', `/sandbox/access_codes/${code.access_code_id}/fail`, {
			error_code,
			message: 'As Seam says it.',
		});
		expect((await get(code))?.errors).toEqual([expect.objectContaining({ error_code, ...flags })]);
		expect(await eventsOf(code)).toContain(event);
	});

	test('a code that the lock does not give back is an error, no longer a delay', async () => {
		const device = await sandbox.device('august');
		const code = await create(device, { code: '1283' });
		await sandbox.advance(5_000);
		await sandbox.control('POST', '/sandbox/devices/state', { device, online: false });
		const { access_code_id } = code;
		await sandbox.call('/access_codes/delete', { access_code_id });
		await sandbox.advance(5_000);
		expect(await get(code)).toMatchObject({
			status: 'removing',
			errors: [
				{ error_code: 'failed_to_remove_from_device' },
				{ error_code: 'device_disconnected' },
			],
			warnings: [],
		});
		expect(await eventsOf(code)).toContain('failed_to_remove_from_device');
	});
});

test.each([
	'access_code.issued',
	'access_code.delay_in_issuing',
	'access_code.failed_to_issue',
	'access_code.failed_to_update',
	'access_code.failed_to_expire',
])('the event %s can be raised', async (event_type) => {
	const device = await sandbox.device('august');
	const code = await create(device, { code: '1283' });
	const errors = {
		access_code_errors: [],
		access_code_warnings: [],
		device_errors: [],
		device_warnings: [],
		connected_account_errors: [],
		connected_account_warnings: [],
	};
	await sandbox.control('POST', '/sandbox/events', {
		event_type,
		device,
		fields: { access_code_id: code.access_code_id, code: '1283', ...errors },
	});
	expect(await eventsOf(code)).toContain(event_type.replace('access_code.', ''));
});

test('the keypad tells a removed PIN from one that never was, if there is a keypad', async () => {
	const device = await sandbox.device('august');
	const code = await create(device, {
		code: '4821',
		starts_at: NOW,
		ends_at: '2026-06-03T10:00:00Z',
	});
	await goTo('2026-06-03T10:01:00Z');
	expect(await get(code)).toBeNull();
	const because = async (pin: string) => (await sandbox.keypad(device, pin)).because;
	expect(await because('4821')).toBe('the lock does not know this code any more: it was removed');
	expect(await because('4822')).toBe('the lock does not know this code');
	const noKeypad = { device, keypad_connected: false };
	await sandbox.control('POST', '/sandbox/devices/state', noKeypad);
	expect(await because('4821')).toBe('the lock has no keypad');
});
