import { lockFamilyOf } from '../../locks/index';
import { misfitSentence, tellMisfits, type ToldMisfit } from '../../locks/fitting/misfit';
import type { Window } from '../../locks/fitting/windowShape';
import type { NearestWindow, Obstacle, RuledOutKind } from '../../locks/types';
import type { Device } from '../../schema/device';
import { formatDuration, formatForPeople, formatInZone } from '../../time/format';
import { HOUR } from '../../time/instant';
import { wallClockAt } from '../../time/zone';
import { rejection } from './chooseKind';
import type { Consideration, ConsideredKind } from './considerKinds';
import { PlanRefusal } from './planRefusal';
import { settingsThatHelp, type CanPlan, type Setting } from './settingsThatHelp';

/** A ruled-out kind whose window is the reason. */
type MisfitKind = RuledOutKind & Required<Pick<RuledOutKind, 'misfit'>>;

/**
 * The refusal of a wish that no kind of code suits: the cause that decides, in the lock's own terms, with the
 * nearest windows, and the way out.
 *
 * @param canPlan whether the wish could be planned with something changed
 */
export function refusePlan(
	considered: ConsideredKind[],
	consideration: Consideration,
	canPlan: CanPlan,
): PlanRefusal {
	const answers = considered.flatMap(({ answer }) => (answer.fits ? [] : [answer]));
	const misfits = answers.filter((answer): answer is MisfitKind => answer.misfit !== undefined);
	const misfit = misfits.length > 0 ? tellWindow(misfits, consideration) : undefined;
	const causes = byRank([
		...answers.filter((answer) => answer.misfit === undefined),
		...(misfit ? [{ rule: WINDOW, because: misfitSentence(misfit) }] : []),
		...needsAnEnd(consideration),
	]);
	const [deciding] = causes;
	const all = misfits.flatMap((answer) => answer.misfit.findNearest());
	const windows = nearestOf(all);
	const stay = misfits[0]?.misfit.stay;
	const settings = settingsThatHelp(consideration, stay, all, canPlan);
	const { wireZone, end } = consideration.asked;
	const hasNearest = deciding.rule === WINDOW && windows.length > 0;
	const told = sentences(causes, consideration);
	if (hasNearest) told.push(nearestSentence(windows, misfits, consideration));
	return new PlanRefusal(told.join(' '), {
		parameter: parameterOf(causes, end !== null),
		fix: fixOf(deciding, settings, hasNearest, consideration.device),
		rejected: considered.map((kind) => rejection(kind, false)),
		nearest: windows.map((window) => ({
			kind: window.kind,
			starts_at: formatInZone(window.start, wireZone),
			ends_at: formatInZone(window.end, wireZone),
		})),
		nearlyHeld:
			deciding.rule === WINDOW
				? nearlyHeld(misfit, settings[0], all, stay, consideration)
				: undefined,
	});
}

/** What the lock leaves out of the stay if one setting makes it fit: May Be Shorter By, in minutes. */
function nearlyHeld(
	misfit: ToldMisfit | undefined,
	setting: Setting | undefined,
	windows: NearestWindow[],
	stay: Window | undefined,
	{ asked: { clockZone } }: Consideration,
): PlanRefusal['nearlyHeld'] {
	const { acceptInside: minutes, ...others } = setting?.change ?? {};
	const [window] = windows.filter(({ isCovering }) => !isCovering).sort(byDistance);
	const isThisAlone = minutes !== undefined && Object.keys(others).length === 0;
	if (!misfit || !stay || !window || !isThisAlone) return undefined;
	const [start, end] = [window.start, window.end].map((at) => formatForPeople(at, clockZone));
	const works = window.start === stay.start ? `until ${end}` : `${start} to ${end}`;
	const refusal = misfitSentence(misfit).replace(/\.$/, '');
	return { refusal, holds: misfit.holds, minutes, works };
}

const WINDOW = 'window_does_not_fit';
const KIND = 'kind';
const NEEDS_AN_END = 'offline_code_needs_an_end';
const FLAGS = ['can_program_online_access_codes', 'can_program_offline_access_codes'] as const;

/**
 * Which cause decides: what is nearest to a code comes first, then what the lock lacks. That the other kinds were not
 * asked for comes last: the kind that was has a cause of its own.
 */
const RANKS: ReadonlyArray<(cause: Obstacle) => boolean> = [
	({ rule }) => rule === 'unmanaged_device',
	({ rule }) => rule === 'lock_is_full',
	({ rule }) => rule === WINDOW,
	({ rule }) => rule === 'custom_pin',
	({ rule }) => !FLAGS.some((name) => name === rule) && rule !== KIND,
	({ rule }) => rule !== KIND,
	() => true,
];

function byRank(causes: Obstacle[]): Obstacle[] {
	const rank = (cause: Obstacle) => RANKS.findIndex((is) => is(cause));
	const distinct = causes.filter(
		({ because }, index) => causes.findIndex((other) => other.because === because) === index,
	);
	return distinct.sort((a, b) => rank(a) - rank(b));
}

/** The cause that decides, and what stands in the way of the other kinds if that helps to understand it. */
function sentences(causes: Obstacle[], { device }: Consideration): string[] {
	if (causes.every((cause) => isUnsupported(cause, device))) return [noCodesAtAll(device)];

	const [deciding, ...others] = causes;
	const isTold = (cause: Obstacle) => {
		if (deciding.rule === 'lock_is_full' || deciding.rule === 'unmanaged_device') return false;
		if (deciding.rule === WINDOW) return !isUnsupported(cause, device) && cause.rule !== KIND;
		return deciding.rule in PARAMETERS || !isUnsupported(cause, device);
	};
	return [deciding, ...others.filter(isTold)].map(({ because }) => because);
}

/** Whether the lock has no codes of that family at all, rather than not now. */
function isUnsupported({ rule }: Obstacle, device: Device): boolean {
	const flag = FLAGS.find((name) => name === rule);
	return flag !== undefined && device[flag] == null;
}

function noCodesAtAll(device: Device): string {
	const name = device.display_name ? `“${device.display_name}”` : 'This device';
	const type = device.device_type ? ` (${device.device_type})` : '';
	return `${name}${type} can hold no access codes: Seam lists neither ${FLAGS.join(' nor ')} for it.`;
}

/** No offline kind is considered for an ongoing code: if the lock has offline codes, the refusal says why. */
function needsAnEnd({ device, wish }: Consideration): Obstacle[] {
	const hasOffline = (device.can_program_offline_access_codes ?? null) !== null;
	return wish.access === 'ongoing' && (hasOffline || wish.kind === 'offline')
		? [{ rule: NEEDS_AN_END, because: 'Offline codes always have an end.' }]
		: [];
}

function tellWindow(misfits: MisfitKind[], { device, asked }: Consideration): ToldMisfit {
	const subject = misfits.some(({ family }) => family === 'online')
		? 'This lock'
		: lockFamilyOf(device).displayName;
	const causes = misfits.flatMap(({ misfit }) => misfit.causes());
	return tellMisfits(subject, causes, misfits[0].misfit.stay, asked.clockZone);
}

/** The parameter that a cause is about. */
const PARAMETERS: Readonly<Record<string, string>> = {
	[WINDOW]: 'endsAt',
	[NEEDS_AN_END]: 'access',
	one_time_use_not_supported: 'access',
	[KIND]: KIND,
	custom_pin: 'pin',
};

/** The one of the cause that decides; if that is the lock's, the choice that leaves no other way. */
function parameterOf([deciding, ...others]: Obstacle[], hasEnd: boolean): string | undefined {
	if (deciding.rule === WINDOW && !hasEnd) return 'startsAt';
	const isOfChoice = others.some(({ rule }) => rule === KIND);
	return PARAMETERS[deciding.rule] ?? (isOfChoice ? KIND : undefined);
}

const FIXES: Readonly<Record<string, string>> = {
	lock_is_full: 'Delete codes that are no longer needed, or choose another device.',
	unmanaged_device:
		'Have Seam manage the device with the Seam node (Device → Manage), or choose another device.',
	ends_too_soon: 'Ask for a later end.',
	custom_pin: 'Set PIN: Generated.',
	[WINDOW]: 'Ask for another window, or choose another device.',
};

const NO_CODES =
	"Choose another device. A hotel's doors, which take no codes, are opened with the Seam node (Access Grant → Create).";

/** The way out: settings that were tried, one of the windows, or what the cause asks for. */
function fixOf(cause: Obstacle, settings: Setting[], hasNearest: boolean, device: Device): string {
	const set = settings.length > 0 ? [`Set ${settings.map(({ told }) => told).join(', or ')}`] : [];
	const ways = [...set, ...(hasNearest ? ['ask for one of these windows'] : [])].join(', or ');
	if (ways !== '') return `${ways[0].toUpperCase()}${ways.slice(1)}.`;
	if (isUnsupported(cause, device)) return NO_CODES;
	return (
		FIXES[cause.rule] ??
		'Fix what Seam Get Device reports about this lock, or choose another device.'
	);
}

/** The nearest of all kinds that covers the stay, and before it the one that does not, if that is nearer. */
function nearestOf(windows: NearestWindow[]): NearestWindow[] {
	const sorted = [...windows].sort(byDistance);
	const covering = sorted.findIndex(({ isCovering }) => isCovering);
	return covering <= 0 ? sorted.slice(0, 1) : [sorted[0], sorted[covering]];
}

const byDistance = (a: NearestWindow, b: NearestWindow) => a.distance - b.distance;

function nearestSentence(
	nearest: NearestWindow[],
	[{ misfit }]: MisfitKind[],
	{ asked: { clockZone }, wish, limits }: Consideration,
): string {
	const { stay } = misfit;
	const told = nearest.map(({ start, end }, index) => {
		const [before, after] = [stay.start - start, end - stay.end];
		const notes = [formatDuration(wallClockAt(end, clockZone) - wallClockAt(start, clockZone))];
		if (before > 0) notes.push(`begins ${formatDuration(before)} earlier`);
		if (before < 0) notes.push(`begins ${formatDuration(-before)} later`);
		// Where only the end moves, it is named already.
		const ends = before === 0 ? '' : 'ends ';
		if (after > 0) notes.push(`${ends}${formatDuration(after)} later`);
		if (after < 0) notes.push(`${ends}${formatDuration(-after)} earlier`);
		const isTooMuch =
			wish.whenWindowDoesNotFit === 'fit' && Math.max(before, after) > limits.longestAddition;
		const limit = isTooMuch
			? `: Most Extra Time allows ${inHours(limits.longestAddition)} at either end`
			: '';
		const until = formatForPeople(end, clockZone);
		const when =
			before === 0
				? `${index === 0 ? 'end ' : ''}${until}`
				: `${formatForPeople(start, clockZone)} to ${until}`;
		return `${when} (${notes.join(', ')}${limit})`;
	});
	return `Nearest: ${told.join(' or ')}.`;
}

const inHours = (limit: number) => (limit % HOUR === 0 ? limit / HOUR : formatDuration(limit));
