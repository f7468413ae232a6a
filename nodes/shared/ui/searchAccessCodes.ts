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
			const shown = code ? name?.replaceAll(code, '****') : name;
			return `${shown ?? access_code_id} – ${deviceName(device)}${daysOf(starts_at, ends_at)}`;
		},
	});

/** Absent flags: never (Seam: device capabilities). */
function takesCodes({
	can_program_online_access_codes: online,
	can_program_offline_access_codes: offline,
}: Device): boolean {
	return [online, offline].some((flag) => flag !== undefined && flag !== null);
}

export const searchAccessCodes = search('/access_codes/list');

export const searchUnmanagedAccessCodes = search('/access_codes/unmanaged/list');
