import { describeBand } from '../../../../../nodes/shared/locks/fitting/describeBand';
import { DAY, HOUR } from '../../../../../nodes/shared/time/instant';

it.each([
	[0, Infinity, ''],
	[HOUR, Infinity, 'of at least 1 hour'],
	[2 * DAY, Infinity, 'of at least 2 days'],
	[0, DAY, 'of at most 1 day'],
	[0, 25 * HOUR, 'of at most 25 hours'],
	[HOUR, 672 * HOUR, 'of 1–672 hours'],
	[29 * DAY, 367 * DAY, 'of 29–367 days'],
	[1.5 * HOUR, DAY, 'of 1.5–24 hours'],
])('%d to %d is told as “%s”', (min, max, told) => {
	expect(describeBand(min, max)).toBe(told);
});
