import { codesOfBooking } from '../accessCode/deciding/bookingCodes';
import { isOfflineKind, type WhenBookingHasCode } from '../accessCode/deciding/bookingOnLock';
import { decide, type LockDecision } from '../accessCode/deciding/decide';
import { isOffline } from '../accessCode/codeFacts';
import { choosePins, type BookingPins } from '../accessCode/pin/bookingPins';
import type { Wish } from '../accessCode/wish';
import { aboutLock } from '../api/aboutLock';
import { attempt } from '../attempt';
import { callerOf } from '../api/caller';
import type { ItemContext } from '../api/context';
import { isNotFound } from '../api/seamError';
import type { AccessCode } from '../schema/accessCode';
import type { Device } from '../schema/device';
import { inLanes } from './lanes';
import { leaveCodes, type LeftCode } from './leaveCodes';
import { lockCallsOf, type LockCalls } from './lockCalls';
import { refusedPinsOf, rememberRefusedPin } from './refusedPins';
import type { CodesOnLock, CodesOnPreviousLock, RunLocks } from './runLocks';
import { settleDoubles } from './settleDoubles';
import { writeLock, type LockOfBooking, type WrittenLock } from './writeLock';

/** What a booking asks for, with its locks found. */
export interface BookingOrder extends ItemContext {
	/** Each once. */
	devices: Device[];
	/** Locks that the booking leaves. */
	previousDeviceIds: string[];
	/** What the names of its codes carry. */
	identity: string;
	wish: Wish;
	whenBookingHasCode: WhenBookingHasCode;
	isPlanOnly: boolean;
	/** A code of the booking to leave as it is, as if it were not there. */
	ignoredCodeId?: string;
}

/** What became of a lock that the booking leaves: of each code on it, or that it could not be read. */
export type LeftLock =
	| ({ deviceId: string } & LeftCode)
	| ({ deviceId: string } & Exclude<CodesOnPreviousLock, { codes: AccessCode[] }>);

/** A booking that was served: planned only, or with what became of each lock. */
export type ServedBooking =
	| { planned: LockOfBooking[] }
	| { written: WrittenLock[]; previous: LeftLock[] }
	| { failure: unknown };

/**
 * The one way of a booking: read its devices and codes, decide, write. Bookings that share a lock or a key are served
 * in the order given, all others side by side. In the end the locks are read once more for codes that another run
 * made at the same moment and that nothing would have refused.
 *
 * @param stopsAtFailure After a failure nothing new is started; what is under way is finished.
 * @returns in the order given; undefined for what was not started
 */
export async function serveBookings(
	locks: RunLocks,
	orders: readonly BookingOrder[],
	stopsAtFailure: boolean,
): Promise<Array<ServedBooking | undefined>> {
	let isStopped = false;
	const callers = await Promise.all(orders.map(async (order) => await callerOf(order)));
	// All at once, so that the order in the lanes is that of the items.
	const served = await Promise.all(
		orders.map(async (order, index) => {
			const { id, credential } = callers[index];
			return await inLanes(lanesOf(order, id), async () => {
				if (isStopped) return undefined;
				const result = await serveBooking(locks, order, String(credential.apiKey));
				if (stopsAtFailure && hasFailed(result)) isStopped = true;
				return result;
			});
		}),
	);
	await settleDoubles(
		locks,
		served.flatMap((booking, index) => {
			const written = booking && 'written' in booking ? booking.written : [];
			return written.map((lock) => ({ item: orders[index], lock }));
		}),
	);
	return served;
}

export function hasFailed(served: ServedBooking): boolean {
	if ('written' in served) return served.written.some(({ failure }) => failure !== undefined);
	return 'failure' in served;
}

function lanesOf({ devices, previousDeviceIds, identity }: BookingOrder, caller: string): string[] {
	const deviceIds = devices.map(({ device_id }) => device_id);
	return [...new Set([`${caller} ${identity}`, ...deviceIds, ...previousDeviceIds])];
}

async function serveBooking(
	locks: RunLocks,
	order: BookingOrder,
	secret: string,
): Promise<ServedBooking> {
	const calls = lockCallsOf(order, locks);
	try {
		for (let isFirst = true; ; isFirst = false) {
			const read = await readLocks(locks, order);
			const decided = decideAll(read, order, secret);
			if (order.isPlanOnly) return { planned: decided };
			for (const { device, decision } of decided) {
				for (const pin of decision.spentPins) {
					rememberRefusedPin(device.device_id, order.identity, pin);
				}
			}
			const written = await writeLocks(calls, decided);
			// Somebody deleted a code that was to be changed: decide again on what is there now.
			const isStale = written.some(({ failure }) => isNotFound(failure));
			if (isStale && isFirst) {
				for (const { device_id } of order.devices) await calls.relist(device_id);
				continue;
			}
			const hasAll = written.every(({ failure }) => failure === undefined);
			return { written, previous: hasAll ? await leavePrevious(calls, read, order) : [] };
		}
	} catch (failure) {
		return { failure };
	}
}

interface ReadLocks {
	onLocks: Array<CodesOnLock & { device: Device; own: AccessCode[] }>;
	onPrevious: Array<{ deviceId: string; read: CodesOnPreviousLock; own: AccessCode[] }>;
	now: number;
}

async function readLocks(locks: RunLocks, order: BookingOrder): Promise<ReadLocks> {
	const { devices, previousDeviceIds, identity, ignoredCodeId } = order;
	const [onLocks, onPrevious] = await Promise.all([
		Promise.all(
			devices.map(async (device) => ({ device, ...(await locks.codesOn(order, device)) })),
		),
		Promise.all(
			previousDeviceIds.map(async (deviceId) => ({
				deviceId,
				read: await locks.codesOnPrevious(order, deviceId),
			})),
		),
	]);
	const now = Date.now();
	const isCounted = (code: AccessCode) => code.access_code_id !== ignoredCodeId;
	return {
		now,
		onLocks: onLocks.map((lock) => {
			const managedCodes = lock.managedCodes.filter(isCounted);
			return { ...lock, managedCodes, own: codesOfBooking(managedCodes, identity, now) };
		}),
		onPrevious: onPrevious.map((lock) => ({
			...lock,
			own: 'codes' in lock.read ? codesOfBooking(lock.read.codes, identity, now) : [],
		})),
	};
}

/** @throws Refusal, PlanRefusal if the booking can't be had on one of its locks: nothing was written then */
function decideAll(
	{ onLocks, onPrevious, now }: ReadLocks,
	order: BookingOrder,
	secret: string,
): LockOfBooking[] {
	const { identity, wish, whenBookingHasCode } = order;
	const all = [...onLocks, ...onPrevious].flatMap(({ own }) => own);
	const isOneOfSeveral = onLocks.length > 1;
	const about = <T>(device: Device, work: () => T): T => {
		const { value, error } = attempt(work);
		if (error !== undefined) throw aboutLock(error, device, isOneOfSeveral);
		return value;
	};
	const decided = onLocks.map((lock) => {
		const codesElsewhere = all.filter((code) => !lock.own.includes(code));
		const asked = { wish, whenBookingHasCode, now, identity, codesElsewhere };
		const decision = about(lock.device, () => decide({ ...lock, ...asked }));
		const plan = { ...decision.plan, warnings: [...decision.plan.warnings, ...lock.warnings] };
		return { ...lock, decision: { ...decision, plan } };
	});

	const spentPins = decided.flatMap(({ device, decision }) => [
		...refusedPinsOf(device.device_id, identity),
		...decision.spentPins,
	]);
	const pins: BookingPins = choosePins(
		decided
			.filter(({ decision }) => needsPin(decision))
			.map(({ device, decision, managedCodes, unmanagedCodes, own }) => ({
				device,
				isOffline: isOfflineKind(decision.plan),
				otherCodes: [...managedCodes, ...unmanagedCodes].filter((code) => !own.includes(code)),
			})),
		{ identity, secret, wish, knownPins: onlinePins(all, spentPins), spentPins },
	);
	return decided.map(({ device, decision, own }) => {
		// A custom PIN that this lock can't have is refused before the first write.
		if (needsPin(decision)) about(device, () => pins.choiceFor(device.device_id));
		return { device, identity, now, decision, pins, own, isOneOfSeveral };
	});
}

function needsPin(decision: LockDecision): boolean {
	return decision.action === 'create' || (decision.action === 'update' && decision.changesPin);
}

/** Online PINs that the booking has already; an offline PIN means nothing to another lock. */
function onlinePins(codes: readonly AccessCode[], spent: readonly string[]): string[] {
	const pins = codes.filter((code) => !isOffline(code)).flatMap(({ code }) => code ?? []);
	return [...new Set(pins)].filter((pin) => !spent.includes(pin));
}

/** Lock by lock, because they share a PIN; one that fails does not keep the others from their code. */
async function writeLocks(calls: LockCalls, decided: LockOfBooking[]): Promise<WrittenLock[]> {
	const written: WrittenLock[] = [];
	for (const lock of decided) written.push(await writeLock(calls, lock, written));
	return written;
}

async function leavePrevious(
	calls: LockCalls,
	{ onPrevious }: ReadLocks,
	{ devices }: BookingOrder,
): Promise<LeftLock[]> {
	const left: LeftLock[] = [];
	for (const { deviceId, read, own } of onPrevious) {
		if (devices.some(({ device_id }) => device_id === deviceId)) continue;
		if (!('codes' in read)) {
			left.push({ deviceId, ...read });
			continue;
		}
		const codes = own.map((code) => ({ code, because: 'the booking has left this lock' }));
		for (const entry of await leaveCodes(calls, codes)) left.push({ deviceId, ...entry });
	}
	return left;
}
