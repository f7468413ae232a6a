import { fault, type Json } from '../support/fakeSeam.mts';
import { byId, useBookings } from './bookings';
import {
	addCode,
	CABIN,
	CELLAR,
	DEVICES,
	FLAT,
	FRONT_DOOR,
	GARDEN_GATE,
} from './scriptedLocks.mts';

const bookings = useBookings();
const { jsonOf, failureOf, writes, bodiesOf, created } = bookings;

/** A device as it is for one test. */
function changeDevice(id: string, changes: Json) {
	const index = DEVICES.findIndex((device) => device.device_id === id);
	const before = DEVICES[index];
	DEVICES[index] = { ...before, ...changes };
	restore.push(() => (DEVICES[index] = before));
}
const restore: Array<() => void> = [];
afterEach(() => {
	for (const undo of restore.splice(0)) undo();
});
const disconnect = (id: string) => changeDevice(id, { can_program_online_access_codes: false });

describe('a code that works', () => {
	const cabin = { device: byId(CABIN), additionalDevices: '' };

	it('is kept while the bridge of its lock is away, and nothing is written', async () => {
		const [first] = await jsonOf(cabin);
		disconnect(CABIN);
		const [second] = await jsonOf(cabin);
		expect(second).toMatchObject({
			access_code_id: first.access_code_id,
			code: first.code,
			was_created: false,
			changes: [],
			deleted_codes: [],
		});
		expect(writes()).toHaveLength(1);
	});

	it.each(['update', 'return'])(
		'is handed out by %s also if its lock can take none now',
		async (choice) => {
			addCode(bookings.world, {
				device_id: CELLAR,
				name: 'Ada Lovelace [HA-1042]',
				code: '482915',
				starts_at: '2027-03-01T15:00:00+01:00',
				ends_at: '2027-03-05T11:00:00+01:00',
			});
			const [item] = await jsonOf({ device: byId(CELLAR), options: { ifBookingHasCode: choice } });
			expect(item).toMatchObject({ code: '482915', was_created: false, changes: [] });
			expect(item).toMatchObject({
				starts_at_local: '2027-03-01T15:00:00+01:00',
				plan: { kind: 'online_time_bound', reasons: [{ rule: 'kept' }] },
			});
			expect(writes()).toEqual([]);
		},
	);

	it('is replaced by an offline one if the stay needs another while the bridge is away; both are named', async () => {
		const [first] = await jsonOf(cabin);
		disconnect(CABIN);
		const [moved] = await jsonOf({ ...cabin, endsAt: '2027-03-09T11:00' });
		expect(moved).toMatchObject({
			is_offline_access_code: true,
			was_created: true,
			deleted_codes: [{ access_code_id: first.access_code_id, result: 'deleted' }],
		});
		expect(bodiesOf('/access_codes/delete')).toEqual([{ access_code_id: first.access_code_id }]);
	});

	it('is not lost because a code that it replaces can’t be deleted', async () => {
		const [first] = await jsonOf(cabin);
		disconnect(CABIN);
		bookings.world.before.set('/access_codes/delete', () => fault(400, 'invalid_input', 'Not now'));
		const [moved] = await jsonOf({ ...cabin, endsAt: '2027-03-09T11:00' });
		expect(moved).toMatchObject({
			was_created: true,
			deleted_codes: [
				{
					access_code_id: first.access_code_id,
					result: 'not_deleted',
					until: '2027-03-05T11:00:00+01:00',
					because: expect.stringContaining('Not now'),
				},
			],
		});
	});
});

describe('a stay that ends early', () => {
	const left = { endsAt: '2027-03-03T09:00' };
	beforeEach(async () => {
		await jsonOf();
		await jsonOf({ device: byId(GARDEN_GATE) });
		jest.setSystemTime(new Date('2027-03-03T09:00:00Z'));
	});

	it('has no code any more once its new end is past', async () => {
		const [item] = await jsonOf(left);
		expect(item).toMatchObject({
			stay_is_over: true,
			was_created: false,
			deleted_codes: [{ result: 'deleted', because: 'the stay is over' }],
			codes_of_stay: [],
			cannot_be_revoked: [],
		});
		expect(item).not.toHaveProperty('code', expect.anything());
		expect(bookings.world.codes.map(({ device_id }) => device_id)).toEqual([GARDEN_GATE]);
	});

	it('says until when an offline code opens the door all the same', async () => {
		const [item] = await jsonOf({ ...left, device: byId(GARDEN_GATE) });
		expect(item).toMatchObject({
			stay_is_over: true,
			cannot_be_revoked: [{ ends_at_local: '2027-03-05T11:00:00+01:00' }],
		});
		expect(bodiesOf('/access_codes/delete')).toEqual([]);
	});

	it('fails if the code can’t be deleted: the door would stay open unnoticed', async () => {
		bookings.world.before.set('/access_codes/delete', () => fault(400, 'invalid_input', 'Not now'));
		const error = await failureOf(left);
		expect(error.message).toContain('Not now');
	});

	it('ends now, not later, if its end is still ahead', async () => {
		const [item] = await jsonOf({ endsAt: '2027-03-03T12:00' });
		expect(item).toMatchObject({ ends_at_local: '2027-03-03T12:00:00+01:00' });
		expect(item).not.toHaveProperty('stay_is_over');
	});

	it('is refused as before if there is no code to end', async () => {
		const error = await failureOf({ ...left, bookingKey: 'HA-7' });
		expect(error.message).toContain('is in the past');
	});
});

describe('an igloohome code that nobody used within its 24 hours', () => {
	const garden = { device: byId(GARDEN_GATE) };
	it.each([
		['is none for a guest who arrives later', '2027-03-02T20:00', true],
		['serves a guest who arrives in time', '2027-03-02T13:00', false],
	])('%s', async (_what, startsAt, isNew) => {
		const [first] = await jsonOf(garden);
		jest.setSystemTime(new Date('2027-03-02T11:00:00Z'));
		const [second] = await jsonOf({ ...garden, startsAt });
		expect(second.access_code_id !== first.access_code_id).toBe(isNew);
		expect(second.was_created).toBe(isNew);
		const revocable = isNew
			? [expect.objectContaining({ access_code_id: first.access_code_id })]
			: [];
		expect(second.cannot_be_revoked).toEqual(revocable);
	});
});

describe('a new PIN', () => {
	const newPin = { options: { ifBookingHasCode: 'new_pin' } };

	it('is given on request, on all locks of the booking, and does not come back', async () => {
		const both = { additionalDevices: FLAT };
		const pins: unknown[] = [(await jsonOf(both))[0].code];
		for (let time = 0; time < 3; time++) {
			const items = await jsonOf({ ...both, ...newPin });
			expect(items[1].code).toBe(items[0].code);
			expect(items[0]).toMatchObject({ was_created: false, changes: [{ field: 'code' }] });
			pins.push(items[0].code);
		}
		expect(new Set(pins).size).toBe(4);
		expect(bookings.world.codes.map(({ code }) => code)).toEqual([pins[3], pins[3]]);
		expect((await jsonOf(both))[0].code).toBe(pins[3]);
	});

	it('is not spent by a plan', async () => {
		const both = { additionalDevices: CABIN };
		const [first] = await jsonOf();
		const [planned] = await jsonOf({ ...newPin, planOnly: true });
		expect(planned).toMatchObject({ action: 'update' });
		const items = await jsonOf(both);
		expect(items.map(({ code }) => code)).toEqual([first.code, first.code]);
	});

	it('is given to a guest who is in the house, too', async () => {
		const [first] = await jsonOf();
		jest.setSystemTime(new Date('2027-03-02T09:00:00Z'));
		const [second] = await jsonOf(newPin);
		expect(second.access_code_id).toBe(first.access_code_id);
		expect(second.code).not.toBe(first.code);
	});

	it('is refused for an offline code, in one sentence', async () => {
		await jsonOf({ device: byId(GARDEN_GATE) });
		const error = await failureOf({ device: byId(GARDEN_GATE), ...newPin });
		expect(error.message).toContain("offline code can't be changed");
		expect(writes()).toHaveLength(1);
	});

	const refusePin = () =>
		Object.assign(bookings.world.codes[0], {
			errors: [{ error_code: 'duplicate_code_on_device', message: 'taken' }],
		});

	it('follows one that the lock refused for good, also after the code was deleted', async () => {
		const pins: unknown[] = [(await jsonOf())[0].code];
		refusePin();
		const [second] = await jsonOf();
		expect(second).toMatchObject({ was_created: false, changes: [{ field: 'code' }] });
		pins.push(second.code);
		bookings.world.codes.length = 0;
		const [third] = await jsonOf();
		expect(third.was_created).toBe(true);
		expect(third.code).toBe(second.code);
		expect(new Set(pins).size).toBe(2);
	});

	it('follows a phone PIN that the lock refused for good', async () => {
		const phone = { pin: 'phone', phone: '+1 650 555 0431' };
		const [first] = await jsonOf(phone);
		expect(first.code).toBe('0431');
		refusePin();
		const [second] = await jsonOf(phone);
		expect(second.code).toBe('50431');
	});

	it('is asked of the host if the custom one was refused', async () => {
		const custom = { pin: 'custom', customPin: '482915' };
		await jsonOf(custom);
		refusePin();
		const [second] = await jsonOf(custom);
		expect(second).toMatchObject({ changes: [], code: '482915' });
		expect(JSON.stringify(second.plan)).toContain('pin_refused_by_lock');
		const [third] = await jsonOf({ ...custom, customPin: '771133' });
		expect(third.code).toBe('771133');
	});
});

describe('a conflict at Seam', () => {
	const conflict = () => fault(409, 'conflict', 'The lock is busy');

	it('that no PIN gets past ends after a handful, with Seam’s own sentence', async () => {
		bookings.world.before.set('/access_codes/create', conflict);
		const error = await failureOf();
		expect(created()).toHaveLength(5);
		expect(new Set(created().map(({ code }) => code)).size).toBe(5);
		expect(error.message).toContain('The lock is busy');
		expect(error.message).not.toContain('PIN is already used');
	});

	it('on an edit of the window is not told as a PIN that is taken', async () => {
		await jsonOf();
		bookings.world.before.set('/access_codes/update', conflict);
		const error = await failureOf({ endsAt: '2027-03-07T11:00' });
		expect(error.message).toContain('The lock is busy');
		expect(error.message).not.toContain('PIN is already used');
		expect(bodiesOf('/access_codes/update')).toHaveLength(1);
	});

	it('over a custom PIN that another code has is told as that', async () => {
		bookings.world.before.set('/access_codes/create', () => {
			bookings.world.before.clear();
			addCode(bookings.world, { device_id: FRONT_DOOR, name: 'Somebody', code: '482915' });
			return conflict();
		});
		const error = await failureOf({ pin: 'custom', customPin: '482915' });
		expect(error.message).toContain('already used by another code');
		expect(error.message).not.toContain('482915');
	});
});

describe('an update that Seam applies later', () => {
	it('shows what was asked for, and that it is pending', async () => {
		await jsonOf();
		bookings.world.before.set('/access_codes/update', () => ({ action_attempt: {} }));
		const [item] = await jsonOf({ endsAt: '2027-03-07T11:00' });
		expect(item).toMatchObject({
			ends_at: '2027-03-07T10:00:00.000Z',
			ends_at_local: '2027-03-07T11:00:00+01:00',
			pending_changes: ['ends_at'],
		});
	});

	it('is not lost because the code can’t be read afterwards', async () => {
		await jsonOf();
		bookings.world.before.set('/access_codes/get', () => fault(400, 'invalid_input', 'Not now'));
		const [item] = await jsonOf({ endsAt: '2027-03-07T11:00' });
		expect(item).toMatchObject({
			pending_changes: ['ends_at'],
			ends_at: '2027-03-07T10:00:00.000Z',
		});
	});

	it('goes on if somebody deleted the code meanwhile', async () => {
		await jsonOf();
		bookings.world.before.set('/access_codes/update', () => {
			bookings.world.codes.length = 0;
			return undefined;
		});
		const [item] = await jsonOf({ endsAt: '2027-03-07T11:00' });
		expect(item).toMatchObject({ was_created: true, ends_at_local: '2027-03-07T11:00:00+01:00' });
	});
});

describe('a read that is only nice to have', () => {
	const GONE = '99999999-9999-4999-8999-999999999999';

	it.each([
		[
			'Seam knows no more',
			() => fault(404, 'device_not_found', 'No such device'),
			{ device_id: GONE, result: 'gone' },
		],
		[
			'can’t be read',
			() => fault(403, 'forbidden', 'Not yours'),
			{ device_id: GONE, result: 'not_read', because: expect.stringContaining('Not yours') },
		],
	])('of a previous lock that %s costs no code', async (_what, answer, told) => {
		bookings.world.before.set('/access_codes/list', (body) =>
			body.device_id === GONE ? answer() : undefined,
		);
		const [item] = await jsonOf({ options: { previousLocks: GONE } });
		expect(item).toMatchObject({ was_created: true, previous_locks: [told] });
	});

	it('of codes made outside Seam costs no code, and is said', async () => {
		bookings.world.before.set('/access_codes/unmanaged/list', () =>
			fault(403, 'forbidden', 'Not yours'),
		);
		const [item] = await jsonOf();
		expect(item.was_created).toBe(true);
		expect(item.plan).toMatchObject({
			warnings: expect.arrayContaining([
				expect.objectContaining({ code: 'unmanaged_codes_not_read' }),
			]) as unknown,
		});
	});
});

describe('the online code of a booking that became offline', () => {
	it('does not stay alive', async () => {
		const [first] = await jsonOf({ device: byId(CABIN) });
		const [second] = await jsonOf({ device: byId(CABIN), kind: 'offline' });
		expect(second).toMatchObject({
			is_offline_access_code: true,
			deleted_codes: [
				{
					access_code_id: first.access_code_id,
					result: 'deleted',
					because: 'an offline code takes its place',
				},
			],
		});
		expect(bookings.world.codes.map(({ access_code_id }) => access_code_id)).toEqual([
			second.access_code_id,
		]);
	});
});
