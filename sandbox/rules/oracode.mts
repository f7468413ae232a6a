// dormakaba Oracode offline codes, after Seam's pages on Oracode offline access codes (older and newer edition).
import { refuse } from './refusal.mts';
import { roundingAllowed } from './rounding.mts';
import {
	DAY,
	HOUR,
	aroundTheClock,
	dayOf,
	endOfGap,
	instantOf,
	isZone,
	timeOfDay,
	toIso,
	wallClock,
} from './time.mts';
import type {
	CreateRequest,
	Reading,
	Refused,
	RuleDevice,
	TimeSlot,
	Verdict,
	Window,
} from './types.mts';
import { zoneOf } from './zone.mts';

const LONGEST = 31 * DAY;
const BIWEEKLY = 14 * DAY;

export function judgeOracodeOffline(
	request: CreateRequest,
	window: Window | null,
	device: RuleDevice,
	reading: Reading,
): Verdict {
	if (request.is_one_time_use) {
		return { refused: refuse('oracode_one_time', 'One-time-use Oracode codes are not supported') };
	}
	if (window === null || window.end === null) {
		return { refused: refuse('offline_needs_window', 'Offline access codes must be time-bound') };
	}
	const slots = device.properties.dormakaba_oracode_metadata?.predefined_time_slots ?? [];
	let best: { start: number; end: number; off: number; slot: TimeSlot } | null = null;
	for (const slot of slots) {
		const fitted = fit(request, window.start, window.end, slot, device, reading);
		if (fitted && (best === null || fitted.off < best.off)) best = { ...fitted, slot };
	}
	if (best === null) return { refused: refuse('oracode_slot', 'no time slots found') };
	const zone = slotTime(best.slot.check_in_time, device)!.zone;
	const tooLong = judgeLength(best.start, best.end, zone, reading);
	if (tooLong) return { refused: tooLong };
	return {
		accepted: {
			kind: best.slot.is_24_hour ? 'offline_daily' : 'offline_hourly',
			starts_at: toIso(best.start),
			ends_at: toIso(best.end),
			expires: best.end,
			level: best.slot,
		},
	};
}

/** "31 consecutive days": strict counts the days of the lock's own clock, lenient hours too, whichever is less. */
function judgeLength(start: number, end: number, zone: string, reading: Reading): Refused | null {
	const onTheClock = wallClock(end, zone) - wallClock(start, zone);
	const length = reading === 'strict' ? onTheClock : Math.min(onTheClock, end - start);
	return length > LONGEST
		? refuse('oracode_31_days', 'Oracode offline access codes last at most 31 consecutive days')
		: null;
}

/**
 * The window as a user level would hold it, or null. Strict: both ends are the level's own times (older pages: the
 * duration matches "exactly"); only a 24-hour level is rounded to, as far as `max_time_rounding` says. Lenient: each end
 * may be up to an hour off (newest page).
 */
function fit(
	request: CreateRequest,
	start: number,
	end: number,
	slot: TimeSlot,
	device: RuleDevice,
	reading: Reading,
): { start: number; end: number; off: number } | null {
	if (slot.is_master || slot.is_one_shot) return null;
	const checkIn = slotTime(slot.check_in_time, device);
	const checkOut = slotTime(slot.check_out_time, device);
	if (!checkIn || !checkOut) return null;
	const rounding = roundingAllowed(request, reading);
	const allowed =
		reading === 'strict'
			? slot.is_24_hour
				? rounding
				: 0
			: Math.max(HOUR, slot.is_24_hour ? rounding : 0);
	const from = toSlotTime(start, checkIn, allowed, reading);
	const until = toSlotTime(end, checkOut, allowed, reading);
	if (from === null || until === null || until <= from) return null;
	if (slot.is_biweekly_mode && reading === 'strict') {
		const nights = dayOf(wallClock(until, checkIn.zone)) - dayOf(wallClock(from, checkIn.zone));
		if (nights !== BIWEEKLY / DAY) return null;
	}
	return { start: from, end: until, off: Math.abs(from - start) + Math.abs(until - end) };
}

/** The nearest instant at which the level's time of day is on the clock; null where it is further away than allowed. */
function toSlotTime(
	at: number,
	{ zone, time }: SlotTime,
	allowed: number,
	reading: Reading,
): number | null {
	const wall = wallClock(at, zone);
	const shift = aroundTheClock(timeOfDay(wall), time);
	if (shift === 0) return at;
	const target = wall + shift;
	const resolved = instantOf(target, zone);
	// A time of day that a clock change skips: strict has none that day; lenient lets any moment from the first valid
	// one on stand for it.
	const gap = endOfGap(target, zone);
	if (gap !== null && reading === 'strict') return null;
	if (gap !== null && at >= gap && at <= resolved) return at;
	return Math.abs(resolved - at) <= allowed ? resolved : null;
}

interface SlotTime {
	zone: string;
	/** Milliseconds since midnight. */
	time: number;
}

const slotTimes = new Map<string, { zone: string | null; time: number } | null>();

/** Reads a level's time of day. A numeric offset says nothing about other dates and is ignored. */
function slotTime(text: string, device: RuleDevice): SlotTime | null {
	let read = slotTimes.get(text);
	if (read === undefined) {
		const match = /^(\d{2}):(\d{2})(?::(\d{2}))?(?:[+-]\d{2}:\d{2})?(?:\[(.+)\])?$/.exec(text);
		read = match && {
			zone: match[4] ?? null,
			time: ((Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3] ?? 0)) * 1000,
		};
		slotTimes.set(text, read);
	}
	if (!read) return null;
	const zone = read.zone ?? zoneOf(device);
	return zone !== null && isZone(zone) ? { zone, time: read.time } : null;
}
