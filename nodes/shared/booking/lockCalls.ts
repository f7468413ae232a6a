import { attemptAsync } from '../attempt';
import {
	createAccessCode,
	deleteAccessCode,
	getAccessCode,
	updateAccessCode,
} from '../api/accessCodes';
import { cancelSignalOf, type ItemContext } from '../api/context';
import { isNotFound, SeamError } from '../api/seamError';
import { wait } from '../api/wait';
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

export function lockCallsOf(item: ItemContext, locks: RunLocks): LockCalls {
	const pause = async (milliseconds: number) =>
		await wait(milliseconds, cancelSignalOf(item.context));
	async function repeated(call: () => Promise<void>): Promise<Error | undefined> {
		for (let attempts = 1; ; attempts++) {
			const { error } = await attemptAsync(call);
			const mayRepeat = error instanceof SeamError && error.answerLost;
			if (!mayRepeat || attempts === MOST_ATTEMPTS) return error;
			await pause(PAUSE_BEFORE_REPEAT);
		}
	}

	return {
		relist: async (deviceId) => await locks.relist(item, deviceId),

		async create(request) {
			const { value, error } = await attemptAsync(
				async () => await createAccessCode(item, request),
			);
			if (value) {
				await locks.put(item, value);
				return { kind: 'created', code: value };
			}
			if (!(error instanceof SeamError)) throw error;
			if (error.answerLost) return { kind: 'lost', failure: error };
			if (error.kind === 'conflict') return { kind: 'conflict', failure: error };
			throw error;
		},

		async update(code, { access_code_id, ...changes }) {
			const failure = await repeated(async () => await updateAccessCode(item, code, changes));
			if (failure instanceof SeamError && failure.kind === 'conflict') {
				return { kind: 'conflict', failure };
			}
			if (failure !== undefined) throw failure;
			// The change was made: that it can't be read now must not cost the guest the code.
			const read = await orFailure(getAccessCode(item, access_code_id));
			if (read instanceof SeamError) return { kind: 'changed', code };
			await locks.put(item, read);
			return { kind: 'changed', code: read };
		},

		async delete(code) {
			const { error } = await attemptAsync(async () => await deleteAccessCode(item, code));
			if (error !== undefined && !isNotFound(error)) return error;
			await locks.remove(item, code);
			return undefined;
		},

		pause,
	};
}
