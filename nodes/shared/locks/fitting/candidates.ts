import { DAY, HOUR } from '../../time/instant';
import type {
	CodeKind,
	FitQuestion,
	FittingKind,
	KindAnswer,
	LockFamily,
	NearestWindow,
	PlanWarning,
	Reason,
	RuledOutKind,
} from '../types';
import { ruleOut } from '../ruleOut';
import { misfitOf, misfitSentence, tellMisfits } from './misfit';
import { distanceOf, nearestInside } from './nearestWindow';
import { fitWindow } from './windowFit';
import type { Demand, Window, WindowShape } from './windowShape';

/** One way in which a lock can hold a kind of code: a duration band, a user level, a time-frame option. */
export interface Candidate {
	kind: CodeKind;
	/** What the shape allows, in the lock's own terms, to follow “holds codes”: `of 1–672 hours`. */
	allows: string;
	shape: WindowShape;
	/** Other readings of the same documents: what one of them would take is refused as a caution. */
	otherReadings: OtherReading[];
	/** Decides between candidates that add the same; the lowest wins. */
	rank: number;
	reasons: Reason[];
}

export interface OtherReading {
	shape: WindowShape;
	/** How far Seam itself may move each end to make the window fit, in milliseconds. */
	tolerance: number;
}

/** What a family adds to a window that was found; what it leaves out is empty. */
export type Finish = (
	window: Window,
	candidate: Candidate,
) => Pick<FittingKind, 'flags'> &
	Partial<Pick<FittingKind, 'expectedOnLockAt' | 'warnings' | 'guestInstructions'>>;

/** A family, as answers name it and as sentences do. */
export type Named = Pick<LockFamily, 'name' | 'displayName'>;

interface Found {
	candidate: Candidate;
	window: Window;
}

/** A window inside the stay is of use if it is nearer than one that covers it, or if a wish may accept it. */
const MOST_ACCEPTED = 2 * HOUR;

/** How far the search for the nearest window goes beyond the longest addition. */
const SEARCH: Readonly<{ before: number; after: number }> = { before: 2 * DAY, after: 32 * DAY };

/** The answer for each kind among the candidates: the one that adds least, or why none will do. */
export function answerFromCandidates(
	family: Named,
	candidates: Candidate[],
	question: FitQuestion,
	finish: Finish,
): KindAnswer[] {
	const kinds = [...new Set(candidates.map(({ kind }) => kind))];
	return kinds.map((kind) => {
		const ofKind = candidates.filter((candidate) => candidate.kind === kind);
		const best = question.demand === null ? null : leastAddition(ofKind, question.demand);
		if (best === null) return ruledOut(family, ofKind, question);
		const { window, candidate } = best;
		const { warnings = [], ...finished } = finish(window, candidate);
		return {
			fits: true,
			kind,
			family: family.name,
			...window,
			expectedOnLockAt: null,
			guestInstructions: [],
			...finished,
			reasons: candidate.reasons,
			warnings: [...unknownZoneWarnings(candidate.shape), ...warnings],
		};
	});
}

/** Rules of the lock's clock are read in UTC if its zone is unknown, which the guest could notice. */
export function unknownZoneWarnings({ zone, clock }: WindowShape): PlanWarning[] {
	if (zone !== null || clock.type === 'free') return [];
	return [
		{
			code: 'lock_time_zone_unknown',
			message:
				'The time zone of this lock is unknown, so its times of day are reckoned in UTC. Set the location of the device in Seam, or add the option Time Zone Name.',
		},
	];
}

/** The least added in all; then the least before the stay, which may be another guest's; then the first by rank. */
function leastAddition(candidates: Candidate[], demand: Demand): Found | null {
	let best: (Found & { costs: number[] }) | null = null;
	for (const candidate of candidates) {
		const window = fitWindow(candidate.shape, demand);
		if (window === null) continue;
		const before = Math.max(0, demand.wished - window.start);
		const costs = [before + window.end - demand.cover.end, before, candidate.rank];
		if (best === null || isLess(costs, best.costs)) best = { candidate, window, costs };
	}
	return best;
}

function isLess(costs: number[], others: number[]): boolean {
	const index = costs.findIndex((cost, at) => cost !== others[at]);
	return costs[index] < others[index];
}

/** Why the window fits none of the candidates. All but the kind is computed when it is read: a plan may try many. */
function ruledOut(
	family: Named,
	candidates: Candidate[],
	{ demand, zone }: FitQuestion,
): RuledOutKind {
	const { kind } = candidates[0];
	if (demand === null) {
		const because = `${family.displayName} holds no ongoing code of this kind.`;
		return ruleOut(family.name, kind, { rule: 'needs_a_window', because });
	}
	const stay = demand.cover;
	const causes = () => candidates.map((candidate) => misfitOf(candidate, demand));
	return {
		fits: false,
		kind,
		family: family.name,
		rule: 'window_does_not_fit',
		get because() {
			return misfitSentence(tellMisfits(family.displayName, causes(), stay, zone));
		},
		get marking() {
			const isCaution = candidates.some(({ shape, otherReadings }) =>
				[{ shape, tolerance: 0 }, ...otherReadings].some((reading) => wouldFit(reading, demand)),
			);
			return isCaution ? 'caution' : 'rule';
		},
		misfit: { stay, causes, findNearest: () => nearestWindows(candidates, demand) },
	};
}

function wouldFit({ shape, tolerance }: OtherReading, demand: Demand): boolean {
	const { start, end } = demand.cover;
	const cover = { start: start + tolerance, end: end - tolerance };
	const wider: Demand = {
		...demand,
		cover,
		earliest: Math.min(demand.earliest, start - tolerance),
		latest: Math.max(demand.latest, end + tolerance),
		// That a code does not begin in the past without need is ours, too.
		soonest: -Infinity,
	};
	return cover.start < cover.end && fitWindow(shape, wider) !== null;
}

/** The smallest window that covers the stay, however much it adds, and the nearest that does not. */
function nearestWindows(candidates: Candidate[], demand: Demand): NearestWindow[] {
	const wide: Demand = {
		...demand,
		earliest: Math.min(
			demand.earliest,
			Math.max(demand.cover.start - SEARCH.before, demand.soonest - DAY),
		),
		latest: Math.max(demand.latest, demand.cover.end + SEARCH.after),
	};
	const told = ({ candidate, window }: Found, isCovering: boolean): NearestWindow[] => [
		{ kind: candidate.kind, ...window, isCovering, distance: distanceOf(window, demand) },
	];
	const covering = leastAddition(candidates, wide);
	const nearest = covering === null ? [] : told(covering, true);
	let within = Math.max(MOST_ACCEPTED, nearest[0]?.distance ?? Infinity) + 1;
	for (const candidate of candidates) {
		const window = nearestInside(candidate.shape, demand, wide.latest, within);
		if (window === null) continue;
		nearest.unshift(...told({ candidate, window }, false));
		within = nearest[0].distance;
	}
	return nearest;
}
