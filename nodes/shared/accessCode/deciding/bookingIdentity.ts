import { createHash } from 'node:crypto';

import type { Instant } from '../../time/instant';
import { SET_AT_RUN } from '../planning/planTypes';

/**
 * How a code says which booking it belongs to. Seam keeps no idempotency key, but it keeps a code's `name` whole,
 * so the name ends in a tag: `Ada Lovelace [HA-1042]`. An offline code cannot be edited, so that one booking may
 * come to hold several; its tag carries the window as well: `Ada Lovelace [HA-1042 tu04c0-tu77w0]`.
 */

/** A Booking Key that can stand in a name as it is: short, and without blanks or brackets. */
const PLAIN_KEY = /^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,31}$/;

const TAG = /\[([^\s[\]]+)(?: ([0-9a-z]+)(?:-([0-9a-z]+))?)?\]$/;

/** The window that a tag carries; a one-time code has no end of its own. */
export interface TagWindow {
	startsAt: Instant;
	endsAt: Instant | null;
}

export interface BookingTag {
	identity: string;
	window: TagWindow | null;
}

/** What the lock's own list shows of a name (Seam: `code_constraints`). */
export interface NameLimits {
	/** Number of characters that the lock shows; absent where it names no limit. */
	maxLength?: number;
	mustBeUnique: boolean;
}

/** The identity of a booking: the key itself where it is short and plain, else its hash. */
export function identityOfKey(bookingKey: string): string {
	return PLAIN_KEY.test(bookingKey) ? bookingKey : `#${shortHash(bookingKey)}`;
}

/**
 * The identity of one item of one node run, for items without a Booking Key: the same when n8n retries the node,
 * another one in the next round of a loop (whose items all have index 0) and in the next execution.
 */
export function identityOfRun(run: {
	executionId: string;
	nodeName: string;
	runIndex: number;
	itemIndex: number;
}): string {
	return `~${shortHash(JSON.stringify([run.executionId, run.nodeName, run.runIndex, run.itemIndex]))}`;
}

/**
 * The name that goes to Seam: what a person must recognise comes first, since a lock may show only the left part,
 * then a short mark where the lock wants every name to differ and would cut the tag off, and the tag last.
 */
export function composeName(parts: {
	name: string | undefined;
	identity: string;
	window?: TagWindow | null;
	limits: NameLimits;
}): string {
	const { identity, limits } = parts;
	const given = (parts.name ?? '').replace(/\s+/g, ' ').trim();
	const person = given || (PLAIN_KEY.test(identity) ? identity : 'Access code');
	return `${shownName(person, identity, limits)} ${writeTag(identity, parts.window ?? null)}`;
}

/** The tag at the end of a code's name, or null where the name carries none. */
export function readTag(name: string | null | undefined): BookingTag | null {
	const match = TAG.exec((name ?? '').trimEnd());
	if (!match) return null;
	const [, identity, start, end] = match;
	const window = start
		? { startsAt: readInstant(start), endsAt: end ? readInstant(end) : null }
		: null;
	return { identity, window };
}

/** The part of a name in front of its tag, without the mark that `composeName` may have put there. */
export function nameWithoutTag(name: string | null | undefined): string {
	return (name ?? '').trimEnd().replace(TAG, '').trimEnd();
}

function shownName(person: string, identity: string, limits: NameLimits): string {
	if (!limits.mustBeUnique || limits.maxLength === undefined) return person;
	const mark = distinguishingMark(identity);
	const room = limits.maxLength - mark.length - 1;
	return room > 0 ? `${[...person].slice(0, room).join('').trimEnd()} ${mark}` : mark;
}

/** Four characters that tell two guests of the same name apart on the lock's own list. */
function distinguishingMark(identity: string): string {
	if (identity.includes(SET_AT_RUN)) return '????';
	return parseInt(shortHash(`mark of ${identity}`).slice(0, 8), 16)
		.toString(36)
		.padStart(4, '0')
		.slice(-4);
}

function writeTag(identity: string, window: TagWindow | null): string {
	if (!window) return `[${identity}]`;
	const ends = window.endsAt === null ? '' : `-${writeInstant(window.endsAt)}`;
	return `[${identity} ${writeInstant(window.startsAt)}${ends}]`;
}

/** Whole seconds since 1970 in base 36: six characters. */
function writeInstant(instant: Instant): string {
	return Math.floor(instant / 1000).toString(36);
}

function readInstant(text: string): Instant {
	return parseInt(text, 36) * 1000;
}

function shortHash(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
