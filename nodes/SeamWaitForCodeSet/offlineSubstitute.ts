import {
	identityOfKey,
	nameWithoutTag,
	readTag,
} from '../shared/accessCode/deciding/bookingIdentity';
import type { Plan } from '../shared/accessCode/planning/planTypes';
import type { Wish } from '../shared/accessCode/wish';
import { getAccessCode } from '../shared/api/accessCodes';
import { cancelSignalOf } from '../shared/api/context';
import { wait } from '../shared/api/wait';
import { createRunLocks } from '../shared/booking/runLocks';
import { serveBookings } from '../shared/booking/serveBookings';
import type { AccessCode } from '../shared/schema/accessCode';
import { HOUR, MINUTE } from '../shared/time/instant';
import { ExactTime } from '../shared/time/timeInput';
import type { WaitRun } from './polledWait';

/** An offline code for the stay of a code that did not get ready. */
export interface OfflineSubstitute {
	accessCode: AccessCode;
	plan: Plan;
}

/** The maker assigns the PIN within moments; it is read after each of these pauses. */
const PAUSES_FOR_ASSIGNMENT = [2_000, 3_000, 5_000, 10_000];

/**
 * Makes an offline code in place of one that did not get ready, in the way of Seam Create Access Code: planned by
 * the same rules, under the same booking, and once, however often this is called. The first code is left as it is.
 *
 * @returns the code as last read; its PIN may not be assigned yet
 * @throws Refusal, PlanRefusal the lock takes no offline code for this window; SeamError as Seam answers
 */
export async function makeOfflineSubstitute(
	run: WaitRun,
	first: AccessCode,
): Promise<OfflineSubstitute> {
	const order = {
		...run,
		devices: [await run.devices.get(run, first.device_id)],
		previousDeviceIds: [],
		identity: readTag(first.name)?.identity ?? identityOfKey(first.access_code_id),
		wish: offlineWishOf(first),
		whenBookingHasCode: 'update' as const,
		isPlanOnly: false,
		ignoredCodeId: first.access_code_id,
	};
	const [served] = await serveBookings(createRunLocks(), [order], true);
	if (served === undefined || !('written' in served)) {
		throw served && 'failure' in served ? served.failure : new Error('Nothing was made');
	}
	const [made] = served.written;
	if (made.failure !== undefined) throw made.failure;
	return { accessCode: await whenAssigned(run, made.code), plan: made.plan };
}

/** The same stay, in the kind of code that needs no connection to the lock. */
function offlineWishOf(first: AccessCode): Wish {
	const exactly = (iso: string | null | undefined) => (iso ? new ExactTime(iso) : undefined);
	return {
		access: first.starts_at ? 'time_bound' : 'ongoing',
		startsAt: exactly(first.starts_at),
		endsAt: exactly(first.ends_at),
		kind: 'offline',
		name: nameWithoutTag(first.name),
		pin: { source: 'generated' },
		checkInTime: '15:00',
		checkOutTime: '11:00',
		minutesBefore: 0,
		minutesAfter: 0,
		whenWindowDoesNotFit: 'fit',
		longestAddition: (6 * HOUR) / MINUTE,
		acceptInside: 0,
	};
}

async function whenAssigned(run: WaitRun, made: AccessCode): Promise<AccessCode> {
	let accessCode = made;
	for (const pause of PAUSES_FOR_ASSIGNMENT) {
		if (typeof accessCode.code === 'string' && !accessCode.is_waiting_for_code_assignment) break;
		await wait(pause, cancelSignalOf(run.context));
		accessCode = await getAccessCode(run, made.access_code_id);
	}
	return accessCode;
}
