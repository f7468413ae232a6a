import { Refusal } from '../refusal';
import { HOUR, MINUTE } from './instant';
import { isKnownZone } from './zone';

/** Milliseconds since midnight on a clock on the wall. */
export type TimeOfDay = number;

const PLAIN = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const SLOT = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:[+-]\d{2}:?\d{2}|Z)?(?:\[([^\]]+)\])?$/;

/**
 * `HH:mm` or `HH:mm:ss`, as a person sets it for check-in and check-out.
 * @throws Refusal
 */
export function readTimeOfDay(value: unknown, parameter: string): TimeOfDay {
	const match = typeof value === 'string' ? PLAIN.exec(value.trim()) : null;
	const read = match === null ? null : timeOfDay(match[1], match[2], match[3]);
	if (read === null) {
		throw new Refusal(`“${String(value)}” is not a time of day.`, {
			parameter,
			fix: 'Give hours and minutes, like 15:00.',
		});
	}
	return read;
}

/**
 * Reads a time of day as Seam writes it for Oracode user levels and time pairs, with the zone in brackets if there is
 * one: `07:00:00[America/Los_Angeles]`, `15:30:00[PST8PDT]`, `15:30:00-08:00[America/Los_Angeles]` and `07:00`.
 * The number of hours before the bracket is ignored: a time of day has no date, so it can't know whether
 * daylight saving applies. Null if the notation is unknown or the zone does not exist.
 */
export function readSlotTime(value: unknown): { time: TimeOfDay; zone: string | null } | null {
	const match = typeof value === 'string' ? SLOT.exec(value.trim()) : null;
	if (match === null) return null;
	const time = timeOfDay(match[1], match[2], match[3]);
	const zone = match[4] ?? null;
	if (time === null || (zone !== null && !isKnownZone(zone))) return null;
	return { time, zone };
}

/** `07:00`, for sentences. */
export function formatTimeOfDay(time: TimeOfDay): string {
	const minutes = Math.floor(time / MINUTE);
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function timeOfDay(hour: string, minute: string, second = '0'): TimeOfDay | null {
	const [h, m, s] = [Number(hour), Number(minute), Number(second)];
	return h > 23 || m > 59 || s > 59 ? null : h * HOUR + m * MINUTE + s * 1000;
}
