import type { AccessCode } from '../../schema/accessCode';

/** How Seam answered a create. `lost`: the answer never came, so that the code may exist or not. */
export type CreateAnswer =
	| { kind: 'created'; code: AccessCode }
	| { kind: 'pin_taken' }
	| { kind: 'lost'; failure: Error };

/** The calls that `createOnce` makes, all about one lock. */
export interface CreateCalls {
	/** The managed codes on the lock, read afresh. */
	list: () => Promise<AccessCode[]>;
	create: () => Promise<CreateAnswer>;
	delete: (code: AccessCode) => Promise<void>;
	pause: (milliseconds: number) => Promise<void>;
}

export type CreateOutcome =
	| { kind: 'code'; code: AccessCode; wasCreated: boolean; surplus: AccessCode[] }
	| { kind: 'pin_taken' }
	| { kind: 'unanswered'; failure: Error };

/** After a lost answer the create is repeated at most so often; each time only after looking in vain. */
const MOST_CREATES = 3;

/** How long to wait before each look for a code that Seam may still be writing. */
const PAUSES_BEFORE_LOOKS = [0, 500, 1_500, 3_000];

/**
 * Creates a code that did not exist when the caller looked, and ends with exactly one, although other runs may do
 * the same at the same moment and answers get lost:
 *
 * - Seam refuses the PIN: look, for it may be the code that another run has just made; else the PIN is a stranger's.
 * - The answer is lost: look, and repeat the create only where nothing has come of it.
 * - The code exists: look again, for another run may have made one too. The oldest stays. Where codes can be
 *   deleted, each run deletes the one it made itself; where they can't (offline), the others are told as surplus.
 *
 * @param search.isWanted Whether a code on the lock is the one wanted: same booking and, offline, same window.
 * @param search.pin The PIN that the create asks for, where it asks for one.
 */
export async function createOnce(
	calls: CreateCalls,
	search: { isWanted: (code: AccessCode) => boolean; pin?: string; canBeDeleted: boolean },
): Promise<CreateOutcome> {
	let failure = new Error('Seam was not asked');
	for (let attempt = 0; attempt < MOST_CREATES; attempt++) {
		const answer = await calls.create();
		if (answer.kind === 'created') return await keepOldest(calls, search, answer.code);

		const found = await look(calls, search, answer.kind);
		if (answer.kind === 'pin_taken') {
			const [oldest] = found;
			if (!oldest) return { kind: 'pin_taken' };
			return { kind: 'code', code: oldest, wasCreated: false, surplus: surplusOf(found, search) };
		}
		const own =
			found.find((code) => search.pin !== undefined && code.code === search.pin) ?? found[0];
		if (own) return await keepOldest(calls, search, own);
		failure = answer.failure;
	}
	return { kind: 'unanswered', failure };
}

/** The codes in the order in which they were made; the first is the one that every run keeps. */
export function oldestFirst(codes: readonly AccessCode[]): AccessCode[] {
	return [...codes].sort(
		(a, b) =>
			compare(a.created_at ?? '', b.created_at ?? '') ||
			compare(a.access_code_id, b.access_code_id),
	);
}

async function keepOldest(
	calls: CreateCalls,
	search: { isWanted: (code: AccessCode) => boolean; canBeDeleted: boolean },
	own: AccessCode,
): Promise<CreateOutcome> {
	const others = (await calls.list()).filter(
		(code) => search.isWanted(code) && code.access_code_id !== own.access_code_id,
	);
	const all = oldestFirst([own, ...others]);
	const [oldest] = all;
	const wasCreated = oldest.access_code_id === own.access_code_id;
	if (!wasCreated && search.canBeDeleted) await calls.delete(own);
	return { kind: 'code', code: oldest, wasCreated, surplus: surplusOf(all, search) };
}

/** Where codes can be deleted, the run that made a surplus code deletes it: nothing is left to tell. */
function surplusOf(all: AccessCode[], search: { canBeDeleted: boolean }): AccessCode[] {
	return search.canBeDeleted ? [] : all.slice(1);
}

/** Looks a few times, because Seam may still be writing; not where the PIN is plainly somebody else's. */
async function look(
	calls: CreateCalls,
	search: { isWanted: (code: AccessCode) => boolean; pin?: string },
	because: 'pin_taken' | 'lost',
): Promise<AccessCode[]> {
	for (const pause of PAUSES_BEFORE_LOOKS) {
		if (pause > 0) await calls.pause(pause);
		const codes = await calls.list();
		const found = codes.filter(search.isWanted);
		if (found.length > 0) return oldestFirst(found);
		if (because === 'pin_taken' && codes.some((code) => code.code && code.code === search.pin))
			return [];
	}
	return [];
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
