import type { Wish } from '../../../../../nodes/shared/accessCode/wish';
import type { Device } from '../../../../../nodes/shared/schema/device';
import { DEVICE_ID, august, deviceOf, igloohome, level, oracode, planOf } from '../fixtures';

/** Each request that Seam's documents print, planned from the same wish with the clock before the sample. */
interface Sample {
	title: string;
	device: Device;
	now: string;
	wish: Partial<Wish>;
	kind: string;
	/** The request as printed, with rounding spelled out; instants are compared as instants. */
	printed: Record<string, unknown>;
	minutesAdded?: number;
}

const offline = { is_offline_access_code: true };

const classicSlot = (times: string, more = {}) => {
	const [checkIn, checkOut] = times.split('-');
	return {
		name: `Guest ${times}`,
		check_in_time: `${checkIn}:00[PST8PDT]`,
		check_out_time: `${checkOut}:00[PST8PDT]`,
		is_master: false,
		is_24_hour: false,
		is_one_shot: false,
		is_biweekly_mode: false,
		...more,
	};
};

// Levels assumed for the older document: 16:00 to 10:00, and 24 hours from 16:00.
const classicOracode = oracode(
	[classicSlot('16:00-10:00'), classicSlot('16:00-16:00', { is_24_hour: true })],
	'PST8PDT',
);
// Levels assumed for the newer document: 07:00 to 19:00 as printed, and 24 hours from 00:00.
const newerOracode = oracode([level('07:00-19:00'), level('00:00-00:00', { is_24_hour: true })]);

const nov2023 = '2023-11-01T00:00:00Z';
const sep2024 = '2024-09-01T00:00:00Z';

const hourly2023 = {
	starts_at: '2023-11-10T00:00:00-00:00',
	ends_at: '2023-11-15T18:00:00-00:00',
	...offline,
	max_time_rounding: '1h',
};
const daily2023 = {
	starts_at: '2023-11-17T00:00:00-00:00',
	ends_at: '2023-12-18T00:00:00-00:00',
	max_time_rounding: '1d',
	...offline,
};

const samples: Sample[] = [
	{
		title: 'online ongoing',
		device: august(),
		now: nov2023,
		wish: { access: 'ongoing', name: 'my ongoing code', pin: { source: 'custom', code: '1234' } },
		kind: 'online_ongoing',
		printed: { name: 'my ongoing code', code: '1234' },
	},
	{
		title: 'online time-bound',
		device: august(),
		now: '2024-12-01T00:00:00Z',
		wish: {
			name: 'my time-bound code',
			startsAt: '2025-01-01T16:00:00Z',
			endsAt: '2025-01-22T12:00:00Z',
			pin: { source: 'custom', code: '2345' },
		},
		kind: 'online_time_bound',
		printed: {
			name: 'my time-bound code',
			starts_at: '2025-01-01T16:00:00Z',
			ends_at: '2025-01-22T12:00:00Z',
			code: '2345',
		},
	},
	...[igloohome(null), igloohome('America/Los_Angeles')].flatMap((device): Sample[] => [
		{
			title: 'igloohome hourly-bound',
			device,
			now: nov2023,
			wish: {
				name: 'my hourly-bound offline code',
				startsAt: '2023-11-10T00:00:00-00:00',
				endsAt: '2023-11-15T18:00:00-00:00',
			},
			kind: 'offline_hourly_bound',
			printed: { name: 'my hourly-bound offline code', ...hourly2023 },
		},
		{
			title: 'igloohome daily-bound',
			device,
			now: nov2023,
			wish: {
				name: 'my daily-bound offline code',
				startsAt: '2023-11-17T00:00:00-00:00',
				endsAt: '2023-12-18T00:00:00-00:00',
			},
			kind: 'offline_daily_bound',
			printed: { name: 'my daily-bound offline code', ...daily2023 },
		},
		{
			title: 'igloohome one-time use',
			device,
			now: nov2023,
			wish: {
				access: 'one_time_use',
				name: 'my one-time-use offline code',
				startsAt: '2023-11-12T00:00:00-00:00',
			},
			kind: 'offline_one_time_use',
			printed: {
				name: 'my one-time-use offline code',
				starts_at: '2023-11-12T00:00:00-00:00',
				...offline,
				is_one_time_use: true,
				max_time_rounding: '1h',
			},
		},
	]),
	{
		title: 'Oracode hourly-bound, older document',
		device: classicOracode,
		now: nov2023,
		wish: {
			name: 'my hourly-bound offline code',
			startsAt: '2023-11-10T00:00:00-00:00',
			endsAt: '2023-11-15T18:00:00-00:00',
		},
		kind: 'offline_hourly_bound',
		printed: { name: 'my hourly-bound offline code', ...hourly2023 },
	},
	{
		title: 'Oracode daily-bound, older document',
		device: classicOracode,
		now: nov2023,
		wish: {
			name: 'my daily-bound offline code',
			startsAt: '2023-11-17T00:00:00-00:00',
			endsAt: '2023-12-18T00:00:00-00:00',
		},
		kind: 'offline_daily_bound',
		printed: { name: 'my daily-bound offline code', ...daily2023 },
	},
	{
		title: 'Oracode hourly-bound, newer document',
		device: newerOracode,
		now: sep2024,
		wish: {
			name: 'my hourly-bound offline code',
			startsAt: '2024-09-10T07:00:00-07:00',
			endsAt: '2024-09-15T19:00:00-07:00',
		},
		kind: 'offline_hourly_bound',
		printed: {
			name: 'my hourly-bound offline code',
			starts_at: '2024-09-10T07:00:00-07:00',
			ends_at: '2024-09-15T19:00:00-07:00',
			...offline,
			max_time_rounding: '1h',
		},
	},
	{
		title: 'Oracode daily-bound, newer document: 23:59 becomes 00:00 of the next day',
		device: newerOracode,
		now: sep2024,
		wish: {
			name: 'my daily-bound offline code',
			startsAt: '2024-09-16T00:00:00-07:00',
			endsAt: '2024-09-18T23:59:00-07:00',
		},
		kind: 'offline_daily_bound',
		printed: {
			name: 'my daily-bound offline code',
			starts_at: '2024-09-16T00:00:00-07:00',
			ends_at: '2024-09-19T00:00:00-07:00',
			max_time_rounding: '1d',
			...offline,
		},
		minutesAdded: 1,
	},
];

const withInstants = ({ starts_at, ends_at, ...rest }: Record<string, unknown>) => ({
	...rest,
	...(starts_at === undefined ? {} : { starts_at: Date.parse(String(starts_at)) }),
	...(ends_at === undefined ? {} : { ends_at: Date.parse(String(ends_at)) }),
});

describe("the samples of Seam's documents", () => {
	it.each(samples)('$title', ({ device, now, wish, kind, printed, minutesAdded = 0 }) => {
		const plan = planOf(device, wish, now);

		expect(plan.kind).toBe(kind);
		expect(withInstants({ ...plan.request })).toEqual(
			withInstants({ device_id: DEVICE_ID, ...printed }),
		);
		expect(plan.window.minutes_added_before).toBe(0);
		expect(plan.window.minutes_added_after).toBe(minutesAdded);
	});

	it('writes the newer Oracode samples with the offset of the lock, letter by letter', () => {
		const { request } = planOf(
			newerOracode,
			{ startsAt: '2024-09-10T07:00:00', endsAt: '2024-09-15T19:00:00' },
			sep2024,
		);
		expect(request.starts_at).toBe('2024-09-10T07:00:00-07:00');
		expect(request.ends_at).toBe('2024-09-15T19:00:00-07:00');
	});

	it('takes the capability flags of a lock that has both as they are', () => {
		const both = deviceOf({
			device_type: 'august_lock',
			can_program_online_access_codes: true,
			can_program_offline_access_codes: true,
			properties: {},
		});
		const wish = { startsAt: '2025-01-01T16:00:00Z', endsAt: '2025-01-22T12:00:00Z' };
		expect(planOf(both, wish, nov2023).kind).toBe('online_time_bound');
		expect(planOf(both, { ...wish, kind: 'offline' }, nov2023).kind).toBe('offline_time_bound');
	});
});
