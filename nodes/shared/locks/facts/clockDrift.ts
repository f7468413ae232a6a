import type { Device } from '../../schema/device';
import { formatOffset } from '../../time/format';
import { HOUR, type Instant } from '../../time/instant';
import { offsetAt } from '../../time/zone';
import { standardOffset } from './offsets';

/** A lock's own clock that runs on another offset than its zone. */
export interface ClockDrift {
	maker: 'TTLock' | 'Omnitec';
	message: string;
	fix: string;
}

/**
 * TTLock and Omnitec locks keep a fixed offset without daylight saving, and a wrong one is the usual cause of codes that
 * work some hours too early or too late (Seam: device object, `timezone_raw_offset_ms`). Null if it is the zone's
 * standard offset, or the one in force at `at`, or if nothing is known.
 */
export function clockDrift(device: Device, zone: string | null, at: Instant): ClockDrift | null {
	const { ttlock_metadata, omnitec_metadata } = device.properties;
	const raw = (ttlock_metadata ?? omnitec_metadata)?.timezone_raw_offset_ms;
	if (raw == null || zone === null) return null;
	const standard = standardOffset(zone, at);
	if (raw === standard || raw === offsetAt(at, zone)) return null;
	const maker = ttlock_metadata == null ? 'Omnitec' : 'TTLock';
	const hours = Math.abs(raw - standard) / HOUR;
	return {
		maker,
		message: `The clock of the lock is set to UTC${formatOffset(raw)} while ${zone} is at UTC${formatOffset(standard)}: codes may be off by ${Number(hours.toFixed(2))} h`,
		fix: `Set the time zone of the lock in the ${maker} app and let it synchronise its clock.`,
	};
}
