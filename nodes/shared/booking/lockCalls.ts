import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import { attemptAsync } from '../attempt';
import {
	createAccessCode,
	deleteAccessCode,
	getAccessCode,
	updateAccessCode,
} from '../api/accessCodes';
import { isNotFound, SeamError } from '../api/seamError';
import type { AccessCode } from '../schema/accessCode';
import type {
	CreateAccessCodeRequest,
	UpdateAccessCodeRequest,
} from '../schema/accessCodeRequests';
import { orFailure, type RunLocks } from './runLocks';

/** How Seam answered a create. `lost`: the answer never came, so the code may exist or not. */
export type CreateAnswer =
	| { kind: 'created'; code: AccessCode }
	| { kind: 'conflict'; failure: SeamError }
	| { kind: 'lost'; failure: SeamError };

/** The writes of one item. Each is added to what the run knows of its locks. */
export interface LockCalls {
	/** The managed codes on the lock, read again. */
	relist: (deviceId: string) => Promise<AccessCode[]>;
	create: (request: CreateAccessCodeRequest) => Promise<CreateAnswer>;
	/** Changes a code and returns it as Seam shows it afterwards. */
	update: (code: AccessCode, edit: UpdateAccessCodeRequest) => Promise<AccessCode>;
	/** A code that is gone already counts as deleted. */
	delete: (code: AccessCode) => Promise<void>;
	pause: (milliseconds: number) => Promise<void>;
}

/** An edit may be repeated after a lost answer: the second time it changes nothing. (Deletes repeat by themselves.) */
const MOST_ATTEMPTS = 3;
const PAUSE_BEFORE_REPEAT = 1_000;

export function lockCallsOf(
	context: IExecuteFunctions,
	locks: RunLocks,
	itemIndex: number,
): LockCalls {
	async function repeated(call: () => Promise<void>): Promise<void> {
		for (let attempts = 1; ; attempts++) {
			const { error } = await attemptAsync(call);
			if (error === undefined) return;
			const mayRepeat = error instanceof SeamError && error.answerLost;
			if (!mayRepeat || attempts === MOST_ATTEMPTS) throw error;
			await sleep(PAUSE_BEFORE_REPEAT);
		}
	}

	return {
		relist: async (deviceId) => await locks.relist(deviceId, itemIndex),

		async create(request) {
			const { value, error } = await attemptAsync(
				async () => await createAccessCode(context, request, itemIndex),
			);
			if (value) {
				await locks.put(value, itemIndex);
				return { kind: 'created', code: value };
			}
			if (!(error instanceof SeamError)) throw error;
			if (error.answerLost) return { kind: 'lost', failure: error };
			if (error.kind === 'conflict') return { kind: 'conflict', failure: error };
			throw error;
		},

		async update(code, { access_code_id, ...changes }) {
			await repeated(async () => await updateAccessCode(context, code, changes, itemIndex));
			// The change was made: that it can't be read now must not cost the guest the code.
			const read = await orFailure(getAccessCode(context, access_code_id, itemIndex));
			if (read instanceof SeamError) return code;
			await locks.put(read, itemIndex);
			return read;
		},

		async delete(code) {
			const { error } = await attemptAsync(
				async () => await deleteAccessCode(context, code, itemIndex),
			);
			if (error !== undefined && !isNotFound(error)) throw error;
			await locks.remove(code, itemIndex);
		},

		pause: sleep,
	};
}
