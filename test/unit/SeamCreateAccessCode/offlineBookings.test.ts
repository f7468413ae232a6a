import type { Json } from '../support/fakeSeam.mts';
import { byId, useBookings } from './bookings';
import { addCode, DEVICES, GARDEN_GATE } from './scriptedLocks.mts';

const bookings = useBookings();
const { run, jsonOf, created } = bookings;

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
		expect(bookings.world.codes).toHaveLength(1);
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
		expect(bookings.world.codes).toHaveLength(2);
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
		bookings.world.before.set('/devices/get', ({ device_id }) => ({
			device: bridged.find((device) => device.device_id === device_id),
		}));
		const [again] = await jsonOf(garden);
		expect(again.access_code_id).toBe(first.access_code_id);
	});

	it('reports a surplus code that another n8n made at the same moment', async () => {
		bookings.world.before.set('/access_codes/create', (body) => {
			bookings.world.before.clear();
			addCode(bookings.world, body, 0);
			return undefined;
		});
		const [item] = await jsonOf(garden);
		const [winner, own] = bookings.world.codes.map(({ access_code_id }) => access_code_id);
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
