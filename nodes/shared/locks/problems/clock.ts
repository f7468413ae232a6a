import type { Device } from '../../schema/device';
import type { Instant } from '../../time/instant';
import { isKnownZone } from '../../time/zone';
import { clockDrift } from '../facts/clockDrift';
import { keepSameTime, nextOffsetChange } from '../facts/offsets';
import { impossibleZones, lockZone } from '../facts/zone';
import { missingRequirements } from '../requirements';
import type { DeviceProblem } from './problem';

/**
 * Clocks that make a code work at the wrong hours: a zone that is missing, wrong or contradicts another, and
 * firmware that does not follow daylight saving.
 */
export function clockProblems(device: Device, now: Instant): DeviceProblem[] {
	const takesCodes =
		device.can_program_online_access_codes != null ||
		device.can_program_offline_access_codes != null;
	if (!takesCodes) return [];
	return [unknownZone, impossibleZone, omnitec, oracode, rawOffset, schlage].flatMap(
		(problemOf) => problemOf(device, now) ?? [],
	);
}

function unknownZone(device: Device): DeviceProblem | null {
	// A maker that needs a zone for its codes has said so.
	const isSaid = missingRequirements(device).some(({ rule }) => rule.endsWith('_time_zone'));
	if (lockZone(device) !== null || isSaid) return null;
	return {
		code: 'time_zone_unknown',
		severity: 'warning',
		message:
			'The time zone of the device is not known, so local times are refused and a code may work at the wrong hours',
		fix: "Set the time zone of the device in the maker's app; until then give times with their offset, or choose a time zone.",
	};
}

function impossibleZone(device: Device): DeviceProblem | null {
	const [named] = impossibleZones(device);
	if (named === undefined) return null;
	return {
		code: 'time_zone_invalid',
		severity: 'warning',
		message: `The device names '${named.zone}' (${named.source}), which is not a time zone`,
		fix: "Set a time zone like 'Europe/Berlin' for the device in the maker's app.",
	};
}

function omnitec({ properties }: Device): DeviceProblem | null {
	const metadata = properties.omnitec_metadata;
	if (metadata == null || metadata.time_zone != null) return null;
	return {
		code: 'omnitec_time_zone_unknown',
		severity: 'warning',
		message: 'Seam does not know the time zone of the Omnitec lock',
		fix: 'Set the time zone of the lock with the Seam node (Device → Set Time Zone).',
	};
}

/** Seam: dormakaba Oracode time zones. User levels are times of day in the door's own zone. */
function oracode(device: Device, now: Instant): DeviceProblem | null {
	const { properties, location } = device;
	const door = lockZone(device);
	if (properties.dormakaba_oracode_metadata == null || door === null) return null;
	const other = [
		properties.dormakaba_oracode_metadata.iana_timezone,
		location?.time_zone ?? location?.timezone,
	].find((zone) => zone != null && isKnownZone(zone) && !keepSameTime(door.zone, zone, now));
	if (other == null) return null;
	return {
		code: 'oracode_time_zone_mismatch',
		severity: 'warning',
		message: `The door keeps the time of ${door.zone} (${door.source}) while another property of it says ${other}; access codes follow the door`,
		fix: 'Ask the installer to set the time zone of the site, or correct the location of the device.',
	};
}

function rawOffset(device: Device, now: Instant): DeviceProblem | null {
	const drift = clockDrift(device, lockZone(device)?.zone ?? null, now);
	if (drift === null) return null;
	const { maker, message, fix } = drift;
	return { code: `${maker.toLowerCase()}_clock_offset`, severity: 'warning', message, fix };
}

/** Seam: Schlage locks and daylight saving time. The firmware may shift codes by an hour around a change. */
function schlage(device: Device, now: Instant): DeviceProblem | null {
	const known = lockZone(device);
	if (device.device_type !== 'schlage_lock' || known === null) return null;
	const change = nextOffsetChange(known.zone, now);
	if (change === null) return null;
	return {
		code: 'schlage_daylight_saving',
		severity: 'info',
		message: `The clocks in ${known.zone} change on ${new Date(change).toISOString().slice(0, 10)}; a code whose window holds that day may work up to an hour longer`,
		fix: 'Nothing to do: Seam lengthens such codes by an hour and marks them as changed outside Seam.',
	};
}
