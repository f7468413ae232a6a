import { Temporal } from 'temporal-polyfill';
import { judgeCreate } from '../../sandbox/rules/judgeCreate.mts';
import type { CreateRequest, Granted } from '../../sandbox/rules/types.mts';
import { LOCKS } from './locks.mts';
import type { Case } from './stays.mts';

const MINUTE = 60_000;

interface Window {
	start: number;
	end: number;
}

/** A request that the strict sandbox accepts and that gives the guest the whole stay. */
export interface Alternative {
	request: CreateRequest;
	granted: Granted;
}

/** Refusals of the strict sandbox that no other window would change. */
const WHATEVER_THE_WINDOW = new Set([
	'no_access_codes',
	'no_online_codes',
	'no_offline_codes',
	'offline_custom_pin',
	'pin_length',
	'duplicate',
	'capacity',
	'oracode_one_time',
]);

/**
 * What a patient person would try where the plan refuses: every kind of code, for the stay as it is and, where the
 * wish lets the window grow, for windows around it that begin and end when the lock's codes like to.
 */
export function acceptedAlternatives(wished: Case): Alternative[] {
	const stay = { start: Math.max(wished.stay.start, wished.now), end: wished.stay.end };
	const most = wished.wish.whenWindowDoesNotFit === 'refuse' ? 0 : wished.wish.longestAddition;
	const widest = { start: stay.start - most * MINUTE, end: stay.end + most * MINUTE };
	return requestsFor(wished).flatMap((request) => {
		const asked = judge(wished, request(stay));
		if (asked.refused && WHATEVER_THE_WINDOW.has(asked.refused.rule)) return [];
		return windowsAround(wished, stay, widest).flatMap((window): Alternative[] => {
			const { accepted } = judge(wished, request(window));
			const isGood =
				accepted !== undefined && holds(widest, accepted) && covers(wished, accepted, stay);
			return isGood ? [{ request: request(window), granted: accepted }] : [];
		});
	});
}

function judge({ lock, existing, now }: Case, request: CreateRequest) {
	return judgeCreate(request, lock, existing, now, 'strict');
}

/** A one-time code has no end, and yet expires: only a wish that takes what the lock can hold is content with that. */
export function covers(
	{ wish }: Case,
	{ starts_at: start, ends_at: end, expires }: Granted,
	stay: Window,
): boolean {
	const isLongEnough = wish.whenWindowDoesNotFit !== 'refuse' || (expires ?? Infinity) >= stay.end;
	return (
		isLongEnough &&
		(start === null || Date.parse(start) <= stay.start) &&
		(end === null || Date.parse(end) >= stay.end)
	);
}

/** Whether what was granted adds no more to the stay than the wish allows. */
function holds(widest: Window, { starts_at: start, ends_at: end }: Granted): boolean {
	return (
		(start === null || Date.parse(start) >= widest.start) &&
		(end === null || Date.parse(end) <= widest.end)
	);
}

function windowsAround({ family, zone }: Case, stay: Window, widest: Window): Window[] {
	const own = LOCKS.find(({ name }) => name === family)?.times ?? [];
	const times = [
		...own.map((time) => Temporal.PlainTime.from(time)),
		...[stay.start, stay.end].map((at) => zoned(at, zone).toPlainTime()),
	];
	const starts = [
		stay.start,
		widest.start,
		zoned(stay.start, zone).round({ smallestUnit: 'hour', roundingMode: 'floor' })
			.epochMilliseconds,
		...times.map((time) => onClock(stay.start, time, zone, -1)),
	].filter((start) => start >= widest.start && start <= stay.start);
	const ends = [
		stay.end,
		widest.end,
		zoned(stay.end, zone).round({ smallestUnit: 'hour', roundingMode: 'ceil' }).epochMilliseconds,
		...times.map((time) => onClock(stay.end, time, zone, 1)),
	].filter((end) => end >= stay.end && end <= widest.end);
	return [...new Set(starts)].flatMap((start) => [...new Set(ends)].map((end) => ({ start, end })));
}

/** The nearest instant before (-1) or after (1) `at` whose clock in the zone shows `time`. */
function onClock(at: number, time: Temporal.PlainTime, zone: string, side: -1 | 1): number {
	const date = zoned(at, zone).toPlainDate();
	const same = date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
	if ((same - at) * side >= 0) return same;
	return date.add({ days: side }).toZonedDateTime({ timeZone: zone, plainTime: time })
		.epochMilliseconds;
}

/** The requests that the wish leaves open, one for each kind of code. */
function requestsFor({ wish, lock }: Case): Array<(window: Window) => CreateRequest> {
	const common = {
		device_id: lock.device_id,
		name: wish.name,
		...(wish.pin.source === 'custom' ? { code: String(wish.pin.code) } : {}),
	};
	const offline = { ...common, is_offline_access_code: true };
	const start = ({ start: at }: Window) => ({ starts_at: new Date(at).toISOString() });
	const both = (window: Window) => ({
		...start(window),
		ends_at: new Date(window.end).toISOString(),
	});
	if (wish.access === 'one_time_use') {
		const oneTime = { ...offline, is_one_time_use: true, max_time_rounding: '1h' };
		return wish.kind === 'online'
			? []
			: [
					(window) => ({ ...oneTime, ...start(window) }),
					(window) => ({ ...oneTime, ...both(window) }),
				];
	}
	return [
		...(wish.kind === 'offline' ? [] : [(window: Window) => ({ ...common, ...both(window) })]),
		...(wish.kind === 'online'
			? []
			: ['1h', '1d'].map((max_time_rounding) => (window: Window) => ({
					...offline,
					...both(window),
					max_time_rounding,
				}))),
	];
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
