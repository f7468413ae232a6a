// The keypad at the door. It knows the lock and what the lock holds, and nothing of Seam.
import type { DeviceRecord } from '../world.mts';

export interface LockEntry {
	access_code_id: string;
	pin: string;
	/** Epoch ms; null: at any time. */
	from: number | null;
	until: number | null;
	isOneTime: boolean;
	/** igloohome: a code must be used for the first time before this instant, or it dies. */
	firstUseBy: number | null;
	firstUsed: number | null;
}

export type LockMemory = LockEntry[];

export interface KeypadAnswer {
	opens: boolean;
	because: string;
	entry?: LockEntry;
	/** When the code begins to open the door (epoch ms), where it does not yet. */
	validFrom?: number;
}

/** Whether the door opens for `pin` at `now` (epoch ms). A first use is remembered. */
export function enterPin(device: DeviceRecord, pin: string, now: number): KeypadAnswer {
	if (!hasKeypad(device)) return { opens: false, because: 'the lock has no keypad' };
	const entries = device.memory.filter((entry) => entry.pin === pin);
	if (entries.length === 0) return { opens: false, because: UNKNOWN_CODE };
	let because = '';
	for (const entry of entries) {
		because = refusal(entry, now);
		if (because) continue;
		entry.firstUsed ??= now;
		return { opens: true, because: 'the code is valid', entry };
	}
	const starts = entries.flatMap(({ from }) => (from !== null && now < from ? [from] : []));
	if (starts.length === 0) return { opens: false, because, entry: entries[0] };
	return {
		...{ opens: false, because: TOO_EARLY, entry: entries[0] },
		validFrom: Math.min(...starts),
	};
}

export const UNKNOWN_CODE = 'the lock does not know this code';
const TOO_EARLY = 'the code is not valid yet';

function refusal(entry: LockEntry, now: number): string {
	if (entry.from !== null && now < entry.from) return TOO_EARLY;
	if (entry.until !== null && now >= entry.until) return 'the code is no longer valid';
	if (entry.isOneTime && entry.firstUsed !== null) return 'the one-time code has been used';
	if (entry.firstUseBy !== null && entry.firstUsed === null && now >= entry.firstUseBy) {
		return 'the code was not used within 24 hours of its start';
	}
	return '';
}

function hasKeypad({ device }: DeviceRecord): boolean {
	const { model, accessory_keypad: accessory } = device.properties;
	return model.has_built_in_keypad !== false || accessory?.is_connected === true;
}

/** Puts an entry on the lock in place of what it held for the same access code; a first use is kept. */
export function remember(device: DeviceRecord, entry: Omit<LockEntry, 'firstUsed'>): void {
	const before = device.memory.find((old) => old.access_code_id === entry.access_code_id);
	erase(device, entry.access_code_id);
	device.memory.push({ ...entry, firstUsed: before?.pin === entry.pin ? before.firstUsed : null });
}

export function erase(device: DeviceRecord, accessCodeId: string): void {
	device.memory = device.memory.filter((entry) => entry.access_code_id !== accessCodeId);
}
