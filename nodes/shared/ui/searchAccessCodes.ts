import { nameWithoutTag, readTag } from '../accessCode/deciding/bookingIdentity';
import { deviceName } from '../deviceName';
import { accessCodeSchema } from '../schema/accessCode';
import type { Device } from '../schema/device';
import { daysOf } from './labels';
import { DEVICES } from './searchDevices';
import { searchInside } from './searchInside';
import { PAGE_SIZE } from './searchPage';

/** The codes of all locks, by name, lock and days (Seam lists codes lock by lock: access_codes/list). A PIN is never shown. */
const search = (path: string) =>
	searchInside({
		outer: DEVICES,
		mayHold: takesCodes,
		inner: { path, field: 'access_codes', record: accessCodeSchema },
		bodyFor: ({ device_id }) => ({ device_id, limit: PAGE_SIZE }),
		idOf: ({ access_code_id }) => access_code_id,
		labelOf: ({ access_code_id, name, code, starts_at, ends_at }, device) => {
			// Some name a code after its PIN.
			const shown = shownName(code ? name?.replaceAll(code, '****') : name);
			return `${shown || access_code_id} – ${deviceName(device)}${daysOf(starts_at, ends_at)}`;
		},
	});

/** A name without what no person reads in its tag: the identity of a run, and the window of an offline code. */
function shownName(name: string | null | undefined): string {
	const tag = readTag(name);
	if (tag === null) return name ?? '';
	const rest = nameWithoutTag(name);
	return tag.identity.startsWith('~') ? rest : `${rest} [${tag.identity}]`.trim();
}

/** Absent flags: never (Seam: device capabilities). */
function takesCodes({
	can_program_online_access_codes: online,
	can_program_offline_access_codes: offline,
}: Device): boolean {
	return [online, offline].some((flag) => flag !== undefined && flag !== null);
}

export const searchAccessCodes = search('/access_codes/list');

export const searchUnmanagedAccessCodes = search('/access_codes/unmanaged/list');
