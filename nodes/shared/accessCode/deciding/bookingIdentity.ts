import { createHash } from 'node:crypto';

import type { Instant } from '../../time/instant';
import { nameShownOnLock } from '../nameOnLock';
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
	/** How much of a name the lock shows, in UTF-16 code units; null or absent if it names no limit. */
	maxLength?: number | null;
	mustBeUnique: boolean;
}

/** The identity of a booking: the key itself if it is short and plain, else its hash. */
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
 * then a short mark if the lock wants every name to differ and would cut the tag off, and the tag last. A tag and
 * mark that the given name already ends in (it was copied from Seam) are not repeated.
 */
export function composeName(parts: {
	name: string | undefined;
	identity: string;
	window?: TagWindow | null;
	limits: NameLimits;
}): string {
	const { identity, limits } = parts;
	const given = (parts.name ?? '').replace(/\s+/g, ' ').trim();
	const person =
		withoutOwnTags(given, identity) || (PLAIN_KEY.test(identity) ? identity : 'Access code');
	return `${shownName(person, identity, limits)} ${writeTag(identity, parts.window ?? null)}`;
}

/** The tag at the end of a code's name, or null if the name carries none. */
export function readTag(name: string | null | undefined): BookingTag | null {
	const match = TAG.exec((name ?? '').trimEnd());
	if (!match) return null;
	const [, identity, start, end] = match;
	const window = start
		? { startsAt: instantFromTag(start), endsAt: end ? instantFromTag(end) : null }
		: null;
	return { identity, window };
}

/** The part of a name in front of its tag, without the mark that `composeName` may have put there. */
export function nameWithoutTag(name: string | null | undefined): string {
	const tag = readTag(name);
	const rest = (name ?? '').trimEnd().replace(TAG, '').trimEnd();
	const mark = tag === null ? null : distinguishingMark(tag.identity);
	if (mark === null || (rest !== mark && !rest.endsWith(` ${mark}`))) return rest;
	return rest.slice(0, -mark.length).trimEnd();
}

/** Another booking's tag stays, since “Ada [VIP]” looks just like one; what nobody would write by hand does not. */
function withoutOwnTags(name: string, identity: string): string {
	const tag = readTag(name);
	const isOwn =
		tag !== null && (tag.identity === identity || /^[#~][0-9a-f]{16}$/.test(tag.identity));
	return isOwn ? withoutOwnTags(nameWithoutTag(name), identity) : name;
}

function shownName(person: string, identity: string, limits: NameLimits): string {
	if (!limits.mustBeUnique || limits.maxLength == null) return person;
	const mark = distinguishingMark(identity);
	const room = Math.max(0, limits.maxLength - mark.length - 1);
	return `${nameShownOnLock(person, room).trimEnd()} ${mark}`.trimStart();
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

function instantFromTag(text: string): Instant {
	return parseInt(text, 36) * 1000;
}

function shortHash(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
