import type { Row } from './row.mts';

// A lock that describes its own time frames; it stands in America/New_York.
const option = (rule: Record<string, unknown>) => ({
	location: { time_zone: 'America/New_York' },
	properties: { online_time_frame_options: [{ display_name: 'Only', ...rule }] },
});
const stay = (starts_at: string, ends_at: string, more = {}) => ({ starts_at, ends_at, ...more });

const row = (field: string, what: string, rest: Partial<Row>): Row =>
	({
		section: `time_frame_options: ${field}`,
		what,
		template: 'august',
		says: /time frame/,
		...rest,
	}) as Row;

const from = '2026-06-10T15:00:00-04:00';

/** Every field of a time-frame option. */
export const timeFrameRows: Row[] = [
	row('min_duration', '59 minutes and not an hour', {
		overrides: option({ min_duration: 'PT1H' }),
		refused: stay(from, '2026-06-10T15:59:00-04:00'),
		accepted: stay(from, '2026-06-10T16:00:00-04:00'),
	}),
	row('max_duration', '673 hours and not 672', {
		overrides: option({ max_duration: 'PT672H' }),
		refused: stay(from, '2026-07-08T16:00:00-04:00'),
		accepted: stay(from, '2026-07-08T15:00:00-04:00'),
	}),
	row('min_duration in days', '28 days and not 29', {
		overrides: option({ min_duration: 'P29D', max_duration: 'P367D' }),
		refused: stay(from, '2026-07-08T15:00:00-04:00'),
		accepted: stay(from, '2026-07-09T15:00:00-04:00'),
	}),
	row('matching_start_end_time', 'an end at another time of day', {
		overrides: option({ matching_start_end_time: true }),
		refused: stay(from, '2026-06-20T11:00:00-04:00'),
		accepted: stay(from, '2026-06-20T15:00:00-04:00'),
	}),
	row('time_pairs', 'the start of one pair with the end of another', {
		overrides: option({
			time_zone: 'America/New_York',
			time_pairs: [
				{ display_name: 'Day', start_time: '07:00', end_time: '19:00' },
				{ display_name: 'Night', start_time: '16:00', end_time: '10:00' },
			],
		}),
		refused: stay('2026-06-10T07:00:00-04:00', '2026-06-12T10:00:00-04:00'),
		accepted: stay('2026-06-10T16:00:00-04:00', '2026-06-12T10:00:00-04:00'),
	}),
	row('time_zone', 'times of another zone', {
		overrides: option({
			time_zone: 'Europe/Berlin',
			time_pairs: [{ display_name: 'Night', start_time: '16:00', end_time: '10:00' }],
		}),
		refused: stay('2026-06-10T16:00:00-04:00', '2026-06-12T10:00:00-04:00'),
		accepted: stay('2026-06-10T16:00:00+02:00', '2026-06-12T10:00:00+02:00'),
	}),
	row('start_date_recurrence_rule', 'a start on a Wednesday where Saturdays are wanted', {
		overrides: option({ start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=SA' }),
		refused: stay(from, '2026-06-20T11:00:00-04:00'),
		accepted: stay('2026-06-13T15:00:00-04:00', '2026-06-20T11:00:00-04:00'),
	}),
	row(
		'start_date_recurrence_rule',
		'a start on the second Monday where the first or third is wanted',
		{
			overrides: option({ start_date_recurrence_rule: 'FREQ=MONTHLY;BYDAY=1MO,3MO' }),
			refused: stay('2026-06-08T15:00:00-04:00', '2026-06-20T11:00:00-04:00'),
			accepted: stay('2026-06-15T15:00:00-04:00', '2026-06-20T11:00:00-04:00'),
		},
	),
	row('end_date_recurrence_rule', 'an end on the 19th where the 20th is wanted', {
		overrides: option({ end_date_recurrence_rule: 'FREQ=MONTHLY;BYMONTHDAY=20' }),
		refused: stay(from, '2026-06-19T11:00:00-04:00'),
		accepted: stay(from, '2026-06-20T11:00:00-04:00'),
	}),
	row('display_name', 'a start alone, which fits no duration', {
		template: 'igloohome',
		overrides: { device_type: 'igloo_lock', can_program_offline_access_codes: true },
		refused: { starts_at: from, is_offline_access_code: true, is_one_time_use: true },
		accepted: {
			starts_at: from,
			ends_at: '2026-06-11T15:00:00-04:00',
			is_offline_access_code: true,
		},
		says: /ends_at is required/,
	}),
];
