import type { Row } from './row.mts';

// The lock stands in Asia/Singapore (UTC+8, no clock changes) unless a row says otherwise.
const plain = { properties: { offline_time_frame_options: null } };
const LONDON = { ...plain, location: { time_zone: 'Europe/London', timezone: 'Europe/London' } };

const offline = (starts_at: string, ends_at?: string, more = {}) => ({
	starts_at,
	...(ends_at !== undefined && { ends_at }),
	is_offline_access_code: true,
	max_time_rounding: '1h',
	...more,
});
const from = '2026-06-10T15:00:00+08:00';
const daily = { max_time_rounding: '1d' };
const oneTime = (starts_at: string, more = {}) =>
	offline(starts_at, undefined, { is_one_time_use: true, ...more });

const row = (section: string, what: string, rest: Partial<Row>): Row =>
	({ section, what, template: 'igloohome', overrides: plain, ...rest }) as Row;

export const igloohomeRows: Row[] = [
	row('igloohome online', 'an online code without a bridge', {
		template: 'igloohome_bridge',
		overrides: { properties: { igloohome_metadata: { bridge_id: null } } },
		acceptedBy: {},
		refused: { code: '482193' },
		accepted: { code: '482193' },
		says: /bridge/,
	}),
	row('igloohome hourly', 'half an hour', {
		refused: offline(from, '2026-06-10T15:29:00+08:00'),
		accepted: offline(from, '2026-06-10T16:00:00+08:00'),
		says: /1 to 672 hours/,
	}),
	row('igloohome hourly', '673 hours and not 672', {
		refused: offline(from, '2026-07-08T16:00:00+08:00'),
		accepted: offline(from, '2026-07-08T15:00:00+08:00'),
		says: /1 to 672 hours/,
	}),
	row('igloohome hourly', 'a chosen PIN', {
		refused: offline(from, '2026-06-12T11:00:00+08:00', { code: '482193' }),
		accepted: offline(from, '2026-06-12T11:00:00+08:00'),
		says: /cannot be set/,
	}),
	row('igloohome hourly', 'a fourth code in one start hour', {
		before: ['11', '12', '13'].map((day) => offline(from, `2026-06-${day}T15:00:00+08:00`)),
		refused: offline(from, '2026-06-14T15:00:00+08:00'),
		accepted: offline('2026-06-10T16:00:00+08:00', '2026-06-14T15:00:00+08:00'),
		says: /At most 3/,
	}),
	row('igloohome hourly', 'an offline code without end', {
		refused: { is_offline_access_code: true },
		accepted: offline(from, '2026-06-12T11:00:00+08:00'),
		says: /time-bound/,
	}),
	row('igloohome daily', '28 days 23 hours and not 29 days', {
		refused: offline(from, '2026-07-09T14:00:00+08:00', daily),
		accepted: offline(from, '2026-07-09T15:00:00+08:00', daily),
		says: /29 to 367 days/,
	}),
	row('igloohome daily', '368 days and not 367', {
		refused: offline(from, '2027-06-13T15:00:00+08:00', daily),
		accepted: offline(from, '2027-06-12T15:00:00+08:00', daily),
		says: /29 to 367 days/,
	}),
	row('igloohome daily', 'another time of day at the end', {
		refused: offline(from, '2026-07-20T11:00:00+08:00', daily),
		accepted: offline(from, '2026-07-20T15:00:00+08:00', daily),
		says: /must match/,
	}),
	row('igloohome daily', 'a fourth code on one start day', {
		before: ['20', '21', '22'].map((day) => offline(from, `2026-07-${day}T15:00:00+08:00`, daily)),
		refused: offline(from, '2026-07-23T15:00:00+08:00', daily),
		accepted: offline('2026-06-11T15:00:00+08:00', '2026-07-23T15:00:00+08:00', daily),
		says: /At most 3/,
	}),
	row('igloohome one-time', 'an end', {
		refused: { ...oneTime(from), ends_at: '2026-06-11T15:00:00+08:00' },
		accepted: oneTime(from),
		says: /ends_at cannot be set/,
	}),
	row('igloohome one-time', 'a sixth code on one start date', {
		before: [10, 11, 12, 13, 14].map((hour) => oneTime(`2026-06-10T${hour}:00:00+08:00`)),
		refused: oneTime(from),
		accepted: oneTime('2026-06-11T15:00:00+08:00'),
		says: /At most 5/,
	}),
	row('igloohome total', 'a 200th PIN', {
		overrides: { properties: { max_active_codes_supported: 1 } },
		acceptedBy: { properties: { max_active_codes_supported: 2 } },
		before: [offline(from, '2026-06-12T11:00:00+08:00')],
		refused: offline(from, '2026-06-13T11:00:00+08:00'),
		accepted: offline(from, '2026-06-13T11:00:00+08:00'),
		says: /no space/,
	}),

	row(
		'time rules: igloohome between the bands',
		'28 days 12 hours, though 1d rounding is allowed',
		{
			refused: offline(from, '2026-07-09T03:00:00+08:00', daily),
			accepted: offline(from, '2026-07-08T15:00:00+08:00', daily),
			says: /672 hours, or 29/,
		},
	),
	row('time rules: igloohome whole hours', 'minutes past the hour without any rounding', {
		refused: offline('2026-06-10T15:20:00+08:00', '2026-06-12T11:00:00+08:00', {
			max_time_rounding: undefined,
		}),
		accepted: offline('2026-06-10T15:20:00+08:00', '2026-06-12T11:00:00+08:00'),
		says: /max_time_rounding/,
	}),
	row(
		'time rules: same time of day over a clock change',
		'the same UTC time over a clock change without rounding',
		{
			overrides: LONDON,
			refused: offline('2026-10-01T15:00:00Z', '2026-11-05T15:00:00Z', {
				max_time_rounding: undefined,
			}),
			accepted: offline('2026-10-01T15:00:00Z', '2026-11-05T15:00:00Z', daily),
			says: /must match/,
		},
	),
	row('time rules: band edges over a clock change', '29 calendar days that are 695 hours', {
		overrides: LONDON,
		refused: offline('2027-03-10T15:00:00+00:00', '2027-04-08T15:00:00+01:00', daily),
		accepted: offline('2027-03-10T15:00:00+00:00', '2027-04-09T15:00:00+01:00', daily),
		says: /29 to 367 days/,
	}),
];
