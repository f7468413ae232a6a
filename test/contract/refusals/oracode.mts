import type { Row } from './row.mts';

// The lock stands in America/Los_Angeles with the levels 7–19, 16–10, 24 h from 0:00, 24 h from 12:00, two weeks from 15:00.
const stay = (starts_at: string, ends_at: string, more = {}) => ({
	starts_at,
	ends_at,
	is_offline_access_code: true,
	max_time_rounding: '1h',
	...more,
});
const row = (section: string, what: string, rest: Partial<Row>): Row =>
	({ section, what, template: 'oracode', ...rest }) as Row;

const night = stay('2026-06-10T16:00:00-07:00', '2026-06-12T10:00:00-07:00');

export const oracodeRows: Row[] = [
	row('dormakaba Oracode: offline only', 'an online code', {
		refused: { starts_at: night.starts_at, ends_at: night.ends_at },
		accepted: night,
		says: /cannot program online/,
	}),
	row('dormakaba Oracode: PIN assigned', 'a chosen PIN', {
		refused: { ...night, code: '123456' },
		accepted: night,
		says: /cannot be set/,
	}),
	row('dormakaba Oracode: no one-time codes', 'a one-time code', {
		refused: { ...night, is_one_time_use: true },
		accepted: { ...night, is_one_time_use: false },
		says: /One-time-use/,
	}),
	row('dormakaba Oracode: 31 days', '32 days and not 31', {
		refused: stay('2026-06-10T12:00:00-07:00', '2026-07-12T12:00:00-07:00', {
			max_time_rounding: '1d',
		}),
		accepted: stay('2026-06-10T12:00:00-07:00', '2026-07-11T12:00:00-07:00', {
			max_time_rounding: '1d',
		}),
		says: /31 consecutive days/,
	}),
	row('dormakaba Oracode: no master levels', 'times that only a master level has', {
		refused: stay('2026-06-10T03:00:00-07:00', '2026-06-12T22:00:00-07:00'),
		accepted: stay('2026-06-10T00:00:00-07:00', '2026-06-12T00:00:00-07:00'),
		says: /no time slots found/,
	}),
	row('dormakaba Oracode: no one-shot levels', 'times that only a one-shot level has', {
		refused: stay('2026-06-10T09:00:00-07:00', '2026-06-10T17:00:00-07:00'),
		accepted: stay('2026-06-10T07:00:00-07:00', '2026-06-10T19:00:00-07:00'),
		says: /no time slots found/,
	}),
	row('time rules: Oracode two-week levels', '13 nights on a two-week level', {
		refused: stay('2026-06-10T15:00:00-07:00', '2026-06-23T15:00:00-07:00'),
		accepted: stay('2026-06-10T15:00:00-07:00', '2026-06-24T15:00:00-07:00'),
		says: /no time slots found/,
	}),
	row('time rules: Oracode door without levels', 'a door without levels', {
		overrides: { properties: { dormakaba_oracode_metadata: { predefined_time_slots: [] } } },
		acceptedBy: {},
		refused: night,
		accepted: night,
		says: /no time slots found/,
	}),

	row(
		'time rules: Oracode quarter of an hour off',
		'15:45 to 10:15 on a level from 16:00 to 10:00',
		{
			refused: stay('2026-06-10T15:45:00-07:00', '2026-06-12T10:15:00-07:00'),
			accepted: night,
			says: /no time slots found/,
		},
	),
	row('time rules: Oracode two hours off', '14:00 to 10:00 on a level from 16:00', {
		refused: stay('2026-06-10T14:00:00-07:00', '2026-06-12T10:00:00-07:00'),
		accepted: night,
		says: /no time slots found/,
	}),
	row('time rules: Oracode newer sample', '7:00 to 18:00 on a level from 7:00 to 19:00', {
		refused: stay('2026-09-10T07:00:00-07:00', '2026-09-15T18:00:00-07:00'),
		accepted: stay('2026-09-10T07:00:00-07:00', '2026-09-15T19:00:00-07:00'),
		says: /no time slots found/,
	}),
	row('time rules: Oracode older notation', 'UTC hours taken for the lock’s own', {
		template: 'oracode_classic',
		refused: stay('2027-01-10T15:30:00Z', '2027-01-15T10:30:00Z'),
		accepted: stay('2027-01-10T23:30:00Z', '2027-01-15T18:30:00Z'),
		says: /no time slots found/,
	}),
	row('time rules: Oracode each end its own offset', 'the start’s offset used for the end', {
		refused: stay('2026-10-30T16:00:00-07:00', '2026-11-03T10:00:00-07:00'),
		accepted: stay('2026-10-30T16:00:00-07:00', '2026-11-03T10:00:00-08:00'),
		says: /no time slots found/,
	}),
	row('time rules: rounding beyond an hour', 'more than an hour off a 24-hour level with 1h', {
		refused: stay('2026-06-10T12:00:00-07:00', '2026-06-14T13:30:00-07:00'),
		accepted: stay('2026-06-10T12:00:00-07:00', '2026-06-14T13:30:00-07:00', {
			max_time_rounding: '1d',
		}),
		says: /no time slots found/,
	}),
];
