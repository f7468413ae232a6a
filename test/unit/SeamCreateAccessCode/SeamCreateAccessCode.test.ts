import { SeamCreateAccessCode } from '../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { answer, fault, type Json } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';
import { skippingWaits } from '../support/time.mts';
import { stay, useBookings } from './bookings';
import { addCode, FLAT, FRONT_DOOR, RADIATOR } from './scriptedLocks.mts';

const bookings = useBookings();
const { run, jsonOf, failureOf, writes, bodiesOf, created } = bookings;

describe('a booking on one online lock', () => {
	it('reads the lock and its codes and creates the code', async () => {
		const [item] = await run({ simplify: false });
		const pin = item.json.code;
		expect(pin).toMatch(/^\d{6}$/);
		expect(bookings.seam.requests).toEqual([
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
		]);
		expect(item.pairedItem).toEqual({ item: 0 });
		expect(item.json).toMatchObject({
			...bookings.world.codes[0],
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
							seam: bookings.seam,
							executionId: `execution-${index}`,
						}),
					),
				),
		);
		const pins = result.map(([items]) => items[0].json.code);
		expect(new Set(pins).size).toBe(1);
		expect(bookings.world.codes).toHaveLength(1);
	});

	it('gives other bookings other PINs', async () => {
		const [first] = await jsonOf();
		const [second] = await jsonOf({ bookingKey: 'HA-1043' });
		expect(second.code).not.toBe(first.code);
		expect(bookings.world.codes).toHaveLength(2);
	});

	it('takes the next PIN where another code has the booking’s', async () => {
		const [{ code: firstChoice }] = await jsonOf();
		bookings.world.codes = [];
		bookings.world.unmanaged = [
			{ access_code_id: 'u', device_id: FRONT_DOOR, code: firstChoice, is_managed: false },
		];
		const [item] = await jsonOf();
		expect(item.code).not.toBe(firstChoice);
		expect(created()).toHaveLength(2);
	});

	it('takes the next PIN where Seam says that it is taken by a code nobody sees', async () => {
		bookings.world.before.set('/access_codes/create', () => {
			bookings.world.before.clear();
			return fault(409, 'duplicate_access_code', 'The code is in use');
		});
		const [item] = await jsonOf();
		const [first, second] = created().map(({ code }) => code);
		expect(second).not.toBe(first);
		expect(item).toMatchObject({ code: second, was_created: true });
	});

	it('adopts the code of another n8n that was faster by a moment', async () => {
		bookings.world.before.set('/access_codes/create', (body) => {
			bookings.world.before.clear();
			addCode(bookings.world, body);
			return fault(409, 'duplicate_access_code', 'The code is in use');
		});
		const [item] = await jsonOf();
		expect(item).toMatchObject({
			access_code_id: bookings.world.codes[0].access_code_id,
			was_created: false,
		});
		expect(bookings.world.codes).toHaveLength(1);
	});

	it.each([
		['the answer is lost', () => answer({ reset: true })],
		['Seam answers 500', () => fault(500, 'internal_error', 'Something broke')],
		['the answer is not JSON', () => answer({ text: '<html>Bad gateway</html>' })],
	])('finds the code again where %s after it was created', async (_what, broken) => {
		bookings.world.before.set('/access_codes/create', (body) => {
			bookings.world.before.clear();
			addCode(bookings.world, body);
			return broken();
		});
		const [item] = await jsonOf();
		expect(item).toMatchObject({
			access_code_id: bookings.world.codes[0].access_code_id,
			was_created: true,
		});
		expect(created()).toHaveLength(1);
		expect(bookings.world.codes).toHaveLength(1);
	});

	it('creates again where the request was lost before Seam did anything', async () => {
		bookings.world.before.set('/access_codes/create', () => {
			bookings.world.before.clear();
			return answer({ reset: true });
		});
		const [item] = await jsonOf();
		expect(created()[1]).toEqual(created()[0]);
		expect(item).toMatchObject({ was_created: true });
		expect(bookings.world.codes).toHaveLength(1);
	});

	it('waits out a rate limit', async () => {
		bookings.world.before.set('/access_codes/create', () => {
			bookings.world.before.clear();
			return fault(429, 'rate_limited', 'Slow down', { headers: { 'retry-after': '3' } });
		});
		await run();
		expect(bookings.world.codes).toHaveLength(1);
	});
});

describe('items without a Booking Key', () => {
	const bare = { bookingKey: '' };

	it('make one code each, also in the rounds of a loop, where every item is item 0', async () => {
		await run(bare, { runIndex: 0 });
		await run(bare, { runIndex: 1 });
		expect(bookings.world.codes).toHaveLength(2);
		expect(bookings.world.codes.map(({ name }) => name)).toEqual([
			expect.stringMatching(/^Ada Lovelace \[~[0-9a-f]{16}\]$/),
			expect.stringMatching(/^Ada Lovelace \[~[0-9a-f]{16}\]$/),
		]);
	});

	it('make no second code when n8n retries the node', async () => {
		await run(bare);
		await run(bare);
		expect(bookings.world.codes).toHaveLength(1);
	});
});

describe('Plan Only', () => {
	const reads = () => bookings.seam.requests.map(({ path, body }) => [path, body]);

	it('makes the same reads, no write, and shows the very body', async () => {
		const [planned] = await jsonOf({ planOnly: true });
		const planReads = reads();
		expect(writes()).toEqual([]);
		expect(planned).toMatchObject({ plan_only: true, action: 'create', booking_key: 'HA-1042' });
		expect(planned).not.toHaveProperty('access_code_id');

		bookings.seam.requests.length = 0;
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
		const paths = bookings.seam.requests.map(({ path }) => path);
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
		bookings.world.before.set('/access_codes/create', broken);
		const items = await run(both, { onError: 'continueRegularOutput' });
		expect(items[0].json).toMatchObject({ device_id: FRONT_DOOR, was_created: true });
		expect(items[1].json.error).toMatch(/request for “Flat”: The lock says no/);

		bookings.world.before.clear();
		const again = await jsonOf(both);
		expect(again.map(({ was_created }) => was_created)).toEqual([false, true]);
		expect(again[1].code).toBe(again[0].code);
	});

	it('go on to the next PIN together', async () => {
		bookings.world.before.set('/access_codes/create', (body) => {
			if (body.device_id !== FLAT) return undefined;
			bookings.world.before.clear();
			return fault(409, 'duplicate_access_code', 'The code is in use');
		});
		const items = await jsonOf(both);
		expect(items[1].code).toBe(items[0].code);
		expect(bookings.world.codes.map(({ code }) => code)).toEqual([items[0].code, items[0].code]);
		expect(bodiesOf('/access_codes/update')).toEqual([
			{ access_code_id: items[0].access_code_id, code: items[0].code },
		]);
	});

	it('show unique names where a lock wants them and cuts them', async () => {
		await run(both);
		expect(created()[1].name).toMatch(/^Ada Lovelace [0-9a-z]{4} \[HA-1042\]$/);
	});
});
