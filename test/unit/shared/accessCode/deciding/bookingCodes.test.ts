import {
	codesOfBooking,
	oldestFirst,
	windowOf,
} from '../../../../../nodes/shared/accessCode/deciding/bookingCodes';
import { existingCode } from '../fixtures';

const NOW = Date.parse('2027-03-02T12:00:00Z');
const ids = (codes: Array<{ access_code_id: string }>) => codes.map((code) => code.access_code_id);

describe('the codes of a booking', () => {
	const own = { name: 'Ada [HA-1]', ends_at: '2027-03-05T11:00:00Z' };
	it.each([
		['its own', own, ['a']],
		['no other booking’s', { ...own, name: 'Ada [HA-2]' }, []],
		['none without a tag', { ...own, name: 'Ada' }, []],
		['none that is over', { ...own, ends_at: '2027-03-02T12:00:00Z' }, []],
		['none on its way out', { ...own, status: 'removing' }, []],
	])('are %s', (_which, fields, found) => {
		expect(ids(codesOfBooking([existingCode(fields)], 'HA-1', NOW))).toEqual(found);
	});

	it('come oldest first; of those made at one moment, the one whose ID is lower', () => {
		const codes = [
			['a', '2027-02-03T00:00:00Z'],
			['c', '2027-02-01T00:00:00Z'],
			['b', '2027-02-01T00:00:00Z'],
		].map(([access_code_id, created_at]) => existingCode({ access_code_id, created_at }));
		expect(ids(oldestFirst(codes))).toEqual(['b', 'c', 'a']);
		expect(ids(oldestFirst([...codes].reverse()))).toEqual(['b', 'c', 'a']);
	});
});

describe('the window of a code', () => {
	const startsAt = Date.parse('2027-03-01T15:00:00Z');
	const endsAt = Date.parse('2027-03-05T11:00:00Z');
	it.each([
		[
			'is the one that it has',
			{ starts_at: '2027-03-01T15:00:00Z', ends_at: '2027-03-05T11:00:00Z' },
			{ startsAt, endsAt },
		],
		['may have no end', { starts_at: '2027-03-01T15:00:00Z' }, { startsAt, endsAt: null }],
		['is none without a start', { ends_at: '2027-03-05T11:00:00Z' }, null],
	])('%s', (_what, fields, window) => {
		expect(windowOf(existingCode(fields))).toEqual(window);
	});
});
