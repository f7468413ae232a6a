import { isZone } from './time.mts';
import type { RuleDevice } from './types.mts';

/** The lock's own time zone as Seam shows it, or null where none is known or the name is no zone. */
export function zoneOf(device: RuleDevice): string | null {
	const zone =
		device.location?.time_zone ??
		device.location?.timezone ??
		device.properties.dormakaba_oracode_metadata?.iana_timezone ??
		device.properties.ultraloq_metadata?.time_zone ??
		null;
	return zone !== null && isZone(zone) ? zone : null;
}
