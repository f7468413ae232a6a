import { openapi } from '@seamapi/types/connect';
import { Temporal } from 'temporal-polyfill';

import { formatInZone } from '../../../../nodes/shared/time/format';
import { instantOf, instantsShowing } from '../../../../nodes/shared/time/wallClock';
import { cityZone, isKnownZone, offsetAt, wallClockAt } from '../../../../nodes/shared/time/zone';

interface Schema {
	enum: string[];
	items: Schema;
	properties: Record<string, Schema>;
}
interface Operation {
	post: { requestBody: { content: { 'application/json': { schema: Schema } } } };
}
const paths = openapi.paths as unknown as Record<string, Operation>;
const report = paths['/devices/report_provider_metadata'].post.requestBody.content;
const { items } = report['application/json'].schema.properties.devices;
const SEAM_ZONES = items.properties.schlage_metadata.properties.time_zone.enum;

const wall = (text: string) => Date.parse(`${text}Z`);

describe('wall clock to instant', () => {
	it.each([
		// zone, what the clock shows, as a start, as an end
		[
			'America/New_York',
			'2026-03-08T01:59',
			'2026-03-08T01:59:00-05:00',
			'2026-03-08T01:59:00-05:00',
		],
		[
			'America/New_York',
			'2026-03-08T02:30',
			'2026-03-08T03:00:00-04:00',
			'2026-03-08T03:30:00-04:00',
		],
		[
			'America/New_York',
			'2026-03-08T03:00',
			'2026-03-08T03:00:00-04:00',
			'2026-03-08T03:00:00-04:00',
		],
		[
			'America/New_York',
			'2026-11-01T01:30',
			'2026-11-01T01:30:00-04:00',
			'2026-11-01T01:30:00-05:00',
		],
		[
			'America/New_York',
			'2026-11-01T02:00',
			'2026-11-01T02:00:00-05:00',
			'2026-11-01T02:00:00-05:00',
		],
		['Europe/Rome', '2027-03-28T02:15', '2027-03-28T03:00:00+02:00', '2027-03-28T03:15:00+02:00'],
		['Europe/Rome', '2027-10-31T02:15', '2027-10-31T02:15:00+02:00', '2027-10-31T02:15:00+01:00'],
		// Half an hour only, and two hours.
		[
			'Australia/Lord_Howe',
			'2026-10-04T02:15',
			'2026-10-04T02:30:00+11:00',
			'2026-10-04T02:45:00+11:00',
		],
		[
			'Australia/Lord_Howe',
			'2026-04-05T01:45',
			'2026-04-05T01:45:00+11:00',
			'2026-04-05T01:45:00+10:30',
		],
		[
			'Antarctica/Troll',
			'2026-03-29T01:30',
			'2026-03-29T03:00:00+02:00',
			'2026-03-29T03:30:00+02:00',
		],
		// The day begins at 01:00.
		['Africa/Cairo', '2026-04-24T00:00', '2026-04-24T01:00:00+03:00', '2026-04-24T01:00:00+03:00'],
		[
			'Asia/Kathmandu',
			'2026-06-01T12:00',
			'2026-06-01T12:00:00+05:45',
			'2026-06-01T12:00:00+05:45',
		],
		['PST8PDT', '2026-07-01T15:30', '2026-07-01T15:30:00-07:00', '2026-07-01T15:30:00-07:00'],
	])('%s, %s', (zone, shown, start, end) => {
		expect(formatInZone(instantOf(wall(shown), zone, 'start'), zone)).toBe(start);
		expect(formatInZone(instantOf(wall(shown), zone, 'end'), zone)).toBe(end);
	});

	it('counts an unknown zone as UTC', () => {
		expect(instantOf(wall('2026-03-08T02:30'), null, 'start')).toBe(wall('2026-03-08T02:30'));
		expect(formatInZone(wall('2026-03-08T02:30'), null)).toBe('2026-03-08T02:30:00Z');
	});

	it('knows how often a clock shows a time', () => {
		const times = (text: string) => instantsShowing(wall(text), 'America/New_York').length;
		expect([
			times('2026-03-08T02:30'),
			times('2026-07-01T12:00'),
			times('2026-11-01T01:30'),
		]).toEqual([0, 1, 2]);
	});
});

describe('the changes of all zones', () => {
	const zones = Intl.supportedValuesOf('timeZone');

	it.each([2026, 2030])('agree with Temporal in %d', (year) => {
		for (const zone of zones) {
			let change = Temporal.ZonedDateTime.from({
				timeZone: zone,
				year,
				month: 1,
				day: 1,
			}).getTimeZoneTransition('next');
			while (change !== null && change.year === year) {
				const at = change.epochMilliseconds;
				for (const minutes of [-1, 0, 30]) {
					const instant = at + minutes * 60_000;
					const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
					expect([zone, offsetAt(instant, zone)]).toEqual([zone, zoned.offsetNanoseconds / 1e6]);

					const shown = wallClockAt(instant, zone);
					const plain = zoned.toPlainDateTime();
					const earlier = plain.toZonedDateTime(zone, {
						disambiguation: 'earlier',
					}).epochMilliseconds;
					const later = plain.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
					expect([zone, instantOf(shown, zone, 'start'), instantOf(shown, zone, 'end')]).toEqual([
						zone,
						earlier,
						later,
					]);
				}
				change = change.getTimeZoneTransition('next');
			}
		}
	});
});

describe('zones', () => {
	it.each([
		['Europe/Rome', true],
		['PST8PDT', true],
		['Etc/GMT+5', true],
		['Mars/Olympus_Mons', false],
		['', false],
		['Europe', false],
	])('%s exists: %s', (zone, exists) => {
		expect(isKnownZone(zone)).toBe(exists);
	});

	it.each([
		['Europe/Rome', 'Europe/Rome'],
		['europe/rome', 'Europe/Rome'],
		['Asia/Kolkata', 'Asia/Calcutta'],
		['Europe/Kyiv', 'Europe/Kiev'],
		['US/Eastern', 'America/New_York'],
		['America/Argentina/San_Juan', 'America/Argentina/San_Juan'],
		['UTC', null],
		['Etc/GMT+2', null],
		['+02:00', null],
		['Middle/Earth', null],
	])('%s as the zone of a place is %s', (zone, listed) => {
		expect(cityZone(zone)).toBe(listed);
	});

	it('gives the zones of places the names that Seam lists (OpenAPI: devices/report_provider_metadata)', () => {
		// A few old names are links to a bigger city by now, and zones that are newer than Seam's list are not in it.
		const strange = Intl.supportedValuesOf('timeZone').filter(
			(zone) => !SEAM_ZONES.includes(cityZone(zone) ?? ''),
		);
		expect(strange.length).toBeLessThanOrEqual(2);
		for (const zone of SEAM_ZONES) expect(SEAM_ZONES).toContain(cityZone(zone));
	});
});

it('a start moves to the first valid minute from each minute of a spring gap', () => {
	const gap = Date.parse('2026-03-08T02:00:00Z');
	const change = Date.parse('2026-03-08T10:00:00Z');
	for (let minute = 0; minute < 60; minute++) {
		expect([minute, instantOf(gap + minute * 60_000, 'America/Los_Angeles', 'start')]).toEqual([
			minute,
			change,
		]);
	}
});
