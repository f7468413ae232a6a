import type { Device } from '../schema/device';
import { formatDuration } from '../time/format';
import { DAY, MINUTE } from '../time/instant';
import type { Instant } from '../time/instant';
import { offsetAt } from '../time/zone';
import { LOCKLY_ZONE_MISSING, lacksLocklyZone } from './lockly';
import type { Marking, PlanWarning } from './types';
import type { Window } from './fitting/windowShape';
import { lockZone } from './facts/zone';

/** What must be true of a lock before it can hold such a code. */
export interface MissingPrerequisite {
	rule: string;
	because: string;
	marking: Marking;
}

/** Seam: Kwikset locks. The start has to be ahead, at least this far to be safe. */
const KWIKSET_LEAD = 15 * MINUTE;

/** How far ahead of now a time-bound code has to begin, in milliseconds; 0 where it may begin at once. */
export function requiredLead(device: Device): number {
	const isConstrained = (device.properties.code_constraints ?? []).some(
		({ constraint_type }) => constraint_type === 'start_date_in_future',
	);
	return isConstrained || device.device_type === 'kwikset_lock' ? KWIKSET_LEAD : 0;
}

/** The soonest start, to the minute: the minute that runs, or the first one far enough ahead. */
export function soonestStart(now: Instant, lead: number): Instant {
	return (lead > 0 ? Math.ceil((now + lead) / MINUTE) : Math.floor(now / MINUTE)) * MINUTE;
}

/** What a brand wants configured before Seam can program codes of this kind; null where nothing is missing. */
export function prerequisiteOf(device: Device, isOngoing: boolean): MissingPrerequisite | null {
	return missingHardware(device) ?? (isOngoing ? null : missingForTimes(device));
}

function missingHardware(device: Device): MissingPrerequisite | null {
	const { properties, device_type } = device;
	if (device_type === 'igloohome_lock' && !properties.igloohome_metadata?.bridge_id) {
		return required(
			'igloohome_bridge',
			'Online codes on igloohome locks need an igloohome bridge, and this lock has none.',
		);
	}
	const gateway = properties.ttlock_metadata ?? properties.omnitec_metadata;
	if (gateway?.has_gateway === false) {
		return required('gateway', 'This lock needs a gateway for online codes, and has none.');
	}
	if (properties.keynest_metadata?.is_quadient_locker === true) {
		return required('keynest_locker', 'Seam does not support Quadient lockers of KeyNest.');
	}
	if (device_type === 'two_n_intercom' && warns(device, 'two_n_device_missing_timezone')) {
		return required(
			'two_n_time_zone',
			'This 2N intercom has no time zone, so Seam can give it no access codes. Set the zone on the device.',
		);
	}
	return null;
}

function missingForTimes(device: Device): MissingPrerequisite | null {
	const { properties, device_type } = device;
	switch (device_type) {
		case 'two_n_intercom':
			return lockZone(device) === null
				? required(
						'two_n_time_zone',
						'Time-bound codes on 2N intercoms need a time zone, and this one has none. Set the zone on the device.',
					)
				: null;
		case 'ultraloq_lock':
			return !properties.ultraloq_metadata?.time_zone || warns(device, 'ultraloq_time_zone_unknown')
				? required(
						'ultraloq_time_zone',
						'Seam does not know the time zone of this Ultraloq lock and refuses time-bound codes for it. Report the zone to Seam (/devices/report_provider_metadata).',
					)
				: null;
		case 'keyincode_lock':
			return !properties.korelock_metadata?.location_id
				? required(
						'korelock_location',
						'This Korelock lock belongs to no location, which time-bound codes need. Put it into a location in the Korelock app.',
					)
				: null;
		case 'lockly_lock':
			return lacksLocklyZone(device)
				? { rule: 'lockly_time_zone', because: LOCKLY_ZONE_MISSING, marking: 'caution' }
				: null;
		default:
			return null;
	}
}

function required(rule: string, because: string): MissingPrerequisite {
	return { rule, because, marking: 'rule' };
}

function warns(device: Device, code: string): boolean {
	return (device.warnings ?? []).some(({ warning_code }) => warning_code === code);
}

/** What makes a lock open at other times than asked for. */
export function timeWarnings(
	device: Device,
	window: Window,
	zone: string | null,
	crossesClockChange: boolean,
): PlanWarning[] {
	const warnings: PlanWarning[] = [];
	const warn = (code: string, message: string) => warnings.push({ code, message });
	if (device.device_type === 'schlage_lock' && (crossesClockChange || zone === null)) {
		warn(
			'schlage_daylight_saving',
			'Schlage locks can shift a schedule by an hour where the clocks change during the stay. Seam lengthens such codes by an hour, and may report them as modified outside Seam.',
		);
	}
	if (warns(device, 'time_zone_unknown')) {
		warn(
			'time_zone_unknown',
			'Seam does not know the time zone of this device: a code that spans a change of the clocks may work up to an hour outside its window. Report the zone to Seam (/devices/report_provider_metadata).',
		);
	}
	if (warns(device, 'time_zone_mismatch')) {
		warn(
			'time_zone_mismatch',
			'The time zone of this device does not match its own clock: codes may begin and end at the wrong local time.',
		);
	}
	const drift = rawOffsetDrift(device, zone, window.start);
	if (drift !== null) {
		warn(
			'clock_offset_mismatch',
			`The lock's own clock is set ${formatDuration(Math.abs(drift))} ${drift < 0 ? 'behind' : 'ahead of'} the time zone ${zone}: codes may begin and end at the wrong time. Correct the zone in the lock's app.`,
		);
	}
	return warnings;
}

/**
 * TTLock and Omnitec keep a fixed offset that knows no daylight saving. How far it is from every offset that the
 * zone has in that year; null where it agrees or nothing is known.
 */
function rawOffsetDrift(device: Device, zone: string | null, at: Instant): number | null {
	const raw =
		device.properties.ttlock_metadata?.timezone_raw_offset_ms ??
		device.properties.omnitec_metadata?.timezone_raw_offset_ms;
	if (raw === null || raw === undefined || zone === null) return null;
	const offsets = [at, at + 182 * DAY].map((instant) => offsetAt(instant, zone));
	return offsets.includes(raw) ? null : raw - Math.min(...offsets);
}
