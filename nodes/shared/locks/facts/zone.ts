import type { Device } from '../../schema/device';
import { readSlotTime } from '../../time/timeOfDay';
import { currentZoneName, isKnownZone } from '../../time/zone';

/** An IANA zone and the device property in which it was found. */
export interface FoundZone {
	zone: string;
	source: string;
}

/**
 * The zone of the lock's own clock, or null if no property names one that exists. What the maker's system
 * says comes before the location of the device: the codes run on the maker's clock.
 */
export function lockZone(device: Device): FoundZone | null {
	return zonesOf(device).find(({ zone }) => isKnownZone(zone)) ?? null;
}

/** Zones that a property names and that do not exist. */
export function impossibleZones(device: Device): FoundZone[] {
	return zonesOf(device).filter(({ zone }) => !isKnownZone(zone));
}

function zonesOf(device: Device): FoundZone[] {
	const { properties, location } = device;
	const oracode = properties.dormakaba_oracode_metadata;
	const named: Array<[string | null | undefined, string]> = [
		[zoneOfUserLevels(device), 'properties.dormakaba_oracode_metadata.predefined_time_slots'],
		[oracode?.iana_timezone, 'properties.dormakaba_oracode_metadata.iana_timezone'],
		[properties.ultraloq_metadata?.time_zone, 'properties.ultraloq_metadata.time_zone'],
		[properties.omnitec_metadata?.time_zone, 'properties.omnitec_metadata.time_zone'],
		[properties.schlage_metadata?.time_zone, 'properties.schlage_metadata.time_zone'],
		[location?.time_zone, 'location.time_zone'],
		[location?.timezone, 'location.timezone'],
	];
	return named.flatMap(([zone, property]) =>
		zone ? [{ zone: currentZoneName(zone), source: `device.${property}` }] : [],
	);
}

/** Seam: dormakaba Oracode time zones. The user levels carry the zone in brackets. */
function zoneOfUserLevels(device: Device): string | null {
	for (const slot of device.properties.dormakaba_oracode_metadata?.predefined_time_slots ?? []) {
		const zone = readSlotTime(slot.check_in_time)?.zone ?? null;
		if (zone !== null) return zone;
	}
	return null;
}
