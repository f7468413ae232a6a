import { checkTimes } from '../../../../../nodes/shared/accessCode/planning/readWindow';
import { wishOf } from '../fixtures';

it.each([
	['a start that is no time', { startsAt: 'soon' }, 'not a date or time'],
	['a check-in time that is none', { startsAt: '2027-03-01', checkInTime: '3 pm' }, 'time of day'],
	['a zone that does not exist', { timeZone: 'Mars/Base' }, 'does not exist'],
])('%s is told before any lock is read', (_what, wish, message) => {
	expect(() => checkTimes(wishOf(wish))).toThrow(message);
});

it('ongoing access has no times to check', () => {
	expect(() => checkTimes(wishOf({ access: 'ongoing', startsAt: 'soon' }))).not.toThrow();
});
