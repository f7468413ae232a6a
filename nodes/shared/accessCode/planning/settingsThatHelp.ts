import type { NearestWindow } from '../../locks/types';
import type { Window } from '../../locks/fitting/windowShape';
import { DAY, HOUR, MINUTE, type Instant } from '../../time/instant';
import { ExactTime } from '../../time/timeInput';
import type { Consideration } from './considerKinds';
import type { Wish } from '../wish';
import { LONGEST_INSIDE } from './readMinutes';

/** Whether the wish can be planned with these fields changed. */
export type CanPlan = (change: Partial<Wish>) => boolean;

type Tried = Pick<Consideration, 'wish' | 'asked' | 'now'>;

/** A setting of Seam Create Access Code, with its value, and what it changes of the wish. */
export interface Setting {
	told: string;
	change: Partial<Wish>;
}

/** Hours that a host may add knowingly: more is another booking's stay. */
const MOST_ADDITION = 7 * 24;

const MOST_TOLD = 3;

/**
 * The settings with which the lock could hold a code for a wish that was refused: each alone, else two together.
 * Each was tried.
 */
export function settingsThatHelp(
	tried: Tried,
	stay: Window | undefined,
	nearest: NearestWindow[],
	canPlan: CanPlan,
): Setting[] {
	const settings = [
		...settingsOfWish(tried.wish),
		...(stay ? additions(stay, tried.asked.start ?? stay.start, nearest) : []),
		...otherAccess(tried),
	];
	const alone = settings.filter(({ change }) => canPlan(change));
	if (alone.length > 0) return alone.slice(0, MOST_TOLD);
	const pairs = settings.flatMap((one, index) =>
		settings.slice(index + 1).map((other) => ({
			told: `${one.told} and ${other.told}`,
			change: { ...one.change, ...other.change },
		})),
	);
	const together = pairs.find(({ change }) => canPlan(change));
	return together === undefined ? [] : [together];
}

/** Choices of the wish that rule kinds out. */
function settingsOfWish(wish: Wish): Setting[] {
	const settings: Setting[] = [];
	if (wish.pin.source === 'custom') {
		settings.push({ told: 'PIN: Generated', change: { pin: { source: 'generated' } } });
	}
	if (wish.kind !== 'automatic') {
		settings.push({ told: 'Kind of Code: Automatic', change: { kind: 'automatic' } });
	}
	if (wish.whenWindowDoesNotFit === 'refuse') {
		const change = { whenWindowDoesNotFit: 'fit' } as const;
		settings.push({ told: "When the Window Doesn't Fit: Fit to the Lock", change });
	}
	return settings;
}

/**
 * How far the nearest window lies inside the stay, in minutes, and how many hours it adds at either end. If the stay has
 * begun, `start` is now; the minutes inside count from the start that was asked for.
 */
function additions(
	{ start, end }: Window,
	askedStart: Instant,
	nearest: NearestWindow[],
): Setting[] {
	const least = (windows: NearestWindow[], cost: (window: Window) => number) =>
		Math.min(...windows.map(cost));
	const inside = least(
		nearest.filter(({ isCovering }) => !isCovering),
		(window) => Math.ceil(Math.max(window.start - askedStart, end - window.end) / MINUTE),
	);
	// The field takes two decimals.
	const addition = least(
		nearest.filter(({ isCovering }) => isCovering),
		(window) => Math.ceil(Math.max(start - window.start, window.end - end) / (HOUR / 100)) / 100,
	);
	const settings: Setting[] = [];
	if (inside <= LONGEST_INSIDE) {
		const told = `May Be Shorter By (Minutes): ${inside}`;
		settings.push({ told, change: { acceptInside: inside } });
	}
	if (addition <= MOST_ADDITION) {
		const told = `Most Extra Time (Hours): ${addition}`;
		settings.push({ told, change: { longestAddition: (addition * HOUR) / MINUTE } });
	}
	return settings;
}

/** Most locks hold time-bound codes; without an end of the wish's own, a day is tried. */
function otherAccess({ wish, asked, now }: Tried): Setting[] {
	const access = 'time_bound';
	if (wish.access === access) return [];
	if (wish.startsAt && wish.endsAt) return [{ told: 'Access: Time-Bound', change: { access } }];
	const start = asked.start ?? now + DAY;
	const stay = { startsAt: ExactTime.at(start), endsAt: ExactTime.at(start + DAY) };
	// Some stay fits fixed times of day: that they are a day apart at most is all that is known.
	const change = { ...stay, access, longestAddition: DAY / MINUTE } as const;
	return [
		{ told: 'Ends At', change: stay },
		{ told: 'Access: Time-Bound, with an end', change },
	];
}
