import type { IDataObject } from 'n8n-workflow';

import type { DeviceProblem } from '../shared/locks/problems';
import { describeAccessCodeSupport } from '../shared/locks/support';
import { packageVersion } from '../shared/packageVersion';
import type { Device } from '../shared/schema/device';
import type { Instant } from '../shared/time/instant';
import { anonymized } from './anonymize';

/** Whose device it is and where: nobody needs that to find out what is wrong with it. */
const PERSONAL = ['display_name', 'nickname', 'image_url'] as const;

/**
 * What somebody needs who is asked why a lock does not do what it should, fit for a public page: the device, what it
 * can do, what is wrong with it, and versions; without names and places, PINs and keys, and with IDs shortened.
 */
export function supportBundle(
	device: Device,
	problems: DeviceProblem[],
	now: Instant,
	typeVersion: number,
): IDataObject {
	const names = namesIn(device);
	const bundle = {
		support_bundle:
			'To be pasted into a report, with the version of n8n. Names, places, PINs, keys and whole IDs are left out.',
		made_at: new Date(now).toISOString(),
		versions: { 'n8n-nodes-seam': packageVersion, 'Seam Get Device': typeVersion },
		device: anonymized(withoutPerson(device), names),
		access_code_support: anonymized(describeAccessCodeSupport(device, now), names),
		problems: anonymized(
			problems.map(({ code, ...problem }) => ({ problem: code, ...problem })),
			names,
		),
	};
	// Through JSON, so that nothing is shown that only looks absent.
	return JSON.parse(JSON.stringify(bundle)) as IDataObject;
}

function withoutPerson({ location, custom_metadata, ...device }: Device): object {
	const others = Object.entries(device).filter(([name]) => !PERSONAL.some((own) => own === name));
	return {
		...Object.fromEntries(others),
		custom_metadata: { values: Object.keys(custom_metadata ?? {}).length },
		location: location && { time_zone: location.time_zone, timezone: location.timezone },
	};
}

/** Texts by which people know it, as far as they are long enough to be looked for in sentences. */
function namesIn({
	nickname,
	display_name,
	properties,
	location,
	custom_metadata,
}: Device): string[] {
	return [
		...[nickname, display_name, properties.name, location?.location_name],
		...Object.values(custom_metadata ?? {}),
	].filter((name): name is string => typeof name === 'string' && name.trim().length >= 3);
}
