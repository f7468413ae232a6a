import { lockFamilyOf } from '../../locks/index';
import type { NearestWindow, RuledOutKind } from '../../locks/types';
import { formatDuration, formatForPeople, formatInZone } from '../../time/format';
import { HOUR } from '../../time/instant';
import { wallClockAt } from '../../time/zone';
import { rejection } from './chooseKind';
import type { Consideration, ConsideredKind } from './considerKinds';
import { PlanRefusal } from './planRefusal';
import type { AskedWindow } from './readWindow';

/** The refusal of a wish that no kind of code suits, in the lock's own terms and with the nearest windows. */
export function refusePlan(
	considered: ConsideredKind[],
	consideration: Consideration,
): PlanRefusal {
	const { asked, device } = consideration;
	const answers = considered.flatMap(({ answer }) => (answer.fits ? [] : [answer]));
	const rejected = considered.map((kind) => rejection(kind, false, true));
	const misfits = answers.filter(({ allows }) => allows !== undefined);
	const nearest = nearestOf(misfits, asked);
	const details = {
		rejected,
		nearest: nearest.map(({ kind, start, end }) => ({
			kind,
			starts_at: formatInZone(start, asked.wireZone),
			ends_at: formatInZone(end, asked.wireZone),
		})),
	};
	const isFull = answers.some(({ rule }) => rule === 'lock_is_full');
	if (misfits.length === 0 || isFull) {
		const why = isFull ? answers.filter(({ rule }) => rule === 'lock_is_full') : answers;
		return new PlanRefusal(whyNone(why, consideration), {
			...details,
			fix: 'Choose another device, or change what rules the codes out.',
		});
	}
	const subject = misfits.some(({ family }) => family === 'online')
		? 'This lock'
		: lockFamilyOf(device).displayName;
	const sentence = misfitSentence(subject, misfits, asked);
	const others = notNow(answers, consideration);
	return new PlanRefusal(`${sentence}${nearestSentence(nearest, consideration)}${others}`, {
		...details,
		parameter: 'endsAt',
		fix: 'Ask for one of these windows, or change Longest Addition or Accept Later Start or Earlier End.',
	});
}

function whyNone(answers: RuledOutKind[], { device, wish }: Consideration): string {
	const hasNoFlags =
		(device.can_program_online_access_codes ?? null) === null &&
		(device.can_program_offline_access_codes ?? null) === null;
	if (hasNoFlags && device.is_managed !== false) {
		const name = device.display_name ? `“${device.display_name}”` : 'This device';
		const type = device.device_type ? ` (${device.device_type})` : '';
		return `${name}${type} can hold no access codes: Seam lists neither can_program_online_access_codes nor can_program_offline_access_codes for it.`;
	}
	const reasons = [...new Set(answers.map(({ because }) => because))];
	const isOffline = wish.access === 'ongoing' && device.can_program_offline_access_codes === true;
	if (isOffline) reasons.push('Its offline codes always have an end.');
	return reasons.join(' ');
}

/** What stands in the way of the other family, where the lock has one. */
function notNow(answers: RuledOutKind[], { device, wish }: Consideration): string {
	const isPossible = ({ kind }: RuledOutKind) =>
		kind.startsWith('online')
			? device.can_program_online_access_codes != null && wish.kind !== 'offline'
			: device.can_program_offline_access_codes != null && wish.kind !== 'online';
	const reasons = answers
		.filter((answer) => answer.allows === undefined && isPossible(answer))
		.map(({ because }) => ` ${because}`);
	return [...new Set(reasons)].join('');
}

function misfitSentence(
	subject: string,
	misfits: RuledOutKind[],
	{ start, end, clockZone }: AskedWindow,
): string {
	const allows = [...new Set(misfits.flatMap((misfit) => misfit.allows ?? []))];
	const holds = `${subject} holds codes ${allows.join(' or ')}`;
	if (start === null || end === null) return `${holds}.`;
	const isAboutTimes = allows.some(
		(allowed) => allowed.startsWith('from') || allowed.includes('dates'),
	);
	if (isAboutTimes) {
		const stay = `${formatForPeople(start, clockZone)} to ${formatForPeople(end, clockZone)}`;
		return `${holds}; ${stay} ${allows.length === 1 ? 'does not fit' : 'fits none of these'} within the Longest Addition.`;
	}
	const duration = formatDuration(wallClockAt(end, clockZone) - wallClockAt(start, clockZone));
	const verdict =
		allows.length === 1 ? 'is not' : allows.length === 2 ? 'is neither' : 'is none of these';
	return `${holds}; ${duration} ${verdict}.`;
}

function nearestSentence(nearest: NearestWindow[], { asked, limits }: Consideration): string {
	if (nearest.length === 0) return '';
	const { clockZone, start, end } = asked;
	let hasSaidEnd = false;
	const told = nearest.map((window) => {
		const duration = formatDuration(
			wallClockAt(window.end, clockZone) - wallClockAt(window.start, clockZone),
		);
		const notes = [duration];
		const [before, after] = [(start ?? 0) - window.start, window.end - (end ?? 0)];
		if (before > 0) notes.push(`begins ${formatDuration(before)} earlier`);
		if (before < 0) notes.push(`begins ${formatDuration(-before)} later`);
		if (after > 0) notes.push(`${formatDuration(after)} more`);
		const isTooMuch = Math.max(before, after) > limits.longestAddition;
		const limit = isTooMuch ? limitText(limits.longestAddition) : '';
		const until = formatForPeople(window.end, clockZone);
		const when =
			window.start === start
				? `${hasSaidEnd ? '' : 'end '}${until}`
				: `${formatForPeople(window.start, clockZone)} to ${until}`;
		hasSaidEnd = true;
		return `${when} (${notes.join(', ')}${limit})`;
	});
	return ` Nearest: ${told.join(' or ')}.`;
}

function limitText(limit: number): string {
	return limit % HOUR === 0
		? `: Longest Addition allows ${limit / HOUR} at either end`
		: `: Longest Addition allows ${formatDuration(limit)} at either end`;
}

/** The nearest of all kinds: the one that gives up least of the stay, and the one that adds least to it. */
function nearestOf(misfits: RuledOutKind[], asked: AskedWindow): NearestWindow[] {
	const [from, until] = [asked.start ?? 0, asked.end ?? 0];
	const distance = ({ start, end }: NearestWindow) =>
		Math.abs(start - from) + Math.abs(end - until);
	const all = misfits
		.flatMap(({ findNearest }) => findNearest?.() ?? [])
		.sort((a, b) => distance(a) - distance(b));
	const covers = ({ start, end }: NearestWindow) => start <= from && end >= until;
	const inside = all.find((window) => !covers(window));
	const covering = all.find(covers);
	return [inside, covering].filter((window) => window !== undefined);
}
