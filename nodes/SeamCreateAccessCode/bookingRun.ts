import type { IExecuteFunctions } from 'n8n-workflow';

import { codesOfBooking } from '../shared/accessCode/deciding/bookingCodes';
import {
	identityOfKey,
	identityOfRun,
	SET_AT_RUN,
} from '../shared/accessCode/deciding/bookingIdentity';
import { chooseBookingPins } from '../shared/accessCode/deciding/bookingPins';
import { decideChange } from '../shared/accessCode/deciding/change';
import { inTurn } from '../shared/booking/turns';
import { createDeviceReader } from '../shared/api/deviceReader';
import { listUnmanagedAccessCodes } from '../shared/api/unmanagedAccessCodes';
import { Refusal } from '../shared/refusal';
import type { AccessCode } from '../shared/schema/accessCode';
import type { Device } from '../shared/schema/device';
import { lockCallsOf, type LockCalls } from '../shared/booking/lockCalls';
import { leavePreviousLocks } from './previousLocks';
import type { Booking } from './readBooking';
import { planItem, resultItems, type LockOutcome } from './resultItem';
import { writeLocks, type LockOfBooking } from '../shared/booking/writeLocks';

/**
 * Makes the function that serves one item: it reads all locks of the booking, plans all of them, and only then
 * writes. Devices and the codes that Seam does not manage are read once per run of the node; the managed codes,
 * which tell whether the booking has a code already, are read afresh for each item.
 */
export function bookingRun(
	context: IExecuteFunctions,
): (booking: Booking, itemIndex: number) => Promise<LockOutcome[]> {
	const devices = createDeviceReader(context);
	const unmanagedCodes = new Map<string, Promise<AccessCode[]>>();

	const readUnmanaged = async (deviceId: string, itemIndex: number): Promise<AccessCode[]> => {
		const read =
			unmanagedCodes.get(deviceId) ?? listUnmanagedAccessCodes(context, deviceId, itemIndex);
		unmanagedCodes.set(deviceId, read);
		read.catch(() => unmanagedCodes.delete(deviceId));
		return await read;
	};

	async function readDevices(booking: Booking, itemIndex: number): Promise<Device[]> {
		const found = [await devices.get(booking.device, itemIndex)];
		for (const device_id of booking.additionalDeviceIds) {
			if (found.some((device) => device.device_id === device_id)) continue;
			found.push(await devices.get({ device_id }, itemIndex));
		}
		return found;
	}

	async function planLocks(
		booking: Booking,
		calls: LockCalls,
		read: { devices: Device[]; identity: string; itemIndex: number },
	): Promise<{ locks: LockOfBooking[]; previous: AccessCode[] }> {
		const { identity, itemIndex } = read;
		const onLocks = [];
		for (const device of read.devices) {
			const managedCodes = await calls.list(device.device_id);
			const unmanaged = await readUnmanaged(device.device_id, itemIndex);
			onLocks.push({ device, managedCodes, unmanagedCodes: unmanaged });
		}
		const left = booking.previousDeviceIds.filter(
			(id) => !read.devices.some((device) => device.device_id === id),
		);
		const onPreviousLocks = (await Promise.all(left.map(calls.list))).flat();

		const now = Date.now();
		const previous = codesOfBooking(onPreviousLocks, identity, now);
		const own = onLocks.flatMap(({ managedCodes }) => codesOfBooking(managedCodes, identity, now));
		const locks = onLocks.map((lock) => {
			const codesElsewhere = [...own, ...previous].filter(
				(code) => code.device_id !== lock.device.device_id,
			);
			const decision = decideChange({
				...lock,
				wish: booking.wish,
				whenBookingHasCode: booking.whenBookingHasCode,
				now,
				identity,
				codesElsewhere,
			});
			return { ...lock, decision, identity, now };
		});

		const { apiKey } = await context.getCredentials('seamApi', itemIndex);
		const { pins, warnings } = chooseBookingPins(
			locks
				.filter(({ decision }) => decision.action === 'create')
				.map(({ device, decision, managedCodes, unmanagedCodes: unmanaged }) => ({
					device,
					plan: decision.plan,
					otherCodes: [...managedCodes, ...unmanaged].filter((code) => !own.includes(code)),
				})),
			{
				identity,
				secret: String(apiKey),
				wish: booking.wish,
				knownPins: knownPins([...own, ...previous]),
			},
		);
		return {
			previous,
			locks: locks.map((lock) => ({
				...lock,
				pin: pins.get(lock.device.device_id) ?? null,
				pinWarnings: lock.decision.action === 'create' ? warnings : [],
			})),
		};
	}

	return async (booking, itemIndex) => {
		const calls = lockCallsOf(context, itemIndex);
		const found = await readDevices(booking, itemIndex);
		const identity = identityOf(context, booking, itemIndex);
		return await inTurn(identity, async () => {
			const { locks, previous } = await planLocks(booking, calls, {
				devices: found,
				identity,
				itemIndex,
			});
			if (booking.isPlanOnly) return locks.map((lock) => planItem(lock, booking));

			const written = await writeLocks(context, calls, locks, itemIndex);
			const hasAll = written.every(({ failure }) => failure === undefined);
			const left = hasAll ? await leavePreviousLocks(calls, previous) : [];
			return resultItems(written, booking, left);
		});
	};
}

/** Online PINs that the booking has already; an offline PIN means nothing to another lock. */
function knownPins(codes: AccessCode[]): string[] {
	const online = codes.filter((code) => code.is_offline_access_code !== true);
	return [...new Set(online.flatMap(({ code }) => code ?? []))];
}

function identityOf(context: IExecuteFunctions, booking: Booking, itemIndex: number): string {
	if (booking.bookingKey !== null) return identityOfKey(booking.bookingKey);
	if (booking.isPlanOnly) return `~${SET_AT_RUN}`;
	const runIndex: unknown = context.evaluateExpression('{{ $runIndex }}', itemIndex);
	const executionId = context.getExecutionId();
	if (!executionId || typeof runIndex !== 'number') {
		throw new Refusal('This run of n8n has no execution ID to tell its codes apart by', {
			parameter: 'Booking Key',
			fix: 'Give a Booking Key.',
		});
	}
	return identityOfRun({ executionId, nodeName: context.getNode().name, runIndex, itemIndex });
}
