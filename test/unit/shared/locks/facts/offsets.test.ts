import {
	keepSameTime,
	nextOffsetChange,
	standardOffset,
} from '../../../../../nodes/shared/locks/facts/offsets';
import { HOUR } from '../../../../../nodes/shared/time/instant';

const at = (iso: string) => Date.parse(iso);
const JANUARY = at('2027-01-25T00:00:00Z');
/** Morocco suspended its summer time for Ramadan, from 23 February to 6 April 2025. */
const BEFORE_RAMADAN = at('2025-02-20T00:00:00Z');

describe('a zone through the year', () => {
	it.each([
		['Los Angeles, in winter', 'America/Los_Angeles', JANUARY, -8],
		['Los Angeles, in summer', 'America/Los_Angeles', at('2027-07-01T00:00:00Z'), -8],
		['Casablanca', 'Africa/Casablanca', BEFORE_RAMADAN, 0],
	])('has a standard offset: %s', (_where, zone, now, hours) => {
		expect(standardOffset(zone, now)).toBe(hours * HOUR);
	});

	it.each([
		['two names of one zone', 'America/Los_Angeles', 'PST8PDT', true],
		['zones that agree in winter only', 'America/Denver', 'America/Phoenix', false],
		['zones that differ for a month', 'Africa/Casablanca', 'Africa/Lagos', false],
	])('shows the same time as another: %s', (_which, zone, other, expected) => {
		expect(keepSameTime(zone, other, BEFORE_RAMADAN)).toBe(expected);
	});

	it.each([
		['in spring', 'America/Los_Angeles', JANUARY, '2027-03-14T10:00:00Z'],
		['in autumn', 'America/Los_Angeles', at('2027-03-14T10:00:00Z'), '2027-11-07T09:00:00Z'],
		['for a month', 'Africa/Casablanca', BEFORE_RAMADAN, '2025-02-23T02:00:00Z'],
		[
			'from a second within a minute',
			'America/Los_Angeles',
			JANUARY + 17_345,
			'2027-03-14T10:00:00Z',
		],
	])('changes its clocks, to the minute: %s', (_when, zone, now, change) => {
		expect(nextOffsetChange(zone, now)).toBe(at(change));
	});

	it('may never change them', () => {
		expect(nextOffsetChange('America/Phoenix', JANUARY)).toBeNull();
	});
});
