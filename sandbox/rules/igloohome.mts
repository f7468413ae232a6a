// igloohome offline codes ("algoPIN"), after Seam's page on igloohome offline access codes.
import { refuse } from './refusal.mts';
import { roundingAllowed } from './rounding.mts';
import { DAY, HOUR, aroundTheClock, dayOf, parseInstant, toIso, wallClock } from './time.mts';
import { judgeTimeFrameOptions } from './timeFrameOptions.mts';
import type {
	CodeKind,
	CreateRequest,
	ExistingCode,
	Granted,
	Reading,
	Refused,
	RuleDevice,
	Verdict,
	Window,
} from './types.mts';
import { zoneOf } from './zone.mts';

const HOURLY = { min: 1 * HOUR, max: 672 * HOUR };
const DAILY = { min: 29 * DAY, max: 367 * DAY };
const CAPS = { offline_hourly: 3, offline_daily: 3, offline_one_time: 5 } as const;

export function judgeIgloohomeOffline(
	request: CreateRequest,
	window: Window | null,
	device: RuleDevice,
	existing: readonly ExistingCode[],
	reading: Reading,
): Verdict {
	if (window === null) {
		return { refused: refuse('offline_needs_window', 'Offline access codes must be time-bound') };
	}
	const zone = zoneOf(device) ?? 'UTC';
	const options = device.properties.offline_time_frame_options;
	let granted: Granted | Refused;
	if (request.is_one_time_use) granted = oneTime(window, reading);
	else if (window.end === null) granted = refuse('both_or_none', 'ends_at is required');
	else if (options?.length)
		granted = judgeTimeFrameOptions(request, window, options, zone, reading);
	else granted = timeBound(request, window.start, window.end, zone, reading);
	if ('rule' in granted) return { refused: granted };

	if (granted.kind === 'offline_time_bound') granted.kind = kindOf(granted);
	const full = judgeCap(granted, zone, existing, reading);
	return full ? { refused: full } : { accepted: granted };
}

/** One-time codes have a start and last 24 hours. */
function oneTime(window: Window, reading: Reading): Granted | Refused {
	if (window.end !== null && reading === 'strict') {
		return refuse('one_time_start_only', 'ends_at cannot be set for one-time-use algoPINs');
	}
	return {
		kind: 'offline_one_time',
		starts_at: toIso(window.start),
		ends_at: null,
		expires: window.start + DAY,
	};
}

/** 1–672 hours, or 29–367 days with one time of day at both ends. */
function timeBound(
	request: CreateRequest,
	start: number,
	end: number,
	zone: string,
	reading: Reading,
): Granted | Refused {
	const strict = reading === 'strict';
	const allowed = roundingAllowed(request, reading);
	const elapsed = end - start;
	// The bands are given in hours and in days; where a clock change lies between, the two differ.
	const onTheClock = wallClock(end, zone) - wallClock(start, zone);
	const within = (band: { min: number; max: number }) => {
		const readings = [elapsed, onTheClock].map(
			(length) => length >= band.min && length <= band.max,
		);
		return strict ? readings.every(Boolean) : readings.some(Boolean);
	};

	const withinHours =
		elapsed >= HOURLY.min &&
		(strict
			? Math.max(elapsed, onTheClock) <= HOURLY.max
			: Math.min(elapsed, onTheClock) <= HOURLY.max);
	if (withinHours) return hourly(start, end, zone, allowed, reading);
	if (within(DAILY)) return daily(start, end, elapsed, onTheClock, allowed, reading);
	// Day-level rounding may lift a stay out of the gap below 29 days on a lenient reading.
	const lacking = DAILY.min - onTheClock;
	if (!strict && allowed >= DAY && lacking > 0 && lacking <= allowed) {
		return grant('offline_daily', start, end + lacking);
	}
	return refuse(
		'igloohome_band',
		'algoPIN codes last 1 to 672 hours, or 29 to 367 days with matching start and end times',
	);
}

/** Hourly codes count whole hours of the lock's clock on the strict reading; lenient keeps the minutes. */
function hourly(
	start: number,
	end: number,
	zone: string,
	allowed: number,
	reading: Reading,
): Granted | Refused {
	if (reading === 'lenient') return grant('offline_hourly', start, end);
	const [startShift, endShift] = [start, end].map((at) => {
		const wall = wallClock(at, zone);
		return Math.round(wall / HOUR) * HOUR - wall;
	});
	if (Math.max(Math.abs(startShift), Math.abs(endShift)) > allowed) {
		return refuse('igloohome_whole_hours', 'Times must be rounded by more than max_time_rounding');
	}
	const length = end + endShift - (start + startShift);
	if (length < HOURLY.min || length > HOURLY.max) {
		return refuse('igloohome_band', 'algoPIN codes last 1 to 672 hours');
	}
	return grant('offline_hourly', start + startShift, end + endShift);
}

/**
 * "Same time of day" may be meant in UTC or on the lock's own clock. Strict wants it exact on one of them and within
 * the rounding on the other; lenient is content with either.
 */
function daily(
	start: number,
	end: number,
	elapsed: number,
	onTheClock: number,
	allowed: number,
	reading: Reading,
): Granted | Refused {
	const offUtc = aroundTheClock(0, elapsed);
	const offLocal = aroundTheClock(0, onTheClock);
	const off = [Math.abs(offUtc), Math.abs(offLocal)];
	const fits =
		reading === 'strict'
			? Math.min(...off) === 0 && Math.max(...off) <= allowed
			: Math.min(...off) <= allowed;
	if (!fits) {
		return refuse('igloohome_same_time', 'Start time and end time of daily-bound codes must match');
	}
	return grant('offline_daily', start, Math.min(...off) === 0 ? end : end - offLocal);
}

const grant = (kind: CodeKind, start: number, end: number): Granted => ({
	kind,
	starts_at: toIso(start),
	ends_at: toIso(end),
	expires: end,
});

function kindOf(code: {
	starts_at?: string | null;
	ends_at?: string | null;
	is_one_time_use?: boolean;
}): CodeKind {
	if (code.is_one_time_use || !code.ends_at) return 'offline_one_time';
	const length = parseInstant(code.ends_at)! - parseInstant(code.starts_at!)!;
	return length <= HOURLY.max + HOUR ? 'offline_hourly' : 'offline_daily';
}

/**
 * At most 3 hourly codes per start hour, 3 daily per start day, 5 one-time per start date.
 * Whose hour and day is not said: strict counts on the lock's own clock, lenient refuses only where UTC has none left either.
 */
function judgeCap(
	granted: Granted,
	zone: string,
	existing: readonly ExistingCode[],
	reading: Reading,
): Refused | null {
	const cap = CAPS[granted.kind as keyof typeof CAPS];
	if (existing.length < cap) return null;
	const slot = granted.kind === 'offline_hourly' ? HOUR : DAY;
	const start = parseInstant(granted.starts_at!)!;
	const clocks = [zone, 'UTC'];
	const counts = clocks.map(() => 0);
	const slots = clocks.map((clock) => slotOf(start, clock, slot));
	for (const code of existing) {
		if (!code.is_offline_access_code || !code.starts_at || kindOf(code) !== granted.kind) continue;
		const other = parseInstant(code.starts_at)!;
		if (Math.abs(other - start) > 2 * DAY) continue;
		clocks.forEach((clock, i) => {
			if (slotOf(other, clock, slot) === slots[i]) counts[i]++;
		});
	}
	const full = counts.map((count) => count >= cap);
	const isFull = reading === 'strict' ? full[0] : full.every(Boolean);
	if (!isFull) return null;
	return refuse('igloohome_cap', `At most ${cap} such algoPINs may start in one slot`);
}

const slotOf = (at: number, clock: string, slot: number): number =>
	slot === DAY ? dayOf(wallClock(at, clock)) : Math.floor(wallClock(at, clock) / slot);
