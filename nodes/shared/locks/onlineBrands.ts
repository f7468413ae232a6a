import type { Device } from '../schema/device';
import { formatDuration } from '../time/format';
import { DAY, MINUTE } from '../time/instant';
import type { Instant } from '../time/instant';
import { offsetAt } from '../time/zone';
import type { Marking, PlanWarning } from './types';
import type { Window } from './windowFit';

/** What must be true of a lock before it can hold such a code. */
export interface MissingPrerequisite {
	rule: string;
	because: string;
	marking: Marking;
}

/** Seam: Kwikset locks. The start has to be ahead, at least this far to be safe. */
const KWIKSET_LEAD = 15 * MINUTE;

/** How far ahead of now a time-bound code has to begin; null where it may begin at once. */
export function requiredLead(device: Device): { lead: number; source: string } | null {
	const constraints = device.properties.code_constraints ?? [];
	const index = constraints.findIndex(
		({ constraint_type }) => constraint_type === 'start_date_in_future',
	);
	if (index >= 0) {
		return {
			lead: KWIKSET_LEAD,
			source: `device.properties.code_constraints[${index}] (start_date_in_future)`,
		};
	}
	return device.device_type === 'kwikset_lock'
		? { lead: KWIKSET_LEAD, source: 'Seam: Kwikset locks' }
		: null;
}

/** What a brand wants configured before Seam can program codes of this kind. */
export function prerequisiteOf(device: Device, isOngoing: boolean): MissingPrerequisite | null {
	const { properties, device_type } = device;
	const warns = (code: string) =>
		(device.warnings ?? []).some(({ warning_code }) => warning_code === code);

	if (device_type === 'two_n_intercom' && warns('two_n_device_missing_timezone')) {
		return {
			rule: 'two_n_time_zone',
			because:
				'This 2N intercom has no time zone, so Seam can give it no access codes. Set the zone on the device.',
			marking: 'rule',
		};
	}
	if (isOngoing) return null;
	const hasUltraloqZone =
		Boolean(properties.ultraloq_metadata?.time_zone) && !warns('ultraloq_time_zone_unknown');
	if (device_type === 'ultraloq_lock' && !hasUltraloqZone) {
		return {
			rule: 'ultraloq_time_zone',
			because:
				'Seam does not know the time zone of this Ultraloq lock and refuses time-bound codes for it. Report the zone to Seam (/devices/report_provider_metadata).',
			marking: 'rule',
		};
	}
	if (device_type === 'keyincode_lock' && !properties.korelock_metadata?.location_id) {
		return {
			rule: 'korelock_location',
			because:
				'This Korelock lock belongs to no location, which time-bound codes need. Put it into a location in the Korelock app.',
			marking: 'rule',
		};
	}
	return null;
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
	const has = (code: string) =>
		(device.warnings ?? []).some(({ warning_code }) => warning_code === code);

	if (device.device_type === 'schlage_lock' && (crossesClockChange || zone === null)) {
		warn(
			'schlage_daylight_saving',
			'Schlage locks can shift a schedule by an hour where the clocks change during the stay. Seam lengthens such codes by an hour, and may report them as modified outside Seam.',
		);
	}
	if (has('lockly_time_zone_not_configured')) {
		warn(
			'lockly_time_zone_not_configured',
			'No time zone is set for this Lockly lock, so time-bound codes may work at other times than asked for. Set the zone in the Lockly app.',
		);
	}
	if (has('time_zone_unknown')) {
		warn(
			'time_zone_unknown',
			'Seam does not know the time zone of this device: a code that spans a change of the clocks may work up to an hour outside its window. Report the zone to Seam (/devices/report_provider_metadata).',
		);
	}
	if (has('time_zone_mismatch')) {
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
export function rawOffsetDrift(device: Device, zone: string | null, at: Instant): number | null {
	const raw =
		device.properties.ttlock_metadata?.timezone_raw_offset_ms ??
		device.properties.omnitec_metadata?.timezone_raw_offset_ms;
	if (raw === null || raw === undefined || zone === null) return null;
	const offsets = [at, at + 182 * DAY].map((instant) => offsetAt(instant, zone));
	return offsets.includes(raw) ? null : raw - Math.min(...offsets);
}
