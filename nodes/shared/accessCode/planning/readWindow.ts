import { missingForAllStays } from '../../locks/codeFamilies';
import { lockZone } from '../../locks/facts/zone';
import { Refusal } from '../../refusal';
import type { Device } from '../../schema/device';
import { formatForPeople } from '../../time/format';
import { DAY, type Instant } from '../../time/instant';
import { readTimeInput, type TimeInput } from '../../time/timeInput';
import { readTimeOfDay, type TimeOfDay } from '../../time/timeOfDay';
import { instantOf, type WindowEnd } from '../../time/wallClock';
import { isKnownZone, wallClockAt } from '../../time/zone';
import type { PlanWarning } from './planTypes';
import { readMinutes } from './readMinutes';
import type { Wish } from '../wish';

/** The wish's times as instants, checked. */
export interface AskedWindow {
	/** Null if there is none: ongoing, or a one-time code whose end the lock sets. */
	start: Instant | null;
	end: Instant | null;
	/** Milliseconds wished before and after. */
	before: number;
	after: number;
	/** The zone of the lock's own clock; null if nobody knows it. */
	clockZone: string | null;
	/** The lock's offset on the wire; null if the lock's own zone is unknown. */
	wireZone: string | null;
	zoneSource: string | null;
	warnings: PlanWarning[];
}

/**
 * Reads and checks the times of a wish. Wall-clock times and dates are meant in the zone they name, else in the
 * wish's, else in the lock's; dates get the check-in and check-out time, and so do midnights that nobody typed.
 * @throws Refusal naming the parameter
 */
export function readWindow(wish: Wish, device: Device, now: Instant): AskedWindow {
	checkZone(wish.timeZone);
	const { zone: wireZone = null, source } = lockZone(device) ?? {};
	const zones = {
		clockZone: wireZone ?? wish.timeZone ?? null,
		wireZone,
		zoneSource: source ?? (wish.timeZone === undefined ? null : 'parameter Time Zone'),
	};
	const before = readMinutes(wish, 'minutesBefore');
	const after = readMinutes(wish, 'minutesAfter');
	if (wish.access === 'ongoing') {
		return { start: null, end: null, before: 0, after: 0, ...zones, warnings: [] };
	}
	const zone = wish.timeZone ?? wireZone;
	const given = readEnds(wish, zone);
	// Seconds are the finest that goes on the wire; what is finer is taken outwards, so that the stay is covered.
	const start =
		Math.floor(instantOfEnd(given.start, wish, 'start', { zone, device }) / 1_000) * 1_000;
	const isEndOptional = wish.access === 'one_time_use' && given.end === null;
	const end = isEndOptional
		? null
		: Math.ceil(instantOfEnd(given.end, wish, 'end', { zone, device }) / 1_000) * 1_000;
	if (end !== null) {
		checkOrder(start, end, zones.clockZone, [given.start, given.end].some(namesItsZone));
		checkNotOver(end, now, zones.clockZone);
	}
	return { start, end, before, after, ...zones, warnings: given.warnings };
}

/**
 * Checks what is right or wrong about the times of a wish on any lock, so that it can be told before Seam is asked
 * for one. Ends that are not given are left to `readWindow`: the booking's code may have them.
 * @throws Refusal naming the parameter
 */
export function checkTimes(wish: Wish): void {
	checkZone(wish.timeZone);
	if (wish.access === 'ongoing') return;
	const given = readEnds(wish, wish.timeZone ?? null);
	if (given.start?.type === 'date') timeOfDayOf(wish, 'start');
	if (given.end?.type === 'date') timeOfDayOf(wish, 'end');
}

function checkZone(zone: string | undefined): void {
	if (zone === undefined || isKnownZone(zone)) return;
	throw new Refusal(`The time zone “${zone}” does not exist.`, {
		parameter: 'timeZone',
		fix: 'Choose an IANA zone like Europe/Rome.',
	});
}

const PARAMETERS = {
	start: { parameter: 'startsAt', timeOfDay: 'checkInTime' },
	end: { parameter: 'endsAt', timeOfDay: 'checkOutTime' },
} as const;

/**
 * The ends that were given. Booking systems and n8n's own date picker write a date as midnight: if every given end
 * is a date or midnight on the clock of the zone, all are dates. An end taken from the booking's code says nothing.
 */
function readEnds(wish: Wish, zone: string | null) {
	const start = readEnd(wish, 'start');
	const end = readEnd(wish, 'end');
	const [startDate, endDate] = [asDate(start, zone), asDate(end, zone)];
	const isDate = (read: TimeInput | null, date: TimeInput | null) =>
		read === null || isExact(read) || date !== null;
	const isMidnight = (read: TimeInput | null, date: TimeInput | null) =>
		date !== null && read?.type !== 'date';
	const isStartMidnight = isMidnight(start, startDate);
	const isEndMidnight = isMidnight(end, endDate);
	if (!isDate(start, startDate) || !isDate(end, endDate)) {
		const warnings = [
			...(isStartMidnight ? midnightKept(wish, 'start') : []),
			...(isEndMidnight ? midnightKept(wish, 'end') : []),
		];
		return { start, end, warnings };
	}
	const areMoved =
		(isStartMidnight && timeOfDayOf(wish, 'start') > 0) ||
		(isEndMidnight && timeOfDayOf(wish, 'end') > 0);
	return {
		start: startDate ?? start,
		end: endDate ?? end,
		warnings: areMoved ? [midnightReadAsDate(wish)] : [],
	};
}

function readEnd(wish: Wish, end: WindowEnd): TimeInput | null {
	const { parameter } = PARAMETERS[end];
	const value = wish[parameter];
	if (value === undefined || value === null || value === '') return null;
	try {
		return readTimeInput(value);
	} catch (error) {
		throw error instanceof Refusal
			? new Refusal(error.message, { parameter, fix: error.fix })
			: error;
	}
}

/** Whether a time says by itself in which zone it is meant. */
const namesItsZone = (read: TimeInput | null) =>
	read !== null && (read.type === 'instant' || read.zone !== undefined);

const isExact = (read: TimeInput) => read.type === 'instant' && read.isExact === true;

/** The date that an end is, or stands at the beginning of; null if it is another time. */
function asDate(read: TimeInput | null, zone: string | null): TimeInput | null {
	if (read === null || isExact(read)) return null;
	if (read.type === 'date') return read;
	if (read.isTyped || (read.type === 'instant' && zone === null)) return null;
	const midnight = read.type === 'instant' ? wallClockAt(read.at, zone) : read.wall;
	const named = read.type === 'wallClock' ? { zone: read.zone } : {};
	return midnight % DAY === 0 ? { type: 'date', midnight, ...named } : null;
}

function midnightReadAsDate({ checkInTime, checkOutTime }: Wish): PlanWarning {
	return {
		code: 'midnight_read_as_date',
		message: `Midnight was read as a date, so the check-in time (${checkInTime}) and the check-out time (${checkOutTime}) apply. If you mean midnight, set Check-In Time and Check-Out Time to 00:00.`,
	};
}

/** A day picked beside a time of day begins at midnight, which whoever picked it may not expect. */
function midnightKept(wish: Wish, side: WindowEnd): PlanWarning[] {
	const timeOfDay = wish[PARAMETERS[side].timeOfDay];
	if (timeOfDay === '00:00') return [];
	const wayOut = 'For that time, leave 00:00:00 at both ends, or give the date alone.';
	const warning = {
		start: {
			code: 'starts_at_midnight',
			message: `Starts At is midnight, not the check-in time (${timeOfDay}), because Ends At has a time of day. ${wayOut}`,
		},
		end: {
			code: 'ends_at_midnight',
			message: `Ends At is midnight, not the check-out time (${timeOfDay}), because Starts At has a time of day. ${wayOut}`,
		},
	};
	return [warning[side]];
}

function timeOfDayOf(wish: Wish, end: WindowEnd): TimeOfDay {
	const { timeOfDay } = PARAMETERS[end];
	return readTimeOfDay(wish[timeOfDay], timeOfDay);
}

function instantOfEnd(
	read: TimeInput | null,
	wish: Wish,
	end: WindowEnd,
	lock: { zone: string | null; device: Device },
): Instant {
	const { parameter } = PARAMETERS[end];
	if (read === null) {
		const kind = wish.access === 'one_time_use' ? 'one-time' : 'time-bound';
		const [what, fix] =
			end === 'start'
				? ['a start', 'Set Starts At.']
				: ['an end', 'Set Ends At, or choose ongoing access.'];
		throw new Refusal(`A ${kind} code needs ${what}.`, { parameter, fix });
	}
	if (read.type === 'instant') return read.at;
	const zone = read.zone ?? lock.zone;
	if (zone === null) {
		// A zone in the node's options would not help where the lock needs one itself.
		const missing = missingForAllStays(lock.device);
		if (missing !== null) throw new Refusal(missing.because);
		throw new Refusal(`The ${end} is a local time, and the time zone of this lock is unknown.`, {
			parameter,
			fix: 'Add the option Time Zone Name, set the location of the device in Seam, or give the time with its offset, like 2027-03-01T15:00:00+01:00.',
		});
	}
	const wall = read.type === 'wallClock' ? read.wall : read.midnight + timeOfDayOf(wish, end);
	return instantOf(wall, zone, end);
}

function checkOrder(start: Instant, end: Instant, zone: string | null, nameZones: boolean): void {
	if (end > start) return;
	const message = `${tellEnd(end, zone)} is not after the start (${formatForPeople(start, zone)}).`;
	const day = (at: Instant) => Math.floor(wallClockAt(at, zone) / DAY);
	const check = nameZones ? ' Check the time zones that they name, too.' : '';
	const fix =
		!nameZones && day(start) === day(end)
			? "Set 'Ends At' to a later day or time. A date alone gets the Check-In or Check-Out Time."
			: `Set 'Ends At' after 'Starts At'; are they swapped?${check}`;
	throw new Refusal(message, { parameter: 'endsAt', fix });
}

function checkNotOver(end: Instant, now: Instant, zone: string | null): void {
	if (end > now) return;
	const fix = 'Only codes that end in the future can be made.';
	throw new Refusal(`${tellEnd(end, zone)} is in the past.`, { parameter: 'endsAt', fix });
}

const tellEnd = (end: Instant, zone: string | null) => `The end (${formatForPeople(end, zone)})`;
