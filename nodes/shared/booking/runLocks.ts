import type { IExecuteFunctions } from 'n8n-workflow';

import type { PlanWarning } from '../accessCode/planning/planTypes';
import { listAccessCodes } from '../api/accessCodes';
import { createDeviceReader, type DeviceReader } from '../api/deviceReader';
import { readOnce } from '../api/readOnce';
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
	put: (code: AccessCode, itemIndex: number) => Promise<void>;
	/** The run deleted a code. */
	remove: (code: AccessCode, itemIndex: number) => Promise<void>;
}

export function createRunLocks(context: IExecuteFunctions): RunLocks {
	const managed = readOnce<string, AccessCode[]>(context, listAccessCodes);
	const unmanaged = readOnce(context, listUnmanagedAccessCodes);

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
		put: async (code, itemIndex) =>
			await managed.change(code.device_id, itemIndex, (codes) => [...without(codes, code), code]),
		remove: async (code, itemIndex) =>
			await managed.change(code.device_id, itemIndex, (codes) => without(codes, code)),
	};
}

const without = (codes: AccessCode[], { access_code_id: id }: AccessCode) =>
	codes.filter((code) => code.access_code_id !== id);

/** What Seam refused or did not answer as a value; a cancelled execution ends here. */
export async function orFailure<T>(read: Promise<T>): Promise<T | SeamError> {
	return await read.catch((error: unknown) => {
		if (error instanceof SeamError && error.kind !== 'cancelled') return error;
		throw error;
	});
}

function unmanagedNotRead({ message }: SeamError): PlanWarning {
	return {
		code: 'unmanaged_codes_not_read',
		message: `The codes made outside Seam could not be read, so their PINs and number were not considered: ${message}`,
	};
}
