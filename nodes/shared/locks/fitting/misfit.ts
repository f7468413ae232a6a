import { formatDuration, formatForPeople } from '../../time/format';
import { HOUR } from '../../time/instant';
import { wallClockAt } from '../../time/zone';
import { describeBand } from './describeBand';
import { fitWindow } from './windowFit';
import { durationsOf } from './windowShape';
import type { Demand, DurationBand, Window, WindowShape } from './windowShape';

/** The rule that keeps a stay out, in the order in which they decide between the ways a lock can hold a code. */
const CAUSES = [
	/** The stay fits by the calendar or by the hours that pass, but the clocks change in it and not by both. */
	'clocks_change',
	'whole_hours',
	'same_time_of_day',
	'times',
	'dates',
	'further',
	'length',
] as const;
export type MisfitCause = (typeof CAUSES)[number];

/** Why one way of holding a code does not take the stay. */
export interface Misfit {
	cause: MisfitCause;
	/** What the lock holds, to follow “holds codes”: `of 1–672 hours`, `from 16:00 to 10:00`. */
	allows: string;
	duration: DurationBand;
	/** What a window takes that covers the stay and meets all but the duration, if that is the reason. */
	needed?: number;
	/** What `shape.accepts` asks, to follow “holds”. */
	further?: string;
}

/** The rule without which the stay would fit; if no single rule decides, the one that is furthest from it. */
export function misfitOf(
	{ allows, shape }: { allows: string; shape: WindowShape },
	demand: Demand,
): Misfit {
	const { duration, clock } = shape;
	const misfit = { allows, duration, further: shape.furtherRule };
	const fits = (change: Partial<WindowShape>) => fitWindow({ ...shape, ...change }, demand);
	const reads = (reading: DurationBand['reading']) => ({ duration: { ...duration, reading } });
	const lengths = durationsOf(shape, demand.cover);
	if (lengths.some((length) => length > duration.max)) {
		const isByClocks = lengths.some((length) => length <= duration.max);
		return { ...misfit, cause: isByClocks ? 'clocks_change' : 'length' };
	}
	if (duration.reading === 'both' && (fits(reads('elapsed')) ?? fits(reads('calendar')))) {
		return { ...misfit, cause: 'clocks_change' };
	}
	const room = { start: demand.earliest, end: demand.latest };
	if (Math.max(...durationsOf(shape, room)) < duration.min) {
		return { ...misfit, cause: 'length' };
	}
	if (shape.accepts && fits({ accepts: undefined })) return { ...misfit, cause: 'further' };
	const isDated = (shape.startDate ?? shape.endDate) !== undefined;
	if (isDated && fits({ startDate: undefined, endDate: undefined })) {
		return { ...misfit, cause: 'dates' };
	}
	const unlimited = fits({ duration: { ...duration, min: 0, max: Infinity } });
	if (unlimited !== null) {
		const needed = Math.max(...durationsOf(shape, unlimited));
		return { ...misfit, cause: 'length', needed };
	}
	const onClock = CAUSE_OF_CLOCK[clock.type];
	if (onClock !== null && fits({ clock: { type: 'free' } })) return { ...misfit, cause: onClock };
	return { ...misfit, cause: isDated ? 'dates' : clock.type === 'pair' ? 'times' : 'length' };
}

const CAUSE_OF_CLOCK = {
	free: null,
	whole_hours: 'whole_hours',
	matching: 'same_time_of_day',
	pair: 'times',
} as const;

/** What the lock holds, and why the stay is not that: the halves of one sentence, without its full stop. */
export interface ToldMisfit {
	holds: string;
	verdict: string;
	/** The verdict by itself, where `holds` may be long. */
	verdictAlone?: string;
}

/** Tells the cause that decides, and it alone. */
export function tellMisfits(
	subject: string,
	misfits: Misfit[],
	stay: Window,
	zone: string | null,
): ToldMisfit {
	const cause = CAUSES.find((candidate) => misfits.some((misfit) => misfit.cause === candidate));
	const deciding = misfits.filter((misfit) => misfit.cause === cause);
	const elapsed = stay.end - stay.start;
	const calendar = wallClockAt(stay.end, zone) - wallClockAt(stay.start, zone);
	const [from, to] = [stay.start, stay.end].map((end) => formatForPeople(end, zone));
	const bands = alternatives(
		(cause === 'same_time_of_day' ? deciding : misfits).map(({ duration }) =>
			describeBand(duration.min, duration.max),
		),
	);
	switch (cause) {
		case 'clocks_change':
			return {
				holds: `${subject} holds codes ${bands.text}, both by the calendar and in hours that pass`,
				verdict: `the clocks change during this stay, so its ${formatDuration(calendar)} are ${count(elapsed / HOUR)} hours`,
			};
		case 'whole_hours':
			return {
				holds: `${subject} holds codes that begin and end on whole hours of its clock`,
				verdict: `${from} to ${to} does not`,
			};
		case 'same_time_of_day':
			return {
				holds: `${subject} holds codes ${bands.text} that begin and end at the same time of day`,
				verdict: `${from} to ${to} does not`,
			};
		case 'further':
			return {
				holds: `${subject} holds ${deciding[0].further ?? 'no more such codes'}`,
				verdict: `${from} to ${to} is not possible`,
			};
		case 'times':
		case 'dates': {
			const ways = alternatives(misfits.map(({ allows }) => allows));
			const verdict = ways.count === 1 ? 'does not fit' : 'fits none of these';
			return {
				holds: `${subject} holds codes ${ways.text}`,
				verdict: `${from} to ${to} ${verdict}`,
				verdictAlone: `${from} to ${to} fits no code of this lock`,
			};
		}
		default: {
			const [{ duration, needed }] = deciding;
			const isLonger = duration.max < (needed ?? calendar);
			const verdict = ['', isLonger ? 'is longer' : 'is shorter', 'is neither'][bands.count];
			const widened =
				needed === undefined ? '' : ` (${formatDuration(needed)} at the times of day it takes)`;
			return {
				holds: `${subject} holds codes ${bands.text}`,
				verdict: `${formatDuration(calendar)}${widened} ${verdict ?? 'is none of these'}`,
			};
		}
	}
}

/** As much as one reads before the verdict. */
const LONGEST_HOLDS = 80;

/** In one sentence; a long list of what the lock holds comes last. */
export function misfitSentence({ holds, verdict, verdictAlone }: ToldMisfit): string {
	return verdictAlone !== undefined && holds.length > LONGEST_HOLDS
		? `${verdictAlone}; ${holds}.`
		: `${holds}; ${verdict}.`;
}

/** Of many user levels a sentence names only the first. */
const MOST_TOLD = 6;

/** What differs among `all`, as half a sentence. */
export function alternatives(all: string[]): { text: string; count: number } {
	const distinct = [...new Set(all)].filter((one) => one !== '');
	return { text: distinct.slice(0, MOST_TOLD).join(' or '), count: distinct.length };
}

const count = (value: number) => Math.round(value * 100) / 100;
