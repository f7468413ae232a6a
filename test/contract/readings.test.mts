// What Seam's documents leave open has two readings. Each row is a request that one of them refuses and the other accepts.
import fc from 'fast-check';
import { buildPortfolio, type SeamDevice } from '../../sandbox/portfolio.mts';
import { judgeCreate } from '../../sandbox/rules/judgeCreate.mts';
import type {
	CreateRequest,
	ExistingCode,
	Reading,
	RuleDevice,
} from '../../sandbox/rules/types.mts';

const NOW = Date.parse('2026-06-01T10:00:00Z');
const HOUR = 60 * 60_000;
const portfolio = new Map(
	buildPortfolio('2026-06-01T10:00:00Z').map(({ alias, device }) => [alias, device]),
);

function lock(alias: string, change: (device: SeamDevice) => void = () => {}): RuleDevice {
	const device = structuredClone(portfolio.get(alias)!);
	change(device);
	return device;
}
const inZone = (zone: string) => (device: SeamDevice) => {
	device.location = { time_zone: zone };
	delete device.properties.offline_time_frame_options;
};
const rule = (
	device: RuleDevice,
	request: CreateRequest,
	reading: Reading,
	existing: ExistingCode[] = [],
) => judgeCreate(request, device, existing, NOW, reading).refused?.rule ?? 'accepted';

const offline = (starts_at: string, ends_at: string, more: CreateRequest = {}): CreateRequest => ({
	starts_at,
	ends_at,
	is_offline_access_code: true,
	max_time_rounding: '1h',
	...more,
});
const daily = { max_time_rounding: '1d' };
const london = lock('igloohome', inZone('Europe/London'));
const losAngeles = lock('oracode');
test.each<[string, RuleDevice, CreateRequest, string, ExistingCode[]?]>([
	[
		'igloohome: the same local time is an hour off in UTC, with no rounding named',
		london,
		offline('2026-10-01T15:00:00+01:00', '2026-11-05T15:00:00Z', { max_time_rounding: undefined }),
		'igloohome_same_time',
	],
	[
		'igloohome: 28 calendar days are 673 hours',
		london,
		offline('2026-10-10T15:00:00+01:00', '2026-11-07T15:00:00Z'),
		'igloohome_band',
	],
	[
		'igloohome: 29 calendar days are 695 hours',
		london,
		offline('2027-03-10T15:00:00Z', '2027-04-08T15:00:00+01:00', daily),
		'igloohome_band',
	],
	[
		'igloohome: 1d rounding lifts 28 days 12 hours to 29 days',
		london,
		offline('2026-06-10T15:00:00+01:00', '2026-07-09T03:00:00+01:00', daily),
		'igloohome_band',
	],
	[
		'igloohome: minutes past the hour, with no rounding named',
		london,
		offline('2026-06-10T15:20:00+01:00', '2026-06-12T11:00:00+01:00', {
			max_time_rounding: undefined,
		}),
		'igloohome_whole_hours',
	],
	[
		'igloohome: a sixth code on a local date, the first of its UTC date',
		lock('igloohome', inZone('America/Los_Angeles')),
		{ starts_at: '2026-06-11T01:00:00Z', is_offline_access_code: true, is_one_time_use: true },
		'igloohome_cap',
		['08', '09', '10', '11', '12'].map((hour) => ({
			code: null,
			starts_at: `2026-06-10T${hour}:00:00Z`,
			ends_at: null,
			is_offline_access_code: true,
			is_one_time_use: true,
		})),
	],
	[
		'igloohome: an end for a one-time code',
		london,
		offline('2026-06-10T15:00:00Z', '2026-06-11T15:00:00Z', { is_one_time_use: true }),
		'one_time_start_only',
	],
	[
		'Oracode: a quarter of an hour off the level',
		losAngeles,
		offline('2026-06-10T15:45:00-07:00', '2026-06-12T10:15:00-07:00'),
		'oracode_slot',
	],
	[
		'Oracode: 31 times 24 hours end an hour later on the wall clock',
		lock('oracode', (device) => {
			device.properties.dormakaba_oracode_metadata!.predefined_time_slots!.push({
				check_in_time: '12:00:00[America/Los_Angeles]',
				check_out_time: '13:00:00[America/Los_Angeles]',
			});
		}),
		offline('2027-02-20T12:00:00-08:00', '2027-03-23T13:00:00-07:00'),
		'oracode_31_days',
	],
	[
		'Oracode: a two-week level for three nights',
		losAngeles,
		offline('2026-06-10T15:00:00-07:00', '2026-06-13T15:00:00-07:00'),
		'oracode_slot',
	],
	[
		'max_time_rounding: absent, an hour off a 24-hour level',
		losAngeles,
		offline('2026-06-10T12:00:00-07:00', '2026-06-13T13:00:00-07:00', {
			max_time_rounding: undefined,
		}),
		'oracode_slot',
	],
	[
		'Kwikset: a start five minutes ahead',
		lock('kwikset'),
		{ starts_at: '2026-06-01T10:05:00Z', ends_at: '2026-06-02T10:00:00Z' },
		'start_date_in_future',
	],
	[
		'offline: a start two days back',
		london,
		offline('2026-05-30T10:00:00Z', '2026-06-05T10:00:00Z'),
		'start_long_past',
	],
	[
		'Lockly: time zone not configured',
		lock('lockly_no_zone'),
		offline('2026-06-10T15:00:00Z', '2026-06-12T10:00:00Z'),
		'lockly_zone',
	],
	['Brivo: exactly three in a row', lock('brivo'), { code: '45682' }, 'no_triple_consecutive_ints'],
	[
		'sequence: only a part of the PIN',
		lock('tedee'),
		{ code: '12397' },
		'no_ascending_or_descending_sequence',
	],
	['names: too short', lock('kwikset'), { name: 'A' }, 'name_length'],
	[
		'names: shown alike',
		lock('wyze'),
		{ name: 'A' },
		'name_must_be_unique',
		[{ code: null, name: 'A' }],
	],
	['KeyNest: a chosen code', lock('keynest'), { code: '482137' }, 'keynest_pin'],
	['one-time: without offline', lock('august'), { is_one_time_use: true }, 'one_time_is_offline'],
	[
		'dates: without offset',
		lock('august'),
		{ starts_at: '2026-06-10T15:00:00', ends_at: '2026-06-12' },
		'not_an_instant',
	],
	[
		'capacity',
		lock('august', (device) => {
			device.properties.max_active_codes_supported = 1;
		}),
		{},
		'capacity',
		[{ code: '4821' }],
	],
	[
		'backup pool: switched off',
		lock('august', (device) => {
			device.properties.backup_access_code_pool_enabled = false;
		}),
		{
			starts_at: '2026-06-10T15:00:00Z',
			ends_at: '2026-06-12T10:00:00Z',
			use_backup_access_code_pool: true,
		},
		'backup_disabled',
	],
	[
		'backup pool: for an offline code',
		lock('lockly'),
		offline('2026-06-10T15:00:00Z', '2026-06-12T10:00:00Z', { use_backup_access_code_pool: true }),
		'backup_offline',
	],
])('%s: strict refuses, lenient accepts', (_name, device, request, refusedBy, existing = []) => {
	expect(rule(device, request, 'strict', existing)).toBe(refusedBy);
	expect(rule(device, request, 'lenient', existing)).toBe('accepted');
});

test('what strict accepts lenient accepts, and only whole hours and 24-hour levels move a window', () => {
	const zones = ['Europe/London', 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
	const aliases = ['igloohome', 'igloohome_bridge', 'oracode', 'lockly', 'august', 'four_suites'];
	let accepted = 0;
	fc.assert(
		fc.property(
			fc.constantFrom(...aliases),
			fc.constantFrom(...zones),
			fc.integer({ min: 0, max: 24 * 400 }),
			fc.integer({ min: 1, max: 24 * 380 }),
			fc.constantFrom('1h', '1d', undefined),
			fc.boolean(),
			(alias, zone, startHour, hours, rounding, isOffline) => {
				const device = lock(alias, inZone(zone));
				const start = NOW + startHour * HOUR;
				const request = offline(
					new Date(start).toISOString(),
					new Date(start + hours * HOUR).toISOString(),
					{ max_time_rounding: rounding, is_offline_access_code: isOffline },
				);
				const strict = judgeCreate(request, device, [], NOW, 'strict');
				if (strict.refused) return;
				accepted++;
				expect(judgeCreate(request, device, [], NOW, 'lenient').accepted).toBeDefined();
				const { starts_at: from, ends_at: until } = strict.accepted;
				const moved =
					Math.abs(Date.parse(from!) - start) + Math.abs(Date.parse(until!) - start - hours * HOUR);
				expect(moved).toBeLessThanOrEqual(rounding === '1d' ? 48 * HOUR : rounding ? 2 * HOUR : 0);
			},
		),
		{ numRuns: 3_000, seed: 20_261_123 },
	);
	expect(accepted).toBeGreaterThan(500);
});

test('judging is fast enough for a hundred thousand cases', () => {
	const existing: ExistingCode[] = Array.from({ length: 150 }, (_, i) => ({
		code: String(100_000 + i),
		starts_at: '2026-08-01T10:00:00Z',
		ends_at: '2026-08-03T10:00:00Z',
		is_offline_access_code: true,
	}));
	const begun = performance.now();
	for (let i = 0; i < 2_000; i++) {
		const start = NOW + (i + 1) * HOUR;
		judgeCreate(
			offline(new Date(start).toISOString(), new Date(start + 30 * HOUR).toISOString()),
			london,
			existing,
			NOW,
			'strict',
		);
	}
	expect((performance.now() - begun) / 2_000).toBeLessThan(5);
});

/** The samples that Seam's pages print, before their own dates. */
test.each<[string, string, string, CreateRequest]>([
	[
		'igloohome hourly',
		'igloohome',
		'2023-11-07',
		offline('2023-11-10T00:00:00-00:00', '2023-11-15T18:00:00-00:00', {
			max_time_rounding: undefined,
		}),
	],
	[
		'igloohome daily',
		'igloohome',
		'2023-11-07',
		offline('2023-11-17T00:00:00-00:00', '2023-12-18T00:00:00-00:00', daily),
	],
	[
		'igloohome one-time',
		'igloohome',
		'2023-11-07',
		{ starts_at: '2023-11-12T00:00:00-00:00', is_offline_access_code: true, is_one_time_use: true },
	],
	[
		'Oracode hourly',
		'oracode',
		'2024-09-01',
		offline('2024-09-10T07:00:00-07:00', '2024-09-15T19:00:00-07:00', {
			max_time_rounding: undefined,
		}),
	],
	[
		'Oracode daily',
		'oracode',
		'2024-09-01',
		offline('2024-09-16T00:00:00-07:00', '2024-09-18T23:59:00-07:00', daily),
	],
	['online ongoing', 'august', '2023-10-19', { name: 'my ongoing code', code: '1234' }],
	[
		'online time-bound',
		'august',
		'2023-10-19',
		{ starts_at: '2025-01-01T16:00:00Z', ends_at: '2025-01-22T12:00:00Z', code: '2345' },
	],
])('accepts the documented sample: %s', (_name, alias, day, request) => {
	const verdict = judgeCreate(request, lock(alias), [], Date.parse(day), 'strict');
	expect(verdict.refused).toBeUndefined();
});
