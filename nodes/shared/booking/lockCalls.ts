import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { CreateAnswer } from '../accessCode/deciding/createOnce';
import type {
	CreateAccessCodeRequest,
	UpdateAccessCodeRequest,
} from '../schema/accessCodeRequests';
import {
	createAccessCode,
	deleteAccessCode,
	getAccessCode,
	listAccessCodes,
	updateAccessCode,
} from '../api/accessCodes';
import { toNodeError } from '../api/nodeError';
import { isNotFound, SeamError } from '../api/seamError';
import { Refusal } from '../refusal';
import type { AccessCode } from '../schema/accessCode';

/** The calls of one item to Seam, with the answers told apart that decide what happens next. */
export interface LockCalls {
	list: (deviceId: string) => Promise<AccessCode[]>;
	create: (request: CreateAccessCodeRequest) => Promise<CreateAnswer>;
	/** Changes a code and returns it as it is afterwards. */
	update: (code: AccessCode, edit: UpdateAccessCodeRequest) => Promise<AccessCode>;
	/** A code that is gone already counts as deleted. */
	delete: (code: AccessCode) => Promise<void>;
	pause: (milliseconds: number) => Promise<void>;
}

/** An edit may be repeated after a lost answer: the second time it changes nothing. (Deletes repeat by themselves.) */
const MOST_ATTEMPTS = 3;
const PAUSE_BEFORE_REPEAT = 1_000;

export function lockCallsOf(context: IExecuteFunctions, itemIndex: number): LockCalls {
	/** Returns what Seam said no to, or null where the call was carried out. */
	async function failureOf(call: () => Promise<void>): Promise<SeamError | null> {
		for (let attempt = 1; ; attempt++) {
			try {
				await call();
				return null;
			} catch (error) {
				if (!(error instanceof SeamError)) throw toNodeError(context.getNode(), error, itemIndex);
				if (!error.answerLost || attempt === MOST_ATTEMPTS) return error;
			}
			await sleep(PAUSE_BEFORE_REPEAT);
		}
	}

	return {
		list: async (deviceId) => await listAccessCodes(context, deviceId, itemIndex),

		async create(request) {
			try {
				return { kind: 'created', code: await createAccessCode(context, request, itemIndex) };
			} catch (error) {
				if (error instanceof SeamError && error.answerLost) return { kind: 'lost', failure: error };
				// Seam's documents name no type for a PIN that is taken: every conflict counts as one.
				if (error instanceof SeamError && error.kind === 'conflict') return { kind: 'pin_taken' };
				throw toNodeError(context.getNode(), error, itemIndex);
			}
		},

		async update(code, edit) {
			const { access_code_id, ...changes } = edit;
			const failure = await failureOf(
				async () => await updateAccessCode(context, code, changes, itemIndex),
			);
			if (failure?.kind === 'conflict') throw pinTaken();
			if (failure) throw failure;
			return await getAccessCode(context, access_code_id, itemIndex);
		},

		async delete(code) {
			const failure: unknown = await deleteAccessCode(context, code, itemIndex).catch(
				(error: unknown) => error,
			);
			if (failure !== undefined && !isNotFound(failure)) throw failure;
		},

		pause: sleep,
	};
}

/** The PIN belongs to a code that is not this booking's. */
export function pinTaken(): Refusal {
	return new Refusal('The PIN is already used by another code on this lock', {
		parameter: 'pin',
		fix: "Choose another PIN, or set 'PIN' to Generated, which finds a free one.",
	});
}
