import { DateTime } from 'luxon';

import { arrivalsOf, stateOf } from '../../../examples/src/watch/arrivals';

type Code = Parameters<typeof stateOf>[0];

const PIN = '4821';
const code = (more: Partial<Code> = {}): Code => ({
	...{ access_code_id: 'c1', device_id: 'd1', name: 'Ada Guest [smoobu-1 x]', code: PIN },
	...{ status: 'unset', starts_at: NOON.plus({ minutes: 30 }).toISO(), errors: [] },
	...more,
});

/** It is noon in Tokyo, and still night in Rome. */
const NOON = DateTime.fromISO('2027-03-01T12:00', { zone: 'Asia/Tokyo' });
const AT_NOON = { now: () => NOON, fromISO: DateTime.fromISO } as unknown as typeof DateTime;

const device = { device_id: 'd1', nickname: 'Front Door', location: { time_zone: 'Asia/Tokyo' } };
const find = (...codes: Code[]) => findOn(device, ...codes);
const findOn = (on: typeof device & { properties?: object }, ...codes: Code[]) =>
	arrivalsOf({
		...{ DateTime: AT_NOON, zone: 'Europe/Rome', devices: [on], codes },
		settings: { hours_before: '12', minutes_before: '45' },
	});
const starting = (after: object, more: Partial<Code> = {}) =>
	find(code({ starts_at: NOON.plus(after).toISO(), ...more }));

const BROKEN = {
	errors: [{ error_code: 'failed_to_set_on_device', message: `Could not set ${PIN}` }],
};

test.each([
	['set', { status: 'set' }],
	['stored on the lock', { is_scheduled_on_device: true }],
	['offline, with a PIN', { is_offline_access_code: true }],
])('a code is ready if it is %s', (_, more) => {
	expect(stateOf(code(more))).toMatchObject({ isReady: true });
	expect(find(code(more))).toMatchObject([{ about: '', is_ready: true, is_today: true }]);
});

test.each([
	['not_set', {}],
	['not_set', { status: 'setting', is_scheduled_on_device: true }],
	['no_pin', { is_offline_access_code: true, is_waiting_for_code_assignment: true }],
	['no_pin', { status: 'set', code: null }],
	['changing', { status: 'set', pending_mutations: [{ mutation_code: 'updating_code' }] }],
	['failed_to_set_on_device', BROKEN],
	['access_code_inactive', { status: 'set', errors: [{ error_code: 'access_code_inactive' }] }],
])('a code is not ready: %s', (reason, more) => {
	expect(stateOf(code(more))).toMatchObject({ isReady: false, reason });
	expect(find(code(more))).toMatchObject([{ about: `c1 ${reason}`, is_ready: false }]);
});

test('a code that is confirmed beyond doubt is ready, whatever went wrong before', () => {
	expect(stateOf(code({ status: 'set', ...BROKEN }))).toMatchObject({ isReady: true });
});

test('says whose code it is, of which booking, where and when; never the PIN', () => {
	const [arrival] = find(code(BROKEN));
	expect(arrival).toMatchObject({
		...{ guest: 'Ada Guest', booking: 'smoobu-1', lock: 'Front Door', arrives: '2027-03-01 12:30' },
		state: 'NOT READY, failed_to_set_on_device: Could not set ••••',
	});
	expect(JSON.stringify(arrival)).not.toContain(PIN);
	expect(find(code({ name: 'Cleaner' }))).toMatchObject([{ guest: 'Cleaner', booking: '' }]);
});

test('what is just not on the lock yet is told in the last minutes, an error hours before', () => {
	expect(starting({ minutes: 46 })).toMatchObject([{ about: '', is_today: true }]);
	expect(starting({ minutes: 44 })).toMatchObject([{ about: 'c1 not_set' }]);
	expect(starting({ hours: 11 }, BROKEN)).toMatchObject([{ about: 'c1 failed_to_set_on_device' }]);
	expect(starting({ minutes: -30 })).toMatchObject([{ about: 'c1 not_set' }]);
	expect(starting({ minutes: -90 })).toMatchObject([{ about: '' }]);
});

test('today is the day on the lock’s clock', () => {
	expect(starting({ hours: 11.9 })).toMatchObject([{ is_today: true }]);
	expect(starting({ hours: 12.1 })).toEqual([]);
	// On a lock without a zone it is still the night before.
	expect(starting({ hours: 12.1 }, { device_id: 'unknown' })).toMatchObject([
		{ is_today: true, arrives: '2027-03-01 16:06' },
	]);
});

test('standing codes, and codes of the backup pool, are no arrivals', () => {
	expect(find(code({ starts_at: null }), code({ is_backup: true }))).toEqual([]);
});

test.each([
	['its status', { status: 'removing' }],
	['a change that is pending', { pending_mutations: [{ mutation_code: 'deleting' }] }],
	['a warning', { warnings: [{ warning_code: 'being_deleted' }] }],
])('a code that is being deleted is no arrival: %s', (_, more) => {
	expect(find(code({ status: 'set', ...more }))).toEqual([]);
});

test('a zone that does not exist does not hide an arrival: the next one that the lock names counts', () => {
	const properties = { schlage_metadata: { time_zone: 'Mars/Olympus' } };
	expect(findOn({ ...device, properties }, code())).toMatchObject([
		{ about: 'c1 not_set', arrives: '2027-03-01 12:30', is_today: true },
	]);
	const nowhere = { ...device, location: { time_zone: 'GMT plus nine' } };
	// n8n’s own zone.
	expect(findOn(nowhere, code())).toMatchObject([{ arrives: '2027-03-01 04:30' }]);
});
