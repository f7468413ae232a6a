import { settingsThatHelp } from '../../../../../nodes/shared/accessCode/planning/settingsThatHelp';
import { readWindow } from '../../../../../nodes/shared/accessCode/planning/readWindow';
import { DAY, HOUR } from '../../../../../nodes/shared/time/instant';
import { igloohome, wishOf } from '../fixtures';

const now = Date.parse('2027-02-01T00:00:00Z');
const wish = wishOf({ startsAt: '2027-03-01T15:00', endsAt: '2027-03-02T11:00' });
const asked = readWindow(wish, igloohome(), now);
const stay = { start: asked.start!, end: asked.end! };

/** What is told of what is proposed if any of it would do and the nearest window covers the stay. */
const proposed = (before: number, after: number) =>
	settingsThatHelp(
		{ wish, asked, now },
		stay,
		[
			{
				kind: 'offline_hourly_bound',
				start: stay.start - before,
				end: stay.end + after,
				isCovering: true,
				distance: before + after,
			},
		],
		() => true,
	).map(({ told }) => told);

it.each([
	['after the stay', 0, 7 * DAY],
	['before the stay', 7 * DAY, 0],
])('a week of extra time %s may be proposed, and no more', (_end, before, after) => {
	expect(proposed(before, after)).toEqual(['Most Extra Time (Hours): 168']);
	const more = HOUR / 100;
	expect(proposed(before && before + more, after && after + more)).toEqual([]);
});
