import { lockFamilyOf } from '../../locks/index';
import { ONLINE_FAMILY } from '../../locks/online';
import type { CodeKind } from '../../locks/types';
import { lockZone } from '../../locks/facts/zone';
import type { AccessCode } from '../../schema/accessCode';
import { formatInZoneOrNull } from '../../time/format';
import { readInstant } from '../../time/instant';
import { isOffline } from '../codeFacts';
import { inOrder } from '../planning/createRequest';
import type { Plan } from '../planning/planTypes';
import { guestInstructionsOf } from '../waiting/guestInstructions';
import type { Wish } from '../wish';
import type { BookingOnLock } from './bookingOnLock';

/** The plan of a code as the code itself tells it, for when the lock could not take it anew. */
export function planFromCode({ device }: BookingOnLock, wish: Wish, code: AccessCode): Plan {
	const { zone = null, source = null } = lockZone(device) ?? {};
	const iso = (time: string | null | undefined) => formatInZoneOrNull(readInstant(time), zone);
	const window = { starts_at: iso(code.starts_at), ends_at: iso(code.ends_at) };
	return {
		kind: kindOf(code),
		lock_family: isOffline(code) ? lockFamilyOf(device).name : ONLINE_FAMILY.name,
		request: inOrder({
			device_id: code.device_id,
			name: code.name ?? undefined,
			starts_at: window.starts_at ?? undefined,
			ends_at: window.ends_at ?? undefined,
			is_offline_access_code: isOffline(code) || undefined,
			is_one_time_use: code.is_one_time_use || undefined,
		}),
		window: {
			asked: window,
			granted: window,
			minutes_added_before: 0,
			minutes_added_after: 0,
			time_zone: wish.timeZone ?? zone,
			time_zone_source: wish.timeZone === undefined ? source : 'parameter Time Zone',
		},
		expected_on_lock_at: null,
		reasons: [{ rule: 'kept', value: 'the code that the booking has', source: 'the access code' }],
		rejected: [],
		warnings: [],
		guest_instructions: guestInstructionsOf(code),
	};
}

function kindOf(code: AccessCode): CodeKind {
	if (!isOffline(code)) return code.starts_at ? 'online_time_bound' : 'online_ongoing';
	return code.is_one_time_use === true ? 'offline_one_time_use' : 'offline_time_bound';
}
