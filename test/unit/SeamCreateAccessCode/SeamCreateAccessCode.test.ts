import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { SeamCreateAccessCode } from '../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { answer, fault, startFakeSeam, type FakeSeam, type Json } from '../support/fakeSeam.mts';
import { runNode, TEST_API_KEY, type ExecuteSetting } from '../support/nodeHarness.mts';
import { skippingWaits, useFakeClock } from '../support/time.mts';
import {
	addCode,
	CABIN,
	CELLAR,
	DEVICES,
	FLAT,
	FRONT_DOOR,
	GARDEN_GATE,
	RADIATOR,
	scriptLocks,
	SHED,
	type ScriptedLocks,
} from './scriptedLocks.mts';

const NOW = '2027-02-20T09:00:00Z';

let seam: FakeSeam;
let world: ScriptedLocks;

beforeEach(async () => {
	useFakeClock(NOW);
	seam = await startFakeSeam();
	world = scriptLocks(seam);
});
afterEach(async () => {
	jest.useRealTimers();
	await seam.stop();
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const stay: INodeParameters = {
	device: byId(FRONT_DOOR),
	name: 'Ada Lovelace',
	startsAt: '2027-03-01T15:00',
	endsAt: '2027-03-05T11:00',
	bookingKey: 'HA-1042',
};

async function run(parameters: INodeParameters = {}, setting: ExecuteSetting = {}) {
	const { result } = await skippingWaits(
		async () =>
			await runNode(SeamCreateAccessCode, {
				parameters: { ...stay, ...parameters },
				seam,
				...setting,
			}),
	);
	return result[0];
}

const jsonOf = async (...given: Parameters<typeof run>) =>
	(await run(...given)).map(({ json }) => json);

const failureOf = async (
	...given: Parameters<typeof run>
): Promise<Error & { description?: string }> =>
	await run(...given).then(
		() => {
			throw new Error('The node did not refuse');
		},
		(error: Error) => error,
	);

const WRITES = ['/access_codes/create', '/access_codes/update', '/access_codes/delete'];
const writes = () => seam.requests.filter(({ path }) => WRITES.includes(path));
const bodiesOf = (path: string) => seam.requestsTo(path).map(({ body }) => body);
const created = () => bodiesOf('/access_codes/create');

describe('a booking on one online lock', () => {
	it('reads the lock and its codes, creates the code and looks again', async () => {
		const [item] = await run();
		const pin = item.json.code;
		expect(pin).toMatch(/^\d{6}$/);
		expect(seam.requests).toEqual([
			{ method: 'POST', path: '/devices/get', body: { device_id: FRONT_DOOR } },
			{ method: 'POST', path: '/access_codes/list', body: { device_id: FRONT_DOOR } },
			{ method: 'POST', path: '/access_codes/unmanaged/list', body: { device_id: FRONT_DOOR } },
			{
				method: 'POST',
				path: '/access_codes/create',
				body: {
					device_id: FRONT_DOOR,
					name: 'Ada Lovelace [HA-1042]',
					code: pin,
					starts_at: '2027-03-01T15:00:00+01:00',
					ends_at: '2027-03-05T11:00:00+01:00',
				},
			},
			{ method: 'POST', path: '/access_codes/list', body: { device_id: FRONT_DOOR } },
		]);
		expect(item.pairedItem).toEqual({ item: 0 });
		expect(item.json).toMatchObject({
			...world.codes[0],
			booking_key: 'HA-1042',
			starts_at_local: '2027-03-01T15:00:00+01:00',
			ends_at_local: '2027-03-05T11:00:00+01:00',
			time_zone: 'Europe/Rome',
			was_created: true,
			changes: [],
			guest_instructions: [],
			cannot_be_revoked: [],
			surplus_access_code_ids: [],
			previous_locks: [],
			plan: { kind: 'online_time_bound', request: created()[0] },
		});
	});

	it('hands out the same code when the booking comes again', async () => {
		const [first] = await jsonOf();
		const [second] = await jsonOf({}, { executionId: 'another' });
		expect(second).toMatchObject({
			access_code_id: first.access_code_id,
			code: first.code,
			was_created: false,
			changes: [],
		});
		expect(created()).toHaveLength(1);
		expect(writes()).toHaveLength(1);
	});

	it('makes one code of twenty runs at the same moment', async () => {
		const { result } = await skippingWaits(
			async () =>
				await Promise.all(
					Array.from({ length: 20 }, async (_, index) =>
						runNode(SeamCreateAccessCode, {
							parameters: stay,
							seam,
							executionId: `execution-${index}`,
						}),
					),
				),
		);
		const pins = result.map(([items]) => items[0].json.code);
		expect(new Set(pins).size).toBe(1);
		expect(world.codes).toHaveLength(1);
	});

	it('gives other bookings other PINs', async () => {
		const [first] = await jsonOf();
		const [second] = await jsonOf({ bookingKey: 'HA-1043' });
		expect(second.code).not.toBe(first.code);
		expect(world.codes).toHaveLength(2);
	});

	it('takes the next PIN where another code has the booking’s', async () => {
		const [{ code: firstChoice }] = await jsonOf();
		world.codes = [];
		world.unmanaged = [
			{ access_code_id: 'u', device_id: FRONT_DOOR, code: firstChoice, is_managed: false },
		];
		const [item] = await jsonOf();
		expect(item.code).not.toBe(firstChoice);
		expect(created()).toHaveLength(2);
	});

	it('takes the next PIN where Seam says that it is taken by a code nobody sees', async () => {
		world.before.set('/access_codes/create', () => {
			world.before.clear();
			return fault(409, 'duplicate_access_code', 'The code is in use');
		});
		const [item] = await jsonOf();
		const [first, second] = created().map(({ code }) => code);
		expect(second).not.toBe(first);
		expect(item).toMatchObject({ code: second, was_created: true });
	});

	it('adopts the code of another n8n that was faster by a moment', async () => {
		world.before.set('/access_codes/create', (body) => {
			world.before.clear();
			addCode(world, body);
			return fault(409, 'duplicate_access_code', 'The code is in use');
		});
		const [item] = await jsonOf();
		expect(item).toMatchObject({
			access_code_id: world.codes[0].access_code_id,
			was_created: false,
		});
		expect(world.codes).toHaveLength(1);
	});

	it.each([
		['the answer is lost', () => answer({ reset: true })],
		['Seam answers 500', () => fault(500, 'internal_error', 'Something broke')],
		['the answer is not JSON', () => answer({ text: '<html>Bad gateway</html>' })],
	])('finds the code again where %s after it was created', async (_what, broken) => {
		world.before.set('/access_codes/create', (body) => {
			world.before.clear();
			addCode(world, body);
			return broken();
		});
		const [item] = await jsonOf();
		expect(item).toMatchObject({
			access_code_id: world.codes[0].access_code_id,
			was_created: true,
		});
		expect(created()).toHaveLength(1);
		expect(world.codes).toHaveLength(1);
	});

	it('creates again where the request was lost before Seam did anything', async () => {
		world.before.set('/access_codes/create', () => {
			world.before.clear();
			return answer({ reset: true });
		});
		const [item] = await jsonOf();
		expect(created()[1]).toEqual(created()[0]);
		expect(item).toMatchObject({ was_created: true });
		expect(world.codes).toHaveLength(1);
	});

	it('waits out a rate limit', async () => {
		world.before.set('/access_codes/create', () => {
			world.before.clear();
			return fault(429, 'rate_limited', 'Slow down', { headers: { 'retry-after': '3' } });
		});
		await run();
		expect(world.codes).toHaveLength(1);
	});
});

describe('every parameter of a create', () => {
	const sent = async (parameters: INodeParameters) => {
		await run({ bookingKey: 'HA-1042', ...parameters });
		return created()[0];
	};
	const base = {
		device_id: FRONT_DOOR,
		name: 'Ada Lovelace [HA-1042]',
		code: expect.stringMatching(/^\d{6}$/) as string,
		starts_at: '2027-03-01T15:00:00+01:00',
		ends_at: '2027-03-05T11:00:00+01:00',
	};

	const offline = {
		device_id: CABIN,
		name: expect.stringMatching(/^Ada Lovelace \[HA-1042 [0-9a-z]{6}-[0-9a-z]{6}\]$/) as string,
		starts_at: base.starts_at,
		ends_at: base.ends_at,
		is_offline_access_code: true,
	};

	it.each<[string, INodeParameters, Json]>([
		['dates only', { startsAt: '2027-03-01', endsAt: '2027-03-05' }, base],
		[
			'check-in and check-out times',
			{
				startsAt: '2027-03-01',
				endsAt: '2027-03-05',
				options: { checkInTime: '16:00', checkOutTime: '10:30' },
			},
			{ ...base, starts_at: '2027-03-01T16:00:00+01:00', ends_at: '2027-03-05T10:30:00+01:00' },
		],
		[
			'instants with offset',
			{ startsAt: '2027-03-01T14:00:00Z', endsAt: '2027-03-05T05:00:00-05:00' },
			base,
		],
		[
			'minutes before and after',
			{ options: { minutesBefore: 30, minutesAfter: '15' } },
			{ ...base, starts_at: '2027-03-01T14:30:00+01:00', ends_at: '2027-03-05T11:15:00+01:00' },
		],
		[
			'a named zone',
			{ options: { timeZone: 'named', timeZoneName: 'America/New_York' } },
			{ ...base, starts_at: '2027-03-01T21:00:00+01:00', ends_at: '2027-03-05T17:00:00+01:00' },
		],
		['the workflow’s zone', { options: { timeZone: 'workflow' } }, base],
		[
			'ongoing access',
			{ access: 'ongoing' },
			{ device_id: FRONT_DOOR, name: base.name, code: base.code },
		],
		['a custom PIN', { pin: 'custom', customPin: '482915' }, { ...base, code: '482915' }],
		[
			'a custom PIN that is a number',
			{ pin: 'custom', customPin: '={{ 482915 }}' },
			{ ...base, code: '482915' },
		],
		[
			'the digits of a phone',
			{ pin: 'phone', phone: '+1 512 555 0142' },
			{ ...base, code: expect.stringMatching(/(55)?0142$/) },
		],
		[
			'a shorter PIN',
			{ options: { preferredLength: 4 } },
			{ ...base, code: expect.stringMatching(/^\d{4}$/) },
		],
		[
			'a common code key, which leaves the PIN to Seam',
			{ options: { commonCodeKey: 'house-7' } },
			{
				device_id: FRONT_DOOR,
				name: base.name,
				starts_at: base.starts_at,
				ends_at: base.ends_at,
				common_code_key: 'house-7',
			},
		],
		[
			'a common code key and a preferred length',
			{ options: { commonCodeKey: 'house-7', preferredLength: 5 } },
			{
				device_id: FRONT_DOOR,
				name: base.name,
				preferred_code_length: 5,
				starts_at: base.starts_at,
				ends_at: base.ends_at,
				common_code_key: 'house-7',
			},
		],
		[
			'no native scheduling',
			{ options: { preferNativeScheduling: false } },
			{ ...base, prefer_native_scheduling: false },
		],
		[
			'external modification',
			{ options: { isExternalModificationAllowed: true } },
			{ ...base, is_external_modification_allowed: true },
		],
		[
			'a backup code, where the lock has a pool',
			{ device: byId(CABIN), options: { useBackupAccessCodePool: true } },
			{ ...base, device_id: CABIN, use_backup_access_code_pool: true },
		],
		[
			'an offline code with the rounding of the plan',
			{ device: byId(CABIN), kind: 'offline' },
			{ ...offline, max_time_rounding: '1h' },
		],
		[
			'an offline code with a rounding of one’s own',
			{ device: byId(CABIN), kind: 'offline', options: { maxTimeRounding: '1d' } },
			{ ...offline, max_time_rounding: '1d' },
		],
		[
			'no attempt for an offline device',
			{ options: { attemptForOfflineDevice: false } },
			{ ...base, attempt_for_offline_device: false },
		],
	])('sends %s', async (_what, parameters, body) => {
		expect(await sent(parameters)).toEqual(body);
	});
});

describe('items without a Booking Key', () => {
	const bare = { bookingKey: '' };

	it('make one code each, also in the rounds of a loop, where every item is item 0', async () => {
		await run(bare, { runIndex: 0 });
		await run(bare, { runIndex: 1 });
		expect(world.codes).toHaveLength(2);
		expect(world.codes.map(({ name }) => name)).toEqual([
			expect.stringMatching(/^Ada Lovelace \[~[0-9a-f]{16}\]$/),
			expect.stringMatching(/^Ada Lovelace \[~[0-9a-f]{16}\]$/),
		]);
	});

	it('make no second code when n8n retries the node', async () => {
		await run(bare);
		await run(bare);
		expect(world.codes).toHaveLength(1);
	});
});

describe('Plan Only', () => {
	const reads = () => seam.requests.map(({ path, body }) => [path, body]);

	it('makes the same reads, no write, and shows the very body', async () => {
		const [planned] = await jsonOf({ planOnly: true });
		const planReads = reads();
		expect(writes()).toEqual([]);
		expect(planned).toMatchObject({ plan_only: true, action: 'create', booking_key: 'HA-1042' });
		expect(planned).not.toHaveProperty('access_code_id');

		seam.requests.length = 0;
		await run();
		expect(reads().slice(0, planReads.length)).toEqual(planReads);
		const { request } = planned.plan as { request: Json };
		expect(JSON.stringify(request)).toBe(JSON.stringify(created()[0]));
	});

	it('says what is set at run where there is no Booking Key', async () => {
		const [planned] = await jsonOf({ planOnly: true, bookingKey: '' });
		expect(planned.plan).toMatchObject({
			request: { name: 'Ada Lovelace [~set at run]', code: 'set at run' },
		});
	});

	it('shows the edit where the booking has a code', async () => {
		await run();
		const [planned] = await jsonOf({ planOnly: true, endsAt: '2027-03-06T11:00' });
		expect(planned).toMatchObject({
			action: 'update',
			plan: { edit: { ends_at: '2027-03-06T11:00:00+01:00' } },
		});
		expect(writes()).toHaveLength(1);
	});
});

describe('several locks', () => {
	const both = { additionalDevices: `${FLAT}, ${FRONT_DOOR}` };

	it('get the same PIN, one item each, paired with the booking', async () => {
		const items = await run(both);
		expect(items.map(({ json }) => json.device_id)).toEqual([FRONT_DOOR, FLAT]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
		const [first, second] = items.map(({ json }) => json.code);
		expect(second).toBe(first);
		expect(first).toMatch(/^(?!12)[1-9]{6}$/);
	});

	it('read everything before the first write', async () => {
		await run(both);
		const paths = seam.requests.map(({ path }) => path);
		const firstWrite = paths.indexOf('/access_codes/create');
		expect(paths.slice(0, firstWrite)).toEqual([
			'/devices/get',
			'/devices/get',
			'/access_codes/list',
			'/access_codes/unmanaged/list',
			'/access_codes/list',
			'/access_codes/unmanaged/list',
		]);
	});

	it('are left alone altogether where one of them refuses', async () => {
		const error = await failureOf({ additionalDevices: RADIATOR });
		expect(error.message).toContain('[item 0]');
		expect(writes()).toEqual([]);
	});

	it('are told apart where one fails, and completed by running again', async () => {
		const broken = (body: Json) =>
			body.device_id === FLAT ? fault(400, 'invalid_input', 'The lock says no') : undefined;
		world.before.set('/access_codes/create', broken);
		const items = await run(both, { onError: 'continueRegularOutput' });
		expect(items[0].json).toMatchObject({ device_id: FRONT_DOOR, was_created: true });
		expect(items[1].json.error).toMatch(/^Flat: .*1 of the 2 locks/);

		world.before.clear();
		const again = await jsonOf(both);
		expect(again.map(({ was_created }) => was_created)).toEqual([false, true]);
		expect(again[1].code).toBe(again[0].code);
	});

	it('go on to the next PIN together', async () => {
		world.before.set('/access_codes/create', (body) => {
			if (body.device_id !== FLAT) return undefined;
			world.before.clear();
			return fault(409, 'duplicate_access_code', 'The code is in use');
		});
		const items = await jsonOf(both);
		expect(items[1].code).toBe(items[0].code);
		expect(world.codes.map(({ code }) => code)).toEqual([items[0].code, items[0].code]);
		expect(bodiesOf('/access_codes/update')).toEqual([
			{ access_code_id: items[0].access_code_id, code: items[0].code },
		]);
	});

	it('show unique names where a lock wants them and cuts them', async () => {
		await run(both);
		expect(created()[1].name).toMatch(/^Ada Lovelace [0-9a-z]{4} \[HA-1042\]$/);
	});
});

describe('a booking that moves', () => {
	it('is edited as little as possible and keeps its PIN', async () => {
		const [first] = await jsonOf();
		const [moved] = await jsonOf({ endsAt: '2027-03-07T11:00' });
		expect(bodiesOf('/access_codes/update')).toEqual([
			{ access_code_id: first.access_code_id, ends_at: '2027-03-07T11:00:00+01:00' },
		]);
		expect(moved).toMatchObject({
			access_code_id: first.access_code_id,
			code: first.code,
			was_created: false,
			ends_at_local: '2027-03-07T11:00:00+01:00',
			changes: [{ field: 'ends_at', to: '2027-03-07T11:00:00+01:00' }],
		});
	});

	it('keeps the ends that the payload leaves out', async () => {
		await run({ options: { minutesAfter: 30 } });
		await run({ startsAt: '', endsAt: '', name: '', options: { minutesAfter: 30 } });
		expect(bodiesOf('/access_codes/update')).toEqual([]);
		await run({ startsAt: '2027-03-02T15:00', endsAt: '', options: { minutesAfter: 30 } });
		expect(bodiesOf('/access_codes/update')).toEqual([
			expect.objectContaining({ starts_at: '2027-03-02T15:00:00+01:00' }),
		]);
	});

	it('keeps the start and the PIN once the stay has begun', async () => {
		const [first] = await jsonOf();
		jest.setSystemTime(new Date('2027-03-02T09:00:00Z'));
		const [later] = await jsonOf({
			startsAt: '2027-03-02T20:00',
			endsAt: '2027-03-06T11:00',
			pin: 'custom',
			customPin: '771122',
		});
		expect(bodiesOf('/access_codes/update')).toEqual([
			{ access_code_id: first.access_code_id, ends_at: '2027-03-06T11:00:00+01:00' },
		]);
		expect(later.code).toBe(first.code);
		expect(JSON.stringify(later.plan)).toContain('pin_kept');
	});

	it('is only returned where that is chosen', async () => {
		const [first] = await jsonOf();
		const [same] = await jsonOf({
			endsAt: '2027-03-07T11:00',
			options: { ifBookingHasCode: 'return' },
		});
		expect(same).toMatchObject({ access_code_id: first.access_code_id, ends_at: first.ends_at });
		expect(writes()).toHaveLength(1);
	});

	it('is refused where that is chosen', async () => {
		await run();
		const error = await failureOf({ options: { ifBookingHasCode: 'refuse' } });
		expect(error.message).toContain('already has a code');
		expect(writes()).toHaveLength(1);
	});

	it('is made again where its code is on its way out', async () => {
		await run();
		world.codes[0].status = 'removing';
		const [item] = await jsonOf();
		expect(item).toMatchObject({ was_created: true });
		expect(created()).toHaveLength(2);
	});

	it('loses the codes on the locks that it leaves, once the new one exists', async () => {
		const [old] = await jsonOf();
		const [moved] = await jsonOf({ device: byId(FLAT), options: { previousLocks: FRONT_DOOR } });
		expect(moved).toMatchObject({
			device_id: FLAT,
			previous_locks: [
				{
					device_id: FRONT_DOOR,
					access_code_id: old.access_code_id,
					result: 'deleted',
					until: null,
				},
			],
		});
		expect(world.codes.map(({ device_id }) => device_id)).toEqual([FLAT]);
		expect(writes().map(({ path }) => path)).toEqual([
			'/access_codes/create',
			'/access_codes/create',
			'/access_codes/delete',
		]);
	});

	it('finishes a room change that was interrupted', async () => {
		await run();
		world.before.set('/access_codes/delete', () => fault(400, 'invalid_input', 'Not now'));
		const change = { device: byId(FLAT), options: { previousLocks: FRONT_DOOR } };
		const [interrupted] = await jsonOf(change);
		expect(interrupted.previous_locks).toEqual([
			expect.objectContaining({ result: 'not_deleted' }),
		]);
		world.before.clear();
		await run(change);
		await run(change);
		expect(world.codes.map(({ device_id }) => device_id)).toEqual([FLAT]);
	});
});

describe('a booking on an igloohome without bridge', () => {
	const garden = { device: byId(GARDEN_GATE) };
	const tagged = expect.stringMatching(
		/^Ada Lovelace \[HA-1042 [0-9a-z]{6}-[0-9a-z]{6}\]$/,
	) as string;

	it('gets an hourly code', async () => {
		const [item] = await jsonOf(garden);
		expect(created()).toEqual([
			{
				device_id: GARDEN_GATE,
				name: tagged,
				starts_at: '2027-03-01T15:00:00+01:00',
				ends_at: '2027-03-05T11:00:00+01:00',
				is_offline_access_code: true,
				max_time_rounding: '1h',
			},
		]);
		expect(item).toMatchObject({
			code: null,
			was_created: true,
			plan: { kind: 'offline_hourly_bound' },
		});
		expect(item.guest_instructions).not.toEqual([]);
	});

	it('gets one code however often it comes in', async () => {
		const [first] = await jsonOf(garden);
		const [second] = await jsonOf(garden);
		expect(second.access_code_id).toBe(first.access_code_id);
		expect(world.codes).toHaveLength(1);
	});

	it('gets a code of its own for a new window, and says until when the old one opens', async () => {
		const [first] = await jsonOf(garden);
		const [moved] = await jsonOf({ ...garden, endsAt: '2027-03-07T11:00' });
		expect(moved.access_code_id).not.toBe(first.access_code_id);
		expect(moved.cannot_be_revoked).toEqual([
			{
				access_code_id: first.access_code_id,
				code: null,
				starts_at_local: '2027-03-01T15:00:00+01:00',
				ends_at_local: '2027-03-05T11:00:00+01:00',
			},
		]);
	});

	it('gets a second code from the old end on when it is extended after check-in', async () => {
		const [first] = await jsonOf(garden);
		jest.setSystemTime(new Date('2027-03-03T09:00:00Z'));
		const extended = { ...garden, endsAt: '2027-03-08T11:00' };
		const [second] = await jsonOf(extended);
		expect(second).toMatchObject({
			starts_at_local: '2027-03-05T11:00:00+01:00',
			ends_at_local: '2027-03-08T11:00:00+01:00',
			cannot_be_revoked: [],
			codes_of_stay: [
				{ access_code_id: first.access_code_id },
				{ starts_at_local: '2027-03-05T11:00:00+01:00' },
			],
		});
		const [again] = await jsonOf(extended);
		expect(again.access_code_id).toBe(second.access_code_id);
		expect(world.codes).toHaveLength(2);
	});

	it('keeps its code when the stay becomes shorter after check-in', async () => {
		const [first] = await jsonOf(garden);
		jest.setSystemTime(new Date('2027-03-03T09:00:00Z'));
		const [same] = await jsonOf({ ...garden, endsAt: '2027-03-04T11:00' });
		expect(same.access_code_id).toBe(first.access_code_id);
	});

	it('is not planned anew from the middle of a stay, where what is left would not fit the lock', async () => {
		const month = { ...garden, endsAt: '2027-03-31T15:00' };
		const [first] = await jsonOf(month);
		expect(first.plan).toMatchObject({ kind: 'offline_daily_bound' });
		jest.setSystemTime(new Date('2027-03-03T04:00:00Z'));
		const [again] = await jsonOf(month);
		expect(again.access_code_id).toBe(first.access_code_id);
	});

	it('stays offline when the lock gets a bridge during the booking', async () => {
		const [first] = await jsonOf(garden);
		const bridged: Json[] = DEVICES.map((device) => ({
			...device,
			can_program_online_access_codes: true,
		}));
		world.before.set('/devices/get', ({ device_id }) => ({
			device: bridged.find((device) => device.device_id === device_id),
		}));
		const [again] = await jsonOf(garden);
		expect(again.access_code_id).toBe(first.access_code_id);
	});

	it('reports a surplus code that another n8n made at the same moment', async () => {
		world.before.set('/access_codes/create', (body) => {
			world.before.clear();
			addCode(world, body, 0);
			return undefined;
		});
		const [item] = await jsonOf(garden);
		const [winner, own] = world.codes.map(({ access_code_id }) => access_code_id);
		expect(item).toMatchObject({
			access_code_id: winner,
			was_created: false,
			surplus_access_code_ids: [own],
			cannot_be_revoked: [{ access_code_id: own, ends_at_local: '2027-03-05T11:00:00+01:00' }],
		});
	});

	it('gives a one-time code its start alone', async () => {
		await run({ ...garden, access: 'one_time_use', endsAt: '' });
		expect(created()).toEqual([
			{
				device_id: GARDEN_GATE,
				name: expect.stringMatching(/^Ada Lovelace \[HA-1042 [0-9a-z]{6}\]$/),
				starts_at: '2027-03-01T15:00:00+01:00',
				is_offline_access_code: true,
				is_one_time_use: true,
				max_time_rounding: '1h',
			},
		]);
	});

	it('reports what cannot be revoked on a previous lock', async () => {
		await run(garden);
		const [moved] = await jsonOf({ options: { previousLocks: [GARDEN_GATE] } });
		expect(moved.previous_locks).toEqual([
			expect.objectContaining({
				device_id: GARDEN_GATE,
				result: 'cannot_be_revoked',
				until: '2027-03-05T11:00:00+01:00',
			}),
		]);
	});
});

describe('bad input', () => {
	/** One clear sentence with the item, and the way out; a PIN is not repeated. */
	const expectRefusal = async (parameters: INodeParameters, text: string) => {
		const error = await failureOf(parameters);
		expect(error.message).toContain(text);
		expect(error.message).toMatch(/\[item 0\]$/);
		expect(error.description).toBeTruthy();
		const pin = parameters.customPin;
		if (typeof pin === 'string' && pin !== '') {
			expect(`${error.message} ${error.description}`).not.toContain(pin);
		}
	};
	const custom = (customPin: string) => ({ pin: 'custom', customPin });

	it.each<[string, INodeParameters, string]>([
		['no device', { device: byId('') }, "'Device' is empty"],
		['an ID that is none', { device: byId('door 7') }, "'Device' holds 'door 7'"],
		['an item without the ID', { device: byId('={{ $json.lock }}') }, "'Device' is empty"],
		[
			'an ID that is none among several',
			{ additionalDevices: `${FLAT}, door 7` },
			'Additional Devices',
		],
		['a date that is none', { startsAt: 'next Tuesday' }, "'Starts At': “next Tuesday” is not"],
		['an end that is none', { endsAt: 5 }, "'Ends At'"],
		['a PIN with letters', custom('12ab'), "'Custom PIN' is not made of 4 to 12 digits"],
		['a PIN too short', custom('123'), "'Custom PIN' is not made of 4 to 12 digits"],
		['a PIN too long', custom('1234567890123'), "'Custom PIN' is not made of 4 to 12 digits"],
		['no PIN', custom(''), "'Custom PIN': The custom PIN is empty"],
		[
			'a zone that does not exist',
			{ options: { timeZone: 'named', timeZoneName: 'Mars/Olympus' } },
			"'Time Zone': The time zone “Mars/Olympus” does not exist",
		],
		['a zone that is not named', { options: { timeZone: 'named' } }, 'no zone is named'],
		[
			'a check-in time that is none',
			{ startsAt: '2027-03-01', options: { checkInTime: 'noon' } },
			"'Check-In Time': “noon” is not a time of day",
		],
		[
			'a check-out time that is none',
			{ endsAt: '2027-03-05', options: { checkOutTime: '25:00' } },
			"'Check-Out Time': “25:00” is not a time of day",
		],
		['minutes that are no number', { options: { minutesBefore: 'soon' } }, 'Minutes Before'],
		['negative minutes', { options: { minutesAfter: -1 } }, 'Minutes After'],
		['an addition that is none', { options: { longestAddition: 'a bit' } }, 'Longest Addition'],
		[
			'more than an hour inside the stay',
			{ options: { acceptInside: 61 } },
			'Accept Later Start or Earlier End',
		],
		['a key that is an object', { bookingKey: '={{ ({ id: 7 }) }}' }, 'Booking Key'],
		[
			'previous locks without a key',
			{ bookingKey: '', options: { previousLocks: FLAT } },
			'Previous Locks',
		],
	])('%s: one clear sentence, and no call is made', async (_what, parameters, text) => {
		await expectRefusal(parameters, text);
		expect(seam.requests).toEqual([]);
	});

	it.each<[string, INodeParameters, string]>([
		[
			'an end before the start',
			{ endsAt: '2027-02-28T11:00' },
			"'Ends At': The end (2027-02-28 11:00) is not after the start (2027-03-01 15:00)",
		],
		[
			'an end in the past',
			{ startsAt: '2027-01-01', endsAt: '2027-01-05' },
			"'Ends At': The end (2027-01-05 11:00) is in the past",
		],
		['no start', { startsAt: '' }, "'Starts At': A time-bound code needs a start"],
		['no end', { endsAt: '' }, "'Ends At': A time-bound code needs an end"],
		[
			'wall-clock times for a lock without a zone',
			{ device: byId(SHED) },
			"'Starts At': The start is a local time, and the time zone of this lock is unknown",
		],
		[
			'a PIN of a length that the lock does not take',
			custom('9241725'),
			'The PIN has 7 digits; this lock takes 4 to 6',
		],
		[
			'a PIN that breaks a rule',
			{ device: byId(FLAT), ...custom('707070') },
			"'Custom PIN': On this lock a PIN must not contain 0",
		],
		[
			'a PIN for an offline code',
			{ device: byId(GARDEN_GATE), ...custom('482915') },
			'assigned by the maker',
		],
		['a thermostat', { device: byId(RADIATOR) }, '“Radiator” (ecobee_thermostat) can hold no'],
		['a lock that can take no code', { device: byId(CELLAR) }, 'Its keypad is not connected'],
		[
			'an online code on an offline lock',
			{ device: byId(GARDEN_GATE), kind: 'online' },
			'The kind was set to online',
		],
		[
			'a window that the lock cannot hold',
			{ device: byId(GARDEN_GATE), endsAt: '2028-12-01' },
			'igloohome holds codes of 1–672 hours or of 29–367 days',
		],
	])('%s: one clear sentence, and nothing is written', async (_what, parameters, text) => {
		await expectRefusal(parameters, text);
		expect(writes()).toEqual([]);
	});

	const device = `device ${FRONT_DOOR}`;
	it.each<[string, () => unknown, string]>([
		[
			'a key that Seam does not know',
			() => fault(401, 'unauthorized', 'No'),
			'Seam does not know this API key',
		],
		[
			'a key without the right',
			() => fault(403, 'forbidden', 'No'),
			`This key is not allowed to do that with ${device}`,
		],
		[
			'a connection that breaks',
			() => answer({ reset: true }),
			`The connection to Seam broke off when asked about ${device}`,
		],
		[
			'Seam’s own trouble',
			() => fault(500, 'internal_error', 'Oops'),
			`Seam could not carry out the request for ${device} (HTTP 500)`,
		],
		[
			'a rate limit of minutes',
			() => fault(429, 'rate_limited', 'Slow', { headers: { 'retry-after': '300' } }),
			`Seam takes no more requests for ${device} at the moment`,
		],
		[
			'an answer that is not JSON',
			() => answer({ text: '<html>' }),
			'/devices/get answered with something that is not JSON',
		],
		[
			'an answer of another shape',
			() => ({ devices: [] }),
			'/devices/get answered without what it promises (device)',
		],
	])('%s: one clear sentence, and nothing is written', async (_what, broken, text) => {
		world.before.set('/devices/get', broken);
		await expectRefusal({}, text);
		expect(writes()).toEqual([]);
	});

	it.each([
		['an empty key', ''],
		['a client session token', 'seam_cst1example'],
		['a publishable key', 'seam_pk1example'],
		['a personal access token without a workspace', 'seam_at1example_exampleExampleExample12'],
	])('%s: no call is made, and the key is not repeated', async (_what, apiKey) => {
		const error = await run({}, { credential: { apiKey } }).catch((thrown: Error) => thrown);
		expect(error).toBeInstanceOf(Error);
		expect((error as Error).message).toMatch(/\[item 0\]$/);
		if (apiKey !== '') expect(JSON.stringify([error, String(error)])).not.toContain(apiKey);
		expect(seam.requests).toEqual([]);
	});

	it('says which device Seam does not know', async () => {
		const unknown = '99999999-9999-4999-8999-999999999999';
		const error = await failureOf({ device: byId(unknown) });
		expect(error.message).toContain(unknown);
		expect(writes()).toEqual([]);
	});

	it('refuses a custom PIN that is taken, without telling it', async () => {
		world.unmanaged = [
			{ access_code_id: 'u', device_id: FRONT_DOOR, code: '482915', is_managed: false },
		];
		const error = await failureOf({ pin: 'custom', customPin: '482915' });
		expect(error.message).toContain('used by another code');
		expect(error.message).not.toContain('482915');
		expect(writes()).toEqual([]);
	});

	it('masks the PIN and the key where Seam quotes them', async () => {
		world.before.set('/access_codes/create', (body) =>
			fault(400, 'invalid_input', `Code ${String(body.code)} of ${TEST_API_KEY} is bad`),
		);
		const error = await failureOf({ pin: 'custom', customPin: '482915' });
		const told = JSON.stringify([error.message, error.description, error]);
		expect(told).not.toContain('482915');
		expect(told).not.toContain(TEST_API_KEY);
	});

	it('keeps the other items where the node continues on fail', async () => {
		const items: INodeExecutionData[] = ['2027-03-05T11:00', 'never', '2027-03-06T11:00'].map(
			(end, index) => ({ json: { end, key: `HA-${index}` } }),
		);
		const output = await run(
			{ endsAt: '={{ $json.end }}', bookingKey: '={{ $json.key }}' },
			{ items, onError: 'continueRegularOutput' },
		);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(output.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
		expect(world.codes).toHaveLength(2);
		expect(seam.requestsTo('/devices/get')).toHaveLength(1);
	});
});
