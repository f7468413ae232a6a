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

/** How Seam answered an edit: with the code as it shows it afterwards, or not for what else is on the lock. */
export type UpdateAnswer =
	| { kind: 'changed'; code: AccessCode }
	| { kind: 'conflict'; failure: SeamError };

/** The writes of one item. Each is added to what the run knows of its locks. */
export interface LockCalls {
	/** The managed codes on the lock, read again. */
	relist: (deviceId: string) => Promise<AccessCode[]>;
	create: (request: CreateAccessCodeRequest) => Promise<CreateAnswer>;
	update: (code: AccessCode, edit: UpdateAccessCodeRequest) => Promise<UpdateAnswer>;
	/** Returns why a code could not be deleted. One that is gone already counts as deleted. */
	delete: (code: AccessCode) => Promise<Error | undefined>;
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
	async function repeated(call: () => Promise<void>): Promise<Error | undefined> {
		for (let attempts = 1; ; attempts++) {
			const { error } = await attemptAsync(call);
			const mayRepeat = error instanceof SeamError && error.answerLost;
			if (!mayRepeat || attempts === MOST_ATTEMPTS) return error;
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
			const failure = await repeated(
				async () => await updateAccessCode(context, code, changes, itemIndex),
			);
			if (failure instanceof SeamError && failure.kind === 'conflict') {
				return { kind: 'conflict', failure };
			}
			if (failure !== undefined) throw failure;
			// The change was made: that it can't be read now must not cost the guest the code.
			const read = await orFailure(getAccessCode(context, access_code_id, itemIndex));
			if (read instanceof SeamError) return { kind: 'changed', code };
			await locks.put(read, itemIndex);
			return { kind: 'changed', code: read };
		},

		async delete(code) {
			const { error } = await attemptAsync(
				async () => await deleteAccessCode(context, code, itemIndex),
			);
			if (error !== undefined && !isNotFound(error)) return error;
			await locks.remove(code, itemIndex);
			return undefined;
		},

		pause: sleep,
	};
}
