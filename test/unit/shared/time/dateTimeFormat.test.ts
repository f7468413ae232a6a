import { dateTimeFormat } from '../../../../nodes/shared/time/dateTimeFormat';

it('writes in UTC, whatever else is asked: what it gets was moved into its zone before', () => {
	const format = dateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Tokyo' });
	expect(format.format(Date.parse('2027-03-01T15:00:00Z'))).toBe('15:00');
});
