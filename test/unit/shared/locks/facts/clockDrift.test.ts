import { clockDrift } from '../../../../../nodes/shared/locks/facts/clockDrift';
import { deviceProblems } from '../../../../../nodes/shared/locks/problems';
import { clockWarnings } from '../../../../../nodes/shared/locks/problems/planWarnings';
import { lock } from '../problems/device';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const JANUARY = Date.parse('2027-01-01T12:00:00Z');

const ttlock = (hours: number) =>
	lock({
		device_type: 'ttlock_lock',
		properties: { ttlock_metadata: { has_gateway: true, timezone_raw_offset_ms: hours * HOUR } },
	});

describe('a lock with a fixed offset, in Los Angeles', () => {
	const zone = 'America/Los_Angeles';

	it.each([
		['standard time', -8],
		['an hour too far west', -9],
		['summer time', -7],
		['another continent', 8],
	])('the plan and Get Device agree on every day of a year: %s', (_title, hours) => {
		const device = ttlock(hours);
		for (let day = 0; day < 365; day++) {
			const at = JANUARY + day * DAY;
			const isWarned = clockWarnings(device, { start: at, end: at + DAY }, zone).some(
				({ code }) => code === 'clock_offset_mismatch',
			);
			const isProblem = deviceProblems(device, at).some(
				({ code }) => code === 'ttlock_clock_offset',
			);
			expect([day, isWarned]).toEqual([day, isProblem]);
			expect([day, isWarned]).toEqual([day, clockDrift(device, zone, at) !== null]);
		}
	});

	it.each([
		[-8, 0],
		[-9, 365],
		[8, 365],
		// Right as long as daylight saving lasts: 14 March to 7 November 2027.
		[-7, 365 - 238],
	])('UTC%d is wrong on %d days of a year', (hours, wrong) => {
		const days = Array.from({ length: 365 }, (_, day) => JANUARY + day * DAY);
		expect(days.filter((at) => clockDrift(ttlock(hours), zone, at) !== null)).toHaveLength(wrong);
	});

	it('is not judged without a zone or an offset', () => {
		expect(clockDrift(ttlock(5), null, JANUARY)).toBeNull();
		expect(clockDrift(lock(), zone, JANUARY)).toBeNull();
	});
});
