import type { IExecuteFunctions } from 'n8n-workflow';

import type { PlanWarning } from '../accessCode/planning/planTypes';
import { listAccessCodes } from '../api/accessCodes';
import { createDeviceReader, type DeviceReader } from '../api/deviceReader';
import { SeamError } from '../api/seamError';
import { listUnmanagedAccessCodes } from '../api/unmanagedAccessCodes';
import type { AccessCode } from '../schema/accessCode';
import type { Device } from '../schema/device';

/** The codes on a lock as a run knows them. */
export interface CodesOnLock {
	managedCodes: AccessCode[];
	/** Codes that Seam sees there without having made them; empty with a warning if they could not be read. */
	unmanagedCodes: AccessCode[];
	warnings: PlanWarning[];
}

/** The managed codes of a lock that the booking leaves, or why they could not be read. */
export type CodesOnPreviousLock =
	| { codes: AccessCode[] }
	| { result: 'gone' }
	| { result: 'not_read'; because: string };

/**
 * What one run of a node knows of its locks: each is read once, and what the run writes is added to that picture.
 * Codes of other keys are kept apart.
 */
export interface RunLocks {
	devices: DeviceReader;
	codesOn: (device: Device, itemIndex: number) => Promise<CodesOnLock>;
	codesOnPrevious: (deviceId: string, itemIndex: number) => Promise<CodesOnPreviousLock>;
	/** Reads the managed codes again. */
	relist: (deviceId: string, itemIndex: number) => Promise<AccessCode[]>;
	/** The run made or changed a code. */
	put: (code: AccessCode) => void;
	/** The run deleted a code. */
	remove: (code: AccessCode) => void;
}

export function createRunLocks(context: IExecuteFunctions): RunLocks {
	const managed = onceEach(
		async (deviceId, itemIndex) => await listAccessCodes(context, deviceId, itemIndex),
	);
	const unmanaged = onceEach(
		async (deviceId, itemIndex) => await listUnmanagedAccessCodes(context, deviceId, itemIndex),
	);

	return {
		devices: createDeviceReader(context),

		async codesOn({ device_id }, itemIndex) {
			const [managedCodes, others] = await Promise.all([
				managed.get(device_id, itemIndex),
				orFailure(unmanaged.get(device_id, itemIndex)),
			]);
			return others instanceof SeamError
				? { managedCodes, unmanagedCodes: [], warnings: [unmanagedNotRead(others)] }
				: { managedCodes, unmanagedCodes: others, warnings: [] };
		},

		async codesOnPrevious(deviceId, itemIndex) {
			const codes = await orFailure(managed.get(deviceId, itemIndex));
			if (!(codes instanceof SeamError)) return { codes };
			const { kind, message } = codes;
			return kind === 'not_found' ? { result: 'gone' } : { result: 'not_read', because: message };
		},

		relist: async (deviceId, itemIndex) => await managed.again(deviceId, itemIndex),
		put: (code) => managed.change(code.device_id, (codes) => [...without(codes, code), code]),
		remove: (code) => managed.change(code.device_id, (codes) => without(codes, code)),
	};
}

/** One list for each lock. Items that ask at the same moment share the call; a call that failed is made again. */
function onceEach(read: (deviceId: string, itemIndex: number) => Promise<AccessCode[]>) {
	const reads = new Map<string, Promise<AccessCode[]>>();
	const again = async (deviceId: string, itemIndex: number) => {
		const reading = read(deviceId, itemIndex);
		reads.set(deviceId, reading);
		reading.catch(() => reads.delete(deviceId));
		return await reading;
	};
	return {
		again,
		get: async (deviceId: string, itemIndex: number) =>
			await (reads.get(deviceId) ?? again(deviceId, itemIndex)),
		change(deviceId: string, edit: (codes: AccessCode[]) => AccessCode[]) {
			const known = reads.get(deviceId);
			if (known) reads.set(deviceId, known.then(edit));
		},
	};
}

const without = (codes: AccessCode[], { access_code_id: id }: AccessCode) =>
	codes.filter((code) => code.access_code_id !== id);

/** What Seam refused or did not answer as a value; a cancelled execution ends here. */
async function orFailure<T>(read: Promise<T>): Promise<T | SeamError> {
	try {
		return await read;
	} catch (error) {
		if (error instanceof SeamError && error.kind !== 'cancelled') return error;
		throw error;
	}
}

function unmanagedNotRead({ message }: SeamError): PlanWarning {
	return {
		code: 'unmanaged_codes_not_read',
		message: `The codes made outside Seam could not be read, so their PINs and number were not considered: ${message}`,
	};
}
