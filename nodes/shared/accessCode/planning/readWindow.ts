import { lockZone } from '../../locks/facts/zone';
import { Refusal } from '../../refusal';
import type { Device } from '../../schema/device';
import { formatForPeople } from '../../time/format';
import { MINUTE, type Instant } from '../../time/instant';
import { readTimeInput, type TimeInput } from '../../time/timeInput';
import { readTimeOfDay, type TimeOfDay } from '../../time/timeOfDay';
import { instantOf, type WindowEnd } from '../../time/wallClock';
import { isKnownZone } from '../../time/zone';
import type { Wish } from '../wish';

/** The wish's times as instants, checked. */
export interface AskedWindow {
	/** Null where there is none: ongoing, or a one-time code whose end the lock sets. */
	start: Instant | null;
	end: Instant | null;
	/** Milliseconds wished before and after. */
	before: number;
	after: number;
	/** The zone of the lock's own clock; null where nobody knows it. */
	clockZone: string | null;
	/** The lock's offset on the wire; null where the lock's own zone is unknown. */
	wireZone: string | null;
	/** Where the zone of the window was read. */
	zoneSource: string | null;
}

/**
 * Reads and checks the times of a wish. Wall-clock times are meant in the zone they name, else in the wish's,
 * else in the lock's; dates get the check-in and check-out time.
 * @throws Refusal naming the parameter
 */
export function readWindow(wish: Wish, device: Device, now: Instant): AskedWindow {
	checkZone(wish.timeZone);
	const found = lockZone(device);
	const zones = {
		clockZone: found?.zone ?? wish.timeZone ?? null,
		wireZone: found?.zone ?? null,
		zoneSource: found?.source ?? (wish.timeZone === undefined ? null : 'parameter Time Zone'),
	};
	const before = minutes(wish.minutesBefore, 'minutesBefore');
	const after = minutes(wish.minutesAfter, 'minutesAfter');
	if (wish.access === 'ongoing') return { start: null, end: null, before: 0, after: 0, ...zones };

	const inputZone = wish.timeZone ?? found?.zone ?? null;
	const start = floorToSecond(readEnd(wish, 'start', inputZone));
	const isEndOptional = wish.access === 'one_time_use' && isEmpty(wish.endsAt);
	const end = isEndOptional ? null : ceilToSecond(readEnd(wish, 'end', inputZone));
	if (end !== null) checkOrder(start, end, now, zones.clockZone);
	return { start, end, before, after, ...zones };
}

/**
 * Checks what is right or wrong about the times of a wish on any lock, so that it can be told before Seam is asked
 * for one. Ends that are not given are left to `readWindow`: the booking's code may have them.
 * @throws Refusal naming the parameter
 */
export function checkTimes(wish: Wish): void {
	checkZone(wish.timeZone);
	if (wish.access === 'ongoing') return;
	for (const end of ['start', 'end'] as const) {
		if (isEmpty(valueOf(wish, end))) continue;
		if (readValue(wish, end).type === 'date') timeOfDayOf(wish, end);
	}
}

function checkZone(zone: string | undefined): void {
	if (zone === undefined || isKnownZone(zone)) return;
	throw new Refusal(`The time zone “${zone}” does not exist.`, {
		parameter: 'timeZone',
		fix: 'Choose an IANA zone like Europe/Rome.',
	});
}

const parameterOf = (end: WindowEnd) => (end === 'start' ? 'startsAt' : 'endsAt');

const valueOf = (wish: Wish, end: WindowEnd): unknown => wish[parameterOf(end)];

function readValue(wish: Wish, end: WindowEnd): TimeInput {
	return inParameter(parameterOf(end), () => readTimeInput(valueOf(wish, end)));
}

function timeOfDayOf(wish: Wish, end: WindowEnd): TimeOfDay {
	return end === 'start'
		? readTimeOfDay(wish.checkInTime, 'checkInTime')
		: readTimeOfDay(wish.checkOutTime, 'checkOutTime');
}

function readEnd(wish: Wish, end: WindowEnd, zone: string | null): Instant {
	const parameter = parameterOf(end);
	if (isEmpty(valueOf(wish, end))) {
		throw new Refusal(
			`A ${wish.access === 'one_time_use' ? 'one-time' : 'time-bound'} code needs ${end === 'start' ? 'a start' : 'an end'}.`,
			{
				parameter,
				fix: end === 'start' ? 'Set Starts At.' : 'Set Ends At, or choose ongoing access.',
			},
		);
	}
	const read = readValue(wish, end);
	if (read.type === 'instant') return read.at;
	const zoneOfValue = (read.type === 'wallClock' ? read.zone : undefined) ?? zone;
	if (zoneOfValue === null) {
		throw new Refusal(
			`${end === 'start' ? 'The start' : 'The end'} is a local time, and the time zone of this lock is unknown.`,
			{
				parameter,
				fix: 'Choose a Time Zone in the options, set the location of the device in Seam, or give the time with its offset, like 2027-03-01T15:00:00+01:00.',
			},
		);
	}
	if (read.type === 'wallClock') return instantOf(read.wall, zoneOfValue, end);
	return instantOf(read.midnight + timeOfDayOf(wish, end), zoneOfValue, end);
}

function checkOrder(start: Instant, end: Instant, now: Instant, zone: string | null): void {
	if (end <= start) {
		throw new Refusal(
			`The end (${formatForPeople(end, zone)}) is not after the start (${formatForPeople(start, zone)}).`,
			{ parameter: 'endsAt', fix: 'Check both times and their time zones.' },
		);
	}
	if (end <= now) {
		throw new Refusal(`The end (${formatForPeople(end, zone)}) is in the past.`, {
			parameter: 'endsAt',
			fix: 'Only codes that end in the future can be made.',
		});
	}
}

/** Says which parameter a refused value came from. */
function inParameter<T>(parameter: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw error instanceof Refusal
			? new Refusal(error.message, { parameter, fix: error.fix })
			: error;
	}
}

function minutes(value: unknown, parameter: string): number {
	if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value * MINUTE;
	throw new Refusal(`${parameter} is not a number of minutes.`, {
		parameter,
		fix: 'Give a number of minutes, 0 or more.',
	});
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** Seconds are the finest that goes on the wire; what is finer is taken outwards, so that the stay is covered. */
function floorToSecond(instant: Instant): Instant {
	return Math.floor(instant / 1000) * 1000;
}

function ceilToSecond(instant: Instant): Instant {
	return Math.ceil(instant / 1000) * 1000;
}
