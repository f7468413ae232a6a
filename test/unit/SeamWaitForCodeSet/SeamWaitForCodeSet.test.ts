import type { IDataObject, INodeExecutionData, INodeParameters, OnError } from 'n8n-workflow';

import { SeamWaitForCodeSet } from '../../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { executeContext, TEST_API_KEY } from '../support/nodeHarness.mts';
import { skippingWaits, useFakeClock } from '../support/time.mts';

const NOW = '2027-03-01T12:00:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (distance: number) => new Date(Date.parse(NOW) + distance).toISOString();

const PIN = '481516';
const DEVICE = {
	device_id: 'device-1',
	device_type: 'smartthings_lock',
	properties: {},
	location: { time_zone: 'Europe/Berlin' },
};

/** A time-bound online code that starts in 20 minutes. */
const codeOf = (more: IDataObject = {}): IDataObject => ({
	access_code_id: 'code-1',
	device_id: 'device-1',
	type: 'time_bound',
	status: 'setting',
	code: PIN,
	starts_at: at(20 * MINUTE),
	ends_at: at(30 * HOUR),
	errors: [],
	warnings: [],
	pending_mutations: [],
	...more,
});

/** Seam does not answer for longer than one call is repeated. */
const DOWN = Array.from({ length: 5 }, () => fault(503, 'unavailable', 'Back soon'));

const asked = (path: string, body: IDataObject) => ({ method: 'POST', path, body });
const lookedAt = (id = 'code-1') => asked('/access_codes/get', { access_code_id: id });

let seam: FakeSeam;

beforeEach(async () => {
	seam = await startFakeSeam();
	useFakeClock(NOW);
	seam.respondWith('/devices/get', { device: DEVICE });
	seam.respondWith('/access_codes/delete', {});
});
afterEach(async () => {
	jest.useRealTimers();
	await seam.stop();
});

/** Seam's answers about several codes; the last of each repeats. */
function respondWithCodes(codes: Record<string, IDataObject[]>) {
	seam.respondWith('/access_codes/get', ({ access_code_id: id }) => {
		const answers = codes[id as string] ?? [];
		const next = answers.length > 1 ? answers.shift() : answers[0];
		return next ? { access_code: next } : fault(404, 'access_code_not_found', 'No such code');
	});
}

interface Setting {
	items?: IDataObject[];
	parameters?: INodeParameters;
	onError?: OnError;
	isTool?: boolean;
	executeWorkflow?: (...args: never[]) => Promise<unknown>;
}

function contextOf({ items = [{ access_code_id: 'code-1' }], executeWorkflow, ...more }: Setting) {
	const unserved = async () => {
		throw new Error('This wait must not park');
	};
	return executeContext(SeamWaitForCodeSet, {
		...more,
		items: items.map((json) => ({ json })),
		seam,
		additionalData: { executeWorkflow: (executeWorkflow ?? unserved) as never },
	});
}

async function run(setting: Setting = {}): Promise<INodeExecutionData[]> {
	const context = contextOf(setting);
	const { result } = await skippingWaits(
		async () => await new SeamWaitForCodeSet().execute.call(context),
	);
	return result[0];
}

const failureOf = async (setting: Setting): Promise<Error & { description?: string }> =>
	await run(setting).then(
		() => {
			throw new Error('The node did not stop');
		},
		(error: Error) => error,
	);

describe('a code that is ready', () => {
	test('is handed out at once, with all that a message needs', async () => {
		respondWithCodes({ 'code-1': [codeOf({ status: 'set', extra: 'passes through' })] });
		const [item] = await run({ parameters: { simplify: false } });
		expect(item).toEqual({
			json: {
				...codeOf({ status: 'set', extra: 'passes through' }),
				is_ready: true,
				outcome: 'set',
				code_to_give: PIN,
				why: 'Seam has confirmed that the code is set on the lock.',
				starts_at_local: '2027-03-01T13:20:00+01:00',
				ends_at_local: '2027-03-02T19:00:00+01:00',
				starts_at_text: '1 March 2027, 13:20',
				ends_at_text: '2 March 2027, 19:00',
				time_zone: 'Europe/Berlin',
				checks: {
					count: 1,
					began_at: NOW,
					last_at: NOW,
					give_up_at: at(15 * MINUTE),
					seen: [],
				},
				guest_instructions: [],
			},
			pairedItem: { item: 0 },
		});
		expect(seam.requests).toEqual([lookedAt(), asked('/devices/get', { device_id: 'device-1' })]);
	});

	test('costs one call where the item tells the zone, and takes over its instructions', async () => {
		respondWithCodes({ 'code-1': [codeOf({ status: 'set' })] });
		const [{ json }] = await run({
			items: [
				{ access_code_id: 'code-1', time_zone: 'Asia/Tokyo', guest_instructions: ['Press #.'] },
			],
		});
		expect(json).toMatchObject({
			starts_at_local: '2027-03-01T21:20:00+09:00',
			guest_instructions: ['Press #.'],
		});
		expect(seam.requests).toEqual([lookedAt()]);
	});

	test('tells the guest what Seam warns of, where the item brings no instructions', async () => {
		const warnings = [{ warning_code: 'igloo_algopin_must_be_used_within_24_hours', message: '' }];
		respondWithCodes({ 'code-1': [codeOf({ is_offline_access_code: true, warnings })] });
		const [{ json }] = await run();
		expect(json.guest_instructions).toEqual([expect.stringContaining('within 24 hours')]);
	});

	test.each([
		['scheduled', { status: 'unset', is_scheduled_on_device: true }],
		['assigned', { status: 'unset', is_offline_access_code: true }],
	])('%s', async (outcome, more) => {
		respondWithCodes({ 'code-1': [codeOf(more)] });
		const [{ json }] = await run();
		expect(json).toMatchObject({ is_ready: true, outcome, code_to_give: PIN });
	});

	test('is found by looking again within the minute, in this process', async () => {
		const warnings = [{ warning_code: 'delay_in_setting_on_device', message: 'Slow.' }];
		respondWithCodes({ 'code-1': [codeOf({ warnings }), codeOf({ status: 'set' })] });
		const [{ json }] = await run();
		expect(json).toMatchObject({
			is_ready: true,
			checks: {
				count: 2,
				last_at: at(5_000),
				seen: [
					{
						kind: 'delay',
						code: 'delay_in_setting_on_device',
						message: 'Slow.',
						first_seen_at: NOW,
					},
				],
			},
		});
		expect(seam.requestsTo('/devices/get')).toHaveLength(1);
	});
});

describe('a code that can not get ready', () => {
	const blocked = codeOf({
		errors: [{ error_code: 'no_space_for_access_code_on_device', message: `${PIN} does not fit.` }],
	});

	test.each<[string, IDataObject[], string]>([
		['failed', [blocked], 'no_space_for_access_code_on_device'],
		['deleted', [], 'Seam knows no code with this ID'],
		['expired', [codeOf({ ends_at: at(-MINUTE) })], 'time of the code is over'],
	])('%s: the node stops, without the PIN', async (outcome, answers, text) => {
		respondWithCodes({ 'code-1': answers });
		const { message, description } = await failureOf({});
		expect(message).toBe(`Access code code-1 is not ready (${outcome}) [item 0]`);
		expect(description).toContain(text);
		expect(description).not.toContain(PIN);
	});

	test('Continue: the item goes on, not ready and without a PIN anywhere', async () => {
		respondWithCodes({ 'code-1': [blocked] });
		const [{ json, error }] = await run({ parameters: { whenNotReady: 'continue' } });
		expect(json).toMatchObject({ access_code_id: 'code-1', is_ready: false, outcome: 'failed' });
		expect(error).toBeUndefined();
		expect(json).not.toHaveProperty('error');
		expect(json).not.toHaveProperty('code');
		expect(json).not.toHaveProperty('code_to_give');
		expect(JSON.stringify(json)).not.toContain(PIN);
	});

	test('continue on fail: the item says why among its fields', async () => {
		respondWithCodes({ 'code-1': [blocked] });
		const [{ json, error }] = await run({ onError: 'continueRegularOutput' });
		expect(json).toMatchObject({ is_ready: false, outcome: 'failed' });
		expect(json.error).toContain('is not ready (failed)');
		expect(error).toBeUndefined();
		expect(JSON.stringify(json)).not.toContain(PIN);
	});

	test('error output: each such item says why by fields that n8n sorts by, the ready ones nothing', async () => {
		respondWithCodes({
			'code-1': [blocked],
			'code-2': [codeOf({ access_code_id: 'code-2', status: 'set' })],
		});
		const items = await run({
			items: [
				{ access_code_id: 'code-1' },
				{ access_code_id: 'code-2' },
				{ guest: 'no code' },
				{ access_code_id: 'gone' },
			],
			onError: 'continueErrorOutput',
		});
		// A number, so that n8n adds none of the input's fields, among which there may be a PIN.
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, { item: 1 }, { item: 2 }, 3]);
		for (const [index, outcome] of [[0, 'failed'] as const, [3, 'deleted'] as const]) {
			// The only field, by which every n8n sorts it.
			expect(items[index].json).toEqual({ error: expect.stringContaining(`(${outcome})`) });
		}
		// With an error of n8n's on one of them, an expression can't read $input.all() any more.
		for (const item of items) expect(item).not.toHaveProperty('error');
		expect(JSON.stringify(items.filter((_, index) => index !== 1))).not.toContain(PIN);
		// n8n sorts it by its fields, which are no more than these, and adds the input's.
		expect(items[2].json).toEqual({
			error: expect.stringContaining("'Access Code ID' is an expression that gave nothing"),
			details: { fix: expect.any(String) },
		});
		expect(items[1].json).toMatchObject({ is_ready: true, code_to_give: PIN });
	});
});

describe('an item that can not be waited for', () => {
	const booking = { booking_key: 'HA-1', code: PIN, code_to_give: PIN, is_ready: true };
	const noDeadline: INodeParameters = { giveUp: '={{ $json.stop ?? "before_start" }}' };

	test('continue on fail: keeps its fields, without anything that could pass for a code', async () => {
		const [{ json, error }] = await run({
			items: [{ ...booking, access_code_id: 'code-1', stop: 'never' }],
			parameters: noDeadline,
			onError: 'continueRegularOutput',
		});
		expect(json).toEqual({
			booking_key: 'HA-1',
			access_code_id: 'code-1',
			stop: 'never',
			error: expect.stringContaining("'Stop Waiting' is not set to one of its choices"),
			details: { fix: expect.any(String) },
		});
		expect(error).toBeUndefined();
	});

	test('error output: n8n can not pair it with an input that carries a PIN', async () => {
		const [item] = await run({
			items: [{ ...booking, access_code_id: 'code-1', stop: 'never' }],
			parameters: noDeadline,
			onError: 'continueErrorOutput',
		});
		expect(item).toEqual({
			json: {
				error: expect.stringContaining("'Stop Waiting' is not set to one of its choices"),
				details: {
					fix: expect.any(String),
					input: { booking_key: 'HA-1', access_code_id: 'code-1', stop: 'never' },
				},
			},
			pairedItem: 0,
		});
	});
});

describe('bad input', () => {
	test.each<[string, IDataObject, INodeParameters, string]>([
		[
			'an item without an ID',
			{ guest: 'Ada' },
			{},
			"'Access Code ID' is an expression that gave nothing for this item",
		],
		[
			'a plan without a code',
			{ plan: { kind: 'online_time_bound' }, access_code_id: null },
			{},
			'only a plan',
		],
		[
			'a time that is none',
			{ access_code_id: 'code-1' },
			{ giveUp: 'at_time', giveUpAt: 'tomorrow' },
			'tomorrow',
		],
		[
			'a date without a time',
			{ access_code_id: 'code-1' },
			{ giveUp: 'at_time', giveUpAt: '2027-03-02' },
			'time of day',
		],
		[
			'minutes that are none',
			{ access_code_id: 'code-1' },
			{ minutesBeforeStart: '={{ "soon" }}' },
			"'Minutes Before the Start'",
		],
		[
			'a duration of nothing',
			{ access_code_id: 'code-1' },
			{ giveUp: 'after_duration', duration: 0 },
			"'Duration'",
		],
	])('%s: one sentence, and no call is made', async (_case, item, parameters, text) => {
		const { message } = await failureOf({ items: [item], parameters });
		expect(message).toContain(text);
		expect(message).toContain('[item 0]');
		expect(seam.requests).toEqual([]);
	});

	test('a key that Seam refuses stops the node, without the key', async () => {
		seam.respondWith('/access_codes/get', fault(401, 'unauthorized', `Bad ${TEST_API_KEY}`));
		const { message } = await failureOf({ parameters: { whenNotReady: 'continue' } });
		expect(message).toContain('[item 0]');
		expect(message).not.toContain(TEST_API_KEY);
	});
});

describe('the deadline', () => {
	const ongoing = codeOf({ type: 'ongoing', starts_at: null, ends_at: null });
	const inAMinute = { giveUp: 'at_time', giveUpAt: at(MINUTE - 5_000) };

	test('ends the wait where the code is not ready then', async () => {
		respondWithCodes({ 'code-1': [ongoing] });
		const { message, description } = await failureOf({ parameters: inAMinute });
		expect(message).toContain('is not ready (gave_up)');
		expect(description).toMatch(/^The time to wait is over\./);
		expect(Date.now()).toBe(Date.parse(at(MINUTE - 5_000)));
	});

	test('is no deadline for a code that is ready then', async () => {
		respondWithCodes({ 'code-1': [ongoing, ongoing, { ...ongoing, status: 'set' }] });
		const [{ json }] = await run({ parameters: inAMinute });
		expect(json).toMatchObject({ is_ready: true, checks: { count: 3 } });
	});

	test('a time without an offset is meant in the zone of the workflow', async () => {
		respondWithCodes({ 'code-1': [{ ...ongoing, status: 'set' }] });
		const [{ json }] = await run({
			parameters: { giveUp: 'at_time', giveUpAt: '2027-03-01T18:00:00' },
		});
		expect(json.checks).toMatchObject({ give_up_at: '2027-03-01T17:00:00.000Z' });
	});

	test('is not decided by one look that failed', async () => {
		seam.respondWith(
			'/access_codes/get',
			{ access_code: ongoing },
			{ access_code: ongoing },
			...DOWN,
			{ access_code: { ...ongoing, status: 'set' } },
		);
		const [{ json }] = await run({ parameters: { giveUp: 'at_time', giveUpAt: at(25_000) } });
		expect(json).toMatchObject({ is_ready: true, outcome: 'set', code_to_give: PIN });
	});

	test('Seam away at the first look does not end the wait; a key that it refuses does', async () => {
		seam.respondWith('/access_codes/get', ...DOWN, { access_code: codeOf({ status: 'set' }) });
		expect((await run())[0].json).toMatchObject({ is_ready: true, checks: { count: 2 } });

		seam.respondWith('/access_codes/get', fault(401, 'unauthorized', 'No such key'));
		expect((await failureOf({})).message).toContain('No such key');
	});

	test('Seam out of reach meanwhile does not end the wait early', async () => {
		seam.respondWith(
			'/access_codes/get',
			{ access_code: ongoing },
			fault(403, 'forbidden', 'Not now'),
			{ access_code: { ...ongoing, status: 'set' } },
		);
		const [{ json }] = await run({ parameters: inAMinute });
		expect(json).toMatchObject({ is_ready: true, outcome: 'set' });
		expect(json.checks).toMatchObject({ seen: [{ kind: 'trouble', code: 'poll_failed' }] });
	});
});

describe('Fallback: backup code', () => {
	const parameters = { fallback: 'backup_code' };
	const failed = codeOf({
		errors: [{ error_code: 'duplicate_code_on_device', message: 'Taken.' }],
	});
	const backup = codeOf({
		access_code_id: 'backup-1',
		code: '162342',
		status: 'set',
		is_backup: true,
	});

	test('hands out the backup, then has the first one deleted, and says so', async () => {
		respondWithCodes({ 'code-1': [failed] });
		seam.respondWith('/access_codes/pull_backup_access_code', { access_code: backup });
		const [{ json }] = await run({ parameters });
		expect(json).toMatchObject({
			access_code_id: 'backup-1',
			is_ready: true,
			outcome: 'set',
			code_to_give: '162342',
			replaced_access_code: {
				access_code_id: 'code-1',
				outcome: 'failed',
				is_deletion_requested: true,
				could_still_open: true,
			},
		});
		expect(json.why).toContain('backup code');
		expect(JSON.stringify(json)).not.toContain(PIN);
		expect(seam.requests.slice(2)).toEqual([
			asked('/access_codes/pull_backup_access_code', { access_code_id: 'code-1' }),
			lookedAt(),
			asked('/access_codes/delete', { access_code_id: 'code-1' }),
		]);
	});

	test('gives the backup the name that ties the first one to its booking', async () => {
		const name = 'Ada Lovelace [HA-1042]';
		respondWithCodes({ 'code-1': [{ ...failed, name }] });
		seam.respondWith('/access_codes/pull_backup_access_code', { access_code: backup });
		seam.respondWith('/access_codes/update', {});
		const [{ json }] = await run({ parameters });
		expect(json).toMatchObject({ access_code_id: 'backup-1', name, code_to_give: '162342' });
		expect(json.replaced_access_code).not.toHaveProperty('is_outside_booking');
		expect(seam.requests.slice(-2)).toEqual([
			asked('/access_codes/delete', { access_code_id: 'code-1' }),
			asked('/access_codes/update', { access_code_id: 'backup-1', name }),
		]);
	});

	test.each([['/access_codes/update'], ['/access_codes/delete']])(
		'says that the backup is outside the booking where Seam refuses %s',
		async (path) => {
			respondWithCodes({ 'code-1': [{ ...failed, name: 'Ada Lovelace [HA-1042]' }] });
			seam.respondWith('/access_codes/pull_backup_access_code', { access_code: backup });
			seam.respondWith('/access_codes/update', {});
			seam.respondWith(path, fault(400, 'invalid_input', 'Not today'));
			const [{ json }] = await run({ parameters });
			expect(json).toMatchObject({
				code_to_give: '162342',
				replaced_access_code: { is_outside_booking: true },
			});
			expect(json.why).toContain('use its access code ID');
		},
	);

	test('gives it that name also if the first one is gone meanwhile', async () => {
		const name = 'Ada Lovelace [HA-1042]';
		const gone = fault(404, 'access_code_not_found', 'No such code');
		seam.respondWith('/access_codes/get', { access_code: { ...failed, name } }, gone);
		seam.respondWith('/access_codes/pull_backup_access_code', { access_code: backup });
		seam.respondWith('/access_codes/update', {});
		const [{ json }] = await run({ parameters });
		expect(json).toMatchObject({
			name,
			replaced_access_code: { is_deletion_requested: true, could_still_open: false },
		});
		expect(json.replaced_access_code).not.toHaveProperty('is_outside_booking');
		expect(seam.requestsTo('/access_codes/delete')).toEqual([]);
	});

	test.each([
		['of a booking', 'Ada Lovelace [HA-1042]', true],
		['of none', 'Ada Lovelace', undefined],
	])(
		'says of a first one %s that can not be read what became of it',
		async (_whose, name, is_outside_booking) => {
			const unreadable = fault(400, 'invalid_input', 'Not today');
			seam.respondWith('/access_codes/get', { access_code: { ...failed, name } }, unreadable);
			seam.respondWith('/access_codes/pull_backup_access_code', { access_code: backup });
			const [{ json }] = await run({ parameters });
			expect(json.replaced_access_code).toMatchObject({
				is_deletion_requested: false,
				could_still_open: true,
			});
			expect((json.replaced_access_code as typeof json).is_outside_booking).toBe(
				is_outside_booking,
			);
			expect(seam.requestsTo('/access_codes/delete')).toEqual([]);
		},
	);

	test('leaves the first one where another item stops the node, so that nothing is lost', async () => {
		const stuck = { ...failed, access_code_id: 'code-2' };
		respondWithCodes({ 'code-1': [failed], 'code-2': [stuck] });
		seam.respondWith('/access_codes/pull_backup_access_code', ({ access_code_id }) =>
			access_code_id === 'code-1'
				? { access_code: backup }
				: fault(404, 'backup_access_code_not_found', 'None'),
		);
		const items = [{ access_code_id: 'code-1' }, { access_code_id: 'code-2' }];
		expect((await failureOf({ items, parameters })).message).toContain('code-2 is not ready');
		expect(seam.requestsTo('/access_codes/delete')).toEqual([]);
	});

	test('a first code that was never on the lock can not open it', async () => {
		respondWithCodes({ 'code-1': [{ ...failed, status: 'unset' }] });
		seam.respondWith('/access_codes/pull_backup_access_code', { access_code: backup });
		const [{ json }] = await run({ parameters });
		expect(json.replaced_access_code).toMatchObject({ could_still_open: false });
	});

	test('a deletion that fails is told, and the guest still gets the backup', async () => {
		respondWithCodes({ 'code-1': [failed] });
		seam.respondWith('/access_codes/pull_backup_access_code', { access_code: backup });
		seam.respondWith('/access_codes/delete', fault(400, 'invalid_input', 'Not today'));
		const [{ json }] = await run({ parameters });
		expect(json).toMatchObject({
			code_to_give: '162342',
			replaced_access_code: { is_deletion_requested: false, could_still_open: true },
		});
		expect(json.why).toContain('Delete it by hand');
	});

	test('at the deadline', async () => {
		respondWithCodes({ 'code-1': [codeOf()] });
		seam.respondWith('/access_codes/pull_backup_access_code', { access_code: backup });
		const [{ json }] = await run({
			parameters: { ...parameters, giveUp: 'at_time', giveUpAt: at(30_000) },
		});
		expect(json.replaced_access_code).toMatchObject({ outcome: 'gave_up' });
	});

	test.each<[string, () => void, string]>([
		[
			'none is there',
			() =>
				seam.respondWith(
					'/access_codes/pull_backup_access_code',
					fault(404, 'backup_access_code_not_found', 'None'),
				),
			'No backup code could be pulled',
		],
		[
			'it is not set either',
			() =>
				seam.respondWith('/access_codes/pull_backup_access_code', {
					access_code: { ...backup, status: 'setting' },
				}),
			'backup-1 is not ready either',
		],
	])('%s: the wait ends as without it, and the first code stays', async (_case, script, text) => {
		respondWithCodes({ 'code-1': [failed] });
		script();
		const { message, description } = await failureOf({ parameters });
		expect(message).toContain('(failed)');
		expect(description).toContain(text);
		expect(seam.requestsTo('/access_codes/delete')).toEqual([]);
	});

	test('a code that was deleted on purpose gets none', async () => {
		respondWithCodes({});
		expect((await failureOf({ parameters })).message).toContain('(deleted)');
		expect(seam.requests).toEqual([lookedAt()]);
	});
});

test('a lock whose zone is known is not read for a code that is ready', async () => {
	const code = codeOf({
		is_scheduled_on_device: true,
		status: 'unset',
		starts_at: at(20 * HOUR),
	});
	respondWithCodes({ 'code-1': [code] });
	const items = [{ access_code_id: 'code-1', time_zone: 'Europe/Berlin' }];
	expect((await run({ items }))[0].json).toMatchObject({ outcome: 'scheduled' });
	expect(seam.requests).toEqual([lookedAt()]);
});

test('as a tool it looks once and answers, whatever it finds', async () => {
	respondWithCodes({ 'code-1': [codeOf()] });
	const context = contextOf({ isTool: true });
	const [[{ json }]] = await new SeamWaitForCodeSet().execute.call(context);
	expect(json).toMatchObject({ is_ready: false, outcome: 'waiting' });
	expect(json).not.toHaveProperty('code');
	expect(seam.requestsTo('/access_codes/get')).toHaveLength(1);
});

describe('what an expression gives', () => {
	const item = { access_code_id: 'code-1' };
	const atTime = { giveUp: 'at_time' };
	const afterDuration = { giveUp: 'after_duration' };
	const WAY_OUT = 'expression';
	const A_TIME = 'Give a date and time';

	test.each<[string, INodeParameters, string, string, string]>([
		[
			'Stop Waiting',
			{ giveUp: '={{ "before" }}' },
			"'Stop Waiting' is not set to one of its choices",
			'giveUp',
			WAY_OUT,
		],
		[
			'Ready When',
			{ readyWhen: '={{ "Set" }}' },
			"'Ready When' is not set to one of its choices",
			'readyWhen',
			WAY_OUT,
		],
		[
			'Unit',
			{ ...afterDuration, durationUnit: '={{ "hour" }}' },
			"'Unit' is not set to one of its choices",
			'durationUnit',
			WAY_OUT,
		],
		[
			'Replacement Code',
			{ fallback: '={{ "backup" }}' },
			"'Replacement Code' is not set to one of its choices",
			'fallback',
			WAY_OUT,
		],
		[
			'If Still Not Ready',
			{ whenNotReady: '={{ "go on" }}' },
			"'If Still Not Ready' is not set to one of its choices",
			'whenNotReady',
			WAY_OUT,
		],
		...['""', '"  "', 'null', '$json.missing'].map(
			(nothing): [string, INodeParameters, string, string, string] => [
				`Minutes Before the Start as ${nothing}`,
				{ minutesBeforeStart: `={{ ${nothing} }}` },
				"'Minutes Before the Start' is an expression that gave nothing for this item",
				'minutesBeforeStart',
				'Check which field',
			],
		),
		...['true', '[]', '-1', 'Infinity', '1e9'].map(
			(wrong): [string, INodeParameters, string, string, string] => [
				`Minutes Before the Start as ${wrong}`,
				{ minutesBeforeStart: `={{ ${wrong} }}` },
				"'Minutes Before the Start' must be a number from 0 to 525600",
				'minutesBeforeStart',
				WAY_OUT,
			],
		),
		[
			'Duration as true',
			{ ...afterDuration, duration: '={{ true }}' },
			"'Duration' must be a number from 1 to 525600",
			'duration',
			WAY_OUT,
		],
		['Time as nothing', { ...atTime, giveUpAt: '' }, "'Time' is empty", 'giveUpAt', A_TIME],
		[
			'Time as a word',
			{ ...atTime, giveUpAt: 'tomorrow' },
			"'Time': “tomorrow” is not a date or time",
			'giveUpAt',
			A_TIME,
		],
		[
			'Time as a date',
			{ ...atTime, giveUpAt: '2027-03-02' },
			"'Time': A time of day is needed, not only a date",
			'giveUpAt',
			A_TIME,
		],
	])('%s: is refused with the field’s name', async (_case, parameters, says, parameter, wayOut) => {
		expect(await failureOf({ items: [item], parameters })).toMatchObject({
			message: `${says} [item 0]`,
			description: expect.stringContaining(wayOut),
			context: { parameter },
		});
		expect(seam.requests).toEqual([]);
	});

	test('a number as text is a number', async () => {
		respondWithCodes({ 'code-1': [codeOf({ status: 'set' })] });
		const [{ json }] = await run({
			parameters: { ...afterDuration, duration: '={{ "3" }}', durationUnit: '={{ "hours" }}' },
		});
		expect(json.checks).toMatchObject({ give_up_at: at(3 * HOUR) });
	});

	test('no way out of Time offers a date alone, which this field does not take', async () => {
		const error = await failureOf({ parameters: { ...atTime, giveUpAt: 'tomorrow' } });
		expect(error).toMatchObject({ description: expect.not.stringMatching(/\d{4}-\d\d-\d\d(?!T)/) });
	});
});
