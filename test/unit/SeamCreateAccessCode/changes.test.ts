import { fault } from '../support/fakeSeam.mts';
import { byId, useBookings } from './bookings';
import { FLAT, FRONT_DOOR } from './scriptedLocks.mts';

const bookings = useBookings();
const { run, jsonOf, failureOf, writes, bodiesOf, created } = bookings;

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
		bookings.world.codes[0].status = 'removing';
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
		expect(bookings.world.codes.map(({ device_id }) => device_id)).toEqual([FLAT]);
		expect(writes().map(({ path }) => path)).toEqual([
			'/access_codes/create',
			'/access_codes/create',
			'/access_codes/delete',
		]);
	});

	it('finishes a room change that was interrupted', async () => {
		await run();
		bookings.world.before.set('/access_codes/delete', () => fault(400, 'invalid_input', 'Not now'));
		const change = { device: byId(FLAT), options: { previousLocks: FRONT_DOOR } };
		const [interrupted] = await jsonOf(change);
		expect(interrupted.previous_locks).toEqual([
			expect.objectContaining({ result: 'not_deleted' }),
		]);
		bookings.world.before.clear();
		await run(change);
		await run(change);
		expect(bookings.world.codes.map(({ device_id }) => device_id)).toEqual([FLAT]);
	});
});
