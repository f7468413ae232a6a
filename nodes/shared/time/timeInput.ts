import { DateTime } from 'luxon';

import { Refusal } from '../refusal';
import { MINUTE, type Instant } from './instant';
import { type WallClock, isKnownZone } from './zone';

/**
 * A time as a person or a booking system gave it. `zone`: the one that the value itself names. `isTyped`: a midnight
 * that can't be meant as a date (24:00). `isExact`: read from a code that exists, so that it says nothing of the rest.
 */
export type TimeInput =
	| { type: 'instant'; at: Instant; isTyped?: true; isExact?: true }
	| { type: 'wallClock'; wall: WallClock; zone?: string; isTyped?: true }
	| { type: 'date'; midnight: WallClock; zone?: string };

/** A time of Seam's (ISO 8601 with offset) that stands for itself, also at midnight. */
export class ExactTime {
	readonly iso: string;

	constructor(iso: string) {
		this.iso = iso;
	}

	static at(instant: Instant): ExactTime {
		return new ExactTime(new Date(instant).toISOString());
	}
}

const COMMON =
	/^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;
const ZONE_SUFFIX = /^(.*?)\[([A-Za-z0-9_+\-/]+)\]$/;
const DATE_PART = /^[+-]?\d{4,6}-?(\d{2}-?\d{2}|\d{3}|W\d{2}-?\d)/;
const HAS_TIME = /[Tt]/;
const HAS_OFFSET = /([Zz]|[+-]\d{2}(:?\d{2})?)$/;

/** The years that ISO 8601 writes with four digits, whatever the zone. */
const FIRST = Date.parse('0001-01-02T00:00Z');
const AFTER_LAST = Date.parse('9999-12-31T00:00Z');

const HOW =
	'Give an ISO 8601 date or date and time, like 2027-03-01, 2027-03-01T15:00 or 2027-03-01T15:00:00+01:00.';

/**
 * Reads a luxon DateTime (also one of another copy of luxon), a JS Date or any ISO 8601 form: with offset or `Z`
 * an instant, without one a wall-clock time, without a time a date; a zone in brackets counts for both. Numbers are
 * refused: seconds and milliseconds since 1970 can't be told apart. So are years after 9999, which Seam can't read.
 * @throws Refusal for anything else
 */
export function readTimeInput(value: unknown): TimeInput {
	if (value instanceof ExactTime) {
		return { type: 'instant', at: Date.parse(value.iso), isExact: true };
	}
	if (DateTime.isDateTime(value)) {
		if (value.isValid) return instant(value.toMillis());
		return refuse(`The DateTime is not a valid one (${value.invalidReason ?? 'no reason given'}).`);
	}
	if (isDate(value)) {
		const at = value.getTime();
		return Number.isNaN(at) ? refuse('The Date is not a valid one.') : instant(at);
	}
	if (typeof value !== 'string') {
		return refuse(`A time was expected, but ${describe(value)} was given.`);
	}
	const text = value.trim();
	if (text === '') return refuse('The time is empty.');
	const notATime = `“${shorten(text)}” is not a date or time.`;
	const suffixed = ZONE_SUFFIX.exec(text);
	if (suffixed === null) return readIso(text) ?? refuse(notATime);
	const [, bare, zone] = suffixed;
	if (!isKnownZone(zone)) {
		const message = `“${shorten(text)}” names the time zone ${zone}, which does not exist.`;
		return refuse(message, 'Use an IANA zone like Europe/Rome.');
	}
	const read = readIso(bare) ?? refuse(notATime);
	return read.type === 'instant' ? read : { ...read, zone };
}

function instant(at: Instant): TimeInput {
	return at >= FIRST && at < AFTER_LAST
		? { type: 'instant', at }
		: refuse('The time lies outside the years 1 to 9999.');
}

/** The usual forms without luxon, which costs more than a whole plan; the rare ones (week dates, …) with it. */
function readIso(text: string): TimeInput | null {
	const match = COMMON.exec(text);
	if (match === null) return readRareIso(text);
	const [, year, month, day, hour, minute, second = '0', fraction = '', offset] = match;
	const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
	if (new Date(midnight).toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null;
	if (hour === undefined) return { type: 'date', midnight };
	const [h, m, s] = [Number(hour), Number(minute), Number(second)];
	const isEndOfDay = h === 24 && m === 0 && s === 0;
	if ((h > 23 && !isEndOfDay) || m > 59 || s > 59) return null;
	const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
	const wall = midnight + ((h * 60 + m) * 60 + s) * 1000 + milliseconds;
	const typed = isEndOfDay ? ({ isTyped: true } as const) : {};
	if (offset === undefined) return { type: 'wallClock', wall, ...typed };
	const minutes = readOffset(offset);
	return minutes === null ? null : { type: 'instant', at: wall - minutes * MINUTE, ...typed };
}

function readOffset(offset: string): number | null {
	if (offset.toUpperCase() === 'Z') return 0;
	const digits = offset.slice(1).replace(':', '');
	const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2) || '0')];
	if (hours > 23 || minutes > 59) return null;
	return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Basic format, week dates, ordinal dates. A bare year, month or time of day is not enough to open a door. */
function readRareIso(text: string): TimeInput | null {
	if (!DATE_PART.test(text)) return null;
	const read = DateTime.fromISO(text, { zone: 'utc' });
	if (!read.isValid || read.year > 9999 || read.year < 1) return null;
	if (!HAS_TIME.test(text)) return { type: 'date', midnight: read.toMillis() };
	if (HAS_OFFSET.test(text.slice(text.search(HAS_TIME))))
		return { type: 'instant', at: read.toMillis() };
	return { type: 'wallClock', wall: read.toMillis() };
}

/** Also a Date from another realm, as expressions hand them over. */
function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}

function describe(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	if (typeof value === 'number') return `the number ${value}`;
	return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}

function refuse(message: string, fix = HOW): never {
	throw new Refusal(message, { fix });
}

function shorten(text: string): string {
	return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
