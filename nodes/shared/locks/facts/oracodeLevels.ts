import type { Device, PredefinedTimeSlot } from '../../schema/device';
import { formatTimeOfDay, readSlotTime, type TimeOfDay } from '../../time/timeOfDay';
import { currentZoneName } from '../../time/zone';

/** A user level that a code can be made with. */
export interface UserLevel {
	name: string;
	checkIn: TimeOfDay;
	checkOut: TimeOfDay;
	/** Null if the level names none: then the lock's zone counts. */
	zone: string | null;
	is24Hour: boolean;
	isBiweekly: boolean;
	/** Its place in `predefined_time_slots`. */
	index: number;
}

interface Levels {
	usable: UserLevel[];
	unusable: Array<{ name: string; because: string }>;
}

const FLAGS = ['is_master', 'is_one_shot', 'is_24_hour', 'is_biweekly_mode'] as const;

/** A door is read once and planned for every booking. */
const levelsOfSlots = new WeakMap<PredefinedTimeSlot[], Levels>();

/**
 * The user levels of a dormakaba Oracode door that Seam can make codes with (`predefined_time_slots`), and the
 * others with the reason. Seam supports neither master nor one-shot levels; a flag that can't be read may mean either.
 * A 24-hour level may end a minute before it begins: Seam's newer document prints 00:00 to 23:59.
 */
export function readUserLevels(device: Device): Levels {
	const slots = device.properties.dormakaba_oracode_metadata?.predefined_time_slots ?? [];
	const known = levelsOfSlots.get(slots);
	if (known !== undefined) return known;
	const levels: Levels = { usable: [], unusable: [] };
	slots.forEach((slot, index) => {
		const name = slot.name ?? `level ${index + 1}`;
		const read = readLevel(slot, name, index);
		if (typeof read === 'string') levels.unusable.push({ name, because: read });
		else levels.usable.push(read);
	});
	levelsOfSlots.set(slots, levels);
	return levels;
}

function readLevel(slot: PredefinedTimeSlot, name: string, index: number): UserLevel | string {
	const odd = FLAGS.find((flag) => slot[flag] != null && typeof slot[flag] !== 'boolean');
	if (odd !== undefined) return `one whose ${odd} can't be read`;
	if (slot.is_master === true) return 'a master level, which Seam does not support';
	if (slot.is_one_shot === true) return 'a one-time-use level, which Seam does not support';
	const is24Hour = slot.is_24_hour === true;
	const checkIn = readSlotTime(slot.check_in_time);
	const isEndOpen = is24Hour && (slot.check_out_time ?? '') === '';
	const checkOut = isEndOpen ? checkIn : readSlotTime(slot.check_out_time);
	if (checkIn === null || checkOut === null) {
		return `one whose times can't be read (${String(slot.check_in_time)} to ${String(slot.check_out_time)})`;
	}
	const named = checkIn.zone ?? checkOut.zone;
	return {
		name,
		checkIn: checkIn.time,
		checkOut: checkOut.time,
		zone: named === null ? null : currentZoneName(named),
		is24Hour,
		isBiweekly: slot.is_biweekly_mode === true,
		index,
	};
}

export function whyNoLevel(device: Device): string {
	const { unusable } = readUserLevels(device);
	if (unusable.length === 0) {
		return 'This door has no user levels (predefined_time_slots is empty), so every code would fail';
	}
	const why = unusable.slice(0, 5).map(({ name, because }) => `“${name}” is ${because}`);
	return `This door has no user level that Seam can make codes with: ${why.join('; ')}`;
}

/** `16:00 to 10:00`, `12:00 to 12:00 (24-hour)`. */
export function describeLevel(level: UserLevel): string {
	const notes = [level.is24Hour && '24-hour', level.isBiweekly && 'two weeks'].filter(Boolean);
	const times = `${formatTimeOfDay(level.checkIn)} to ${formatTimeOfDay(level.checkOut)}`;
	return notes.length > 0 ? `${times} (${notes.join(', ')})` : times;
}
