// What an access code is doing, in words that a host understands.
import type { LockEntry } from '../life/keypad.mts';
import type { CodeRecord } from '../life/record.mts';
import { momentOn } from './moment.mts';

export type StateName =
	| 'waiting'
	| 'sending'
	| 'scheduled'
	| 'set'
	| 'failed'
	| 'removing'
	| 'removed';

export interface CodeState {
	name: StateName;
	/** One word or two, for the badge. */
	label: string;
	/** A sentence without a final stop. */
	words: string;
}

/** The state of a code at `now` (epoch ms), with times on the lock's clock. */
export function stateOf(record: CodeRecord, now: number, zone: string): CodeState {
	const { code, isGone } = record;
	if (isGone) return { name: 'removed', label: 'Removed', words: removalOf(record, now, zone) };
	const error = code.errors.at(-1);
	if (code.status === 'removing') {
		const why = error ? `: ${error.message}` : '';
		return { name: 'removing', label: 'Removing', words: `Being taken off the lock${why}` };
	}
	if (error) return { name: 'failed', label: 'Failed', words: error.message };
	const from = record.starts === null ? '' : `; it opens from ${momentOn(zone, record.starts)}`;
	const isOffline = code.is_offline_access_code;
	const held = isOffline ? 'The lock knows this PIN' : 'Confirmed on the lock';
	const ahead = {
		name: 'scheduled',
		label: isOffline ? 'Assigned' : 'Stored',
		words: `${held}${from}`,
	} as const;
	if (code.status === 'set') {
		const isEarly = record.starts !== null && record.starts > now;
		// The lock keeps the start itself, and the clock was set back after it.
		if (isEarly && !opensOnLock(record, now)) return ahead;
		const when = isEarly ? '; it opens already, before its start' : untilOf(record, zone);
		return { name: 'set', label: 'Works', words: `${held}${when}` };
	}
	const warning = code.warnings.find(
		({ warning_code: kind }) => kind === 'delay_in_setting_on_device',
	);
	if (warning) return { name: 'sending', label: 'Delayed', words: warning.message };
	if (code.is_scheduled_on_device || (isOffline && code.code !== null)) return ahead;
	if (code.is_waiting_for_code_assignment) {
		return { name: 'sending', label: 'Waiting', words: 'The maker is choosing a PIN' };
	}
	const deferred = code.pending_mutations.find(
		({ mutation_code: kind }) => kind === 'deferring_creation',
	);
	if (deferred) {
		const at = Date.parse(String(deferred.scheduled_at));
		return { name: 'waiting', label: 'Planned', words: `Put on the lock by ${momentOn(zone, at)}` };
	}
	const isLate = record.starts !== null && record.starts <= now;
	return {
		name: 'sending',
		label: 'Sending',
		words: isLate ? 'Has begun, not confirmed yet' : 'On its way to the lock',
	};
}

/** That a code is gone, and how that can be where it seems to have happened only later. */
function removalOf({ goneAt, ...record }: CodeRecord, now: number, zone: string): string {
	if (goneAt === undefined || goneAt <= now) return 'No longer opens the door';
	const when = `At ${momentOn(zone, goneAt)}, when the clock was ahead`;
	const held = entryOf(record);
	const isKnown = held !== undefined && (held.until === null || held.until > now);
	// Seam can't take an offline code off the lock.
	return isKnown ? `${when}; the lock itself still knows the PIN` : when;
}

/** A lock that is sent its codes shortly before they start opens from then on. */
function opensOnLock(record: CodeRecord, now: number): boolean {
	const held = entryOf(record);
	return held !== undefined && (held.from === null || held.from <= now);
}

/** What the lock itself knows of the code. */
const entryOf = ({ code, device }: Pick<CodeRecord, 'code' | 'device'>): LockEntry | undefined =>
	device.memory.find(({ access_code_id: id }) => id === code.access_code_id);

const untilOf = ({ expires }: CodeRecord, zone: string): string =>
	expires === null ? '' : `; it opens until ${momentOn(zone, expires)}`;
