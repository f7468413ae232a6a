import { DateTime } from 'luxon';

import { planOf } from '../../../examples/src/turnover/plan';

const thermostat = {
	device_id: 'hall',
	custom_metadata: { listing_id: 'cottage' },
	location: { time_zone: 'Europe/Rome' },
};
const settings = { preset: 'home', hours_before: '3', check_in: '15:00', check_out: '11:00' };
const booking = {
	booking_key: 'demo-1',
	state: 'stay',
	listing_id: 'cottage',
	arrives: '2031-06-01',
	leaves: '2031-06-04T10:00',
};
const wish = {
	device_id: 'hall',
	name: 'Stay demo-1',
	preset: 'home',
	starts_at: '2031-06-01T12:00:00.000+02:00',
	ends_at: '2031-06-04T10:00:00.000+02:00',
};
const schedule = {
	thermostat_schedule_id: 'schedule-1',
	device_id: 'hall',
	name: 'Stay demo-1',
	climate_preset_key: 'home',
	starts_at: '2031-06-01T10:00:00.000Z',
	ends_at: '2031-06-04T08:00:00.000Z',
};
const gone = { action: 'delete', thermostat_schedule_id: 'schedule-1' };

const plan = (given: object, changes: object = {}) =>
	planOf({
		...{ DateTime, settings, thermostats: [thermostat], schedules: [] as object[] },
		booking: { ...booking, ...changes },
		...given,
	});

test('a new stay gets a schedule that begins before the check-in, on the thermostat’s clock', () => {
	expect(plan({})).toEqual([{ action: 'create', ...wish }]);
	const moments = { arrives: '2031-06-01T16:00:00+02:00', leaves: '2031-06-04T08:00:00Z' };
	expect(plan({}, moments)).toEqual([
		{ action: 'create', ...wish, starts_at: '2031-06-01T13:00:00.000+02:00' },
	]);
});

test('a schedule that fits stays, one that does not moves, and a second one goes', () => {
	expect(plan({ schedules: [schedule, { ...schedule, name: 'Stay other' }] })).toEqual([]);
	const { thermostat_schedule_id } = schedule;
	expect(plan({ schedules: [{ ...schedule, climate_preset_key: 'away' }] })).toEqual([
		{ action: 'update', thermostat_schedule_id, ...wish },
	]);
	const double = { ...schedule, thermostat_schedule_id: 'schedule-2' };
	expect(plan({ schedules: [schedule, double] })).toEqual([
		{ action: 'delete', thermostat_schedule_id: 'schedule-2' },
	]);
});

test('what is no stay any more, or is over, loses its schedule', () => {
	expect(plan({ schedules: [schedule] }, { state: 'cancelled' })).toEqual([gone]);
	const past = { arrives: '2021-06-01', leaves: '2021-06-02' };
	expect(plan({ schedules: [schedule] }, past)).toEqual([gone]);
	expect(plan({}, past)).toEqual([]);
});

test('a stay that moves to another listing leaves the old thermostat', () => {
	const other = { ...thermostat, device_id: 'loft', custom_metadata: { listing_id: 'loft' } };
	const thermostats = [thermostat, other];
	expect(plan({ thermostats, schedules: [schedule] }, { listing_id: 'loft' })).toEqual([
		{ action: 'create', ...wish, device_id: 'loft' },
		gone,
	]);
});

test.each([
	['a listing without a thermostat', {}, { listing_id: 'barn' }, 'No thermostat in Seam has'],
	['dates that are none', {}, { arrives: 'soon' }, 'its dates can’t be read'],
	['an end before the start', {}, { leaves: '2031-05-01' }, 'its dates can’t be read'],
	[
		'a thermostat without a zone',
		{ thermostats: [{ ...thermostat, location: {} }] },
		{},
		'its thermostat has no time zone in Seam',
	],
])('says why not: %s', (_what, given, changes, says) => {
	expect(plan(given, changes)).toEqual([
		{ action: 'refuse', error: expect.stringContaining(says) },
	]);
});
