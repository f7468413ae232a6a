import { isOffline, isRevocable, opensUntil } from '../../shared/accessCode/codeFacts';
import { deleteAccessCode, getAccessCode } from '../../shared/api/accessCodes';
import { isNotFound, SeamError } from '../../shared/api/seamError';
import { lockZone } from '../../shared/locks/facts/zone';
import type { AccessCode } from '../../shared/schema/accessCode';
import { formatInZone } from '../../shared/time/format';
import type { Run } from '../operation';

/**
 * What became of a code that was to be deleted. `deleted`: the PIN no longer opens anything. `deleting`: Seam is taking
 * it off the lock. `cannot_be_revoked`: it lives in the lock's algorithm and works until its end.
 */
export interface Revocation {
	result: 'deleted' | 'deleting' | 'cannot_be_revoked';
	why: string;
	/** What n8n's users expect of a delete: Seam has taken it. */
	deleted: boolean;
	/** ISO 8601 with the lock's offset; null if the PIN is deleted or being deleted, or has no end. */
	opens_until: string | null;
	access_code_id: string | null;
	device_id: string | null;
}

/**
 * Deletes a code as far as it can be deleted, and says what that means at the door.
 *
 * @throws SeamError if Seam did not carry the delete out
 */
export async function revoke(run: Run, code: AccessCode): Promise<Revocation> {
	const end = opensUntil(code);
	if (isOffline(code) && end !== null && end <= run.now) {
		return gone(code, 'The time of this offline code is over');
	}
	if (!isRevocable(code)) return await cannotBeRevoked(run, code);
	const failure = await deleteAccessCode(run, code).then(
		() => null,
		(error: unknown) => error,
	);
	if (isNotFound(failure)) return gone(code, 'Seam no longer has this code');
	if (isOffline(code) && isRefusal(failure)) return await cannotBeRevoked(run, code);
	if (failure !== null) throw failure;
	return (await isGone(run, code))
		? gone(code, 'Seam has deleted the code')
		: {
				result: 'deleting',
				why: 'Seam is taking the PIN off the lock; until it has, the PIN may still open the door',
				deleted: true,
				opens_until: null,
				...identityOf(code),
			};
}

/** The result for a code that Seam does not find. */
export function gone(code: Partial<AccessCode>, why: string): Revocation {
	return { result: 'deleted', why, deleted: true, opens_until: null, ...identityOf(code) };
}

async function cannotBeRevoked(run: Run, code: AccessCode): Promise<Revocation> {
	const end = opensUntil(code);
	const zone = lockZone(await run.devices.get(run, code.device_id))?.zone ?? null;
	const until = end === null ? null : formatInZone(end, zone);
	return {
		result: 'cannot_be_revoked',
		why: `An offline code lives in the lock and can't be deleted: it opens the door ${until === null ? 'without an end' : `until ${until}`}`,
		deleted: false,
		opens_until: until,
		...identityOf(code),
	};
}

/** Seam could have done it and says that this code can't be deleted. */
function isRefusal(failure: unknown): boolean {
	return (
		failure instanceof SeamError &&
		['invalid_input', 'conflict', 'forbidden'].includes(failure.kind)
	);
}

async function isGone(run: Run, code: AccessCode): Promise<boolean> {
	try {
		await getAccessCode(run, code.access_code_id);
		return false;
	} catch (error) {
		// Whatever else fails this read, the delete itself was accepted.
		return isNotFound(error);
	}
}

const identityOf = (code: Partial<AccessCode>) => ({
	access_code_id: code.access_code_id ?? null,
	device_id: code.device_id ?? null,
});
