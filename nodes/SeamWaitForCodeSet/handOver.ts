import type { IExecuteFunctions } from 'n8n-workflow';

import { readTag } from '../shared/accessCode/booking/bookingIdentity';
import type { ReplacedCode } from '../shared/accessCode/waiting/replacedCode';
import { isConfirmed } from '../shared/accessCode/waiting/waitRecord';
import { deleteAccessCode, getAccessCode, updateAccessCode } from '../shared/api/accessCodes';
import { SeamError } from '../shared/api/seamError';
import type { AccessCode } from '../shared/schema/accessCode';
import type { Watched } from './watched';

/**
 * The last step before items go out: where a fallback's code is handed out, Seam is asked to delete the first one, and
 * the booking's tag goes over to the other, so that it moves with the booking and dies with it.
 */
export async function handOver(
	context: IExecuteFunctions,
	watched: readonly Watched[],
): Promise<Watched[]> {
	return await Promise.all(
		watched.map(async (one, itemIndex) => {
			const { record, accessCode } = one;
			if (record.replaced === null || !isConfirmed(record) || !accessCode) return one;
			return await handOverOne(context, { ...one, accessCode }, record.replaced, itemIndex);
		}),
	);
}

async function handOverOne(
	context: IExecuteFunctions,
	watched: Watched & { accessCode: AccessCode },
	replaced: ReplacedCode,
	itemIndex: number,
): Promise<Watched> {
	const withReplaced = (changes: Partial<ReplacedCode>): Watched => {
		return { ...watched, record: { ...watched.record, replaced: { ...replaced, ...changes } } };
	};
	const first = await readFirst(context, replaced.access_code_id, itemIndex);
	if (first === 'unknown') return withReplaced({});
	if (first === 'gone') return withReplaced(IS_GONE);

	const deletion = await deleteFirst(context, first, itemIndex);
	// Of two codes of one booking the next change would keep the older.
	if (!deletion.is_deletion_requested)
		return withReplaced({ ...deletion, is_outside_booking: true });
	const named = await takeOverName(context, first, watched.accessCode, itemIndex);
	return { ...withReplaced({ ...deletion, ...named.told }), accessCode: named.accessCode };
}

/** A code that is gone needs no deletion. */
const IS_GONE = { is_deletion_requested: true, could_still_open: false };

async function readFirst(
	context: IExecuteFunctions,
	accessCodeId: string,
	itemIndex: number,
): Promise<AccessCode | 'gone' | 'unknown'> {
	try {
		return await getAccessCode(context, accessCodeId, itemIndex);
	} catch (error) {
		return isNotFound(error) ? 'gone' : 'unknown';
	}
}

async function deleteFirst(
	context: IExecuteFunctions,
	first: AccessCode,
	itemIndex: number,
): Promise<Pick<ReplacedCode, 'is_deletion_requested' | 'could_still_open'>> {
	const wasNeverOnLock = first.status === 'unset' && first.is_scheduled_on_device !== true;
	try {
		await deleteAccessCode(context, first, itemIndex);
		return { is_deletion_requested: true, could_still_open: !wasNeverOnLock };
	} catch (error) {
		// Any other failure leaves it where it is.
		return isNotFound(error) ? IS_GONE : { is_deletion_requested: false, could_still_open: true };
	}
}

/** An offline code carries the tag from its beginning; a code that this package did not make has none to hand on. */
async function takeOverName(
	context: IExecuteFunctions,
	first: AccessCode,
	substitute: AccessCode,
	itemIndex: number,
): Promise<{ accessCode: AccessCode; told: Partial<ReplacedCode> }> {
	const tag = readTag(first.name);
	if (tag === null || readTag(substitute.name)?.identity === tag.identity) {
		return { accessCode: substitute, told: {} };
	}
	const { name } = first;
	try {
		await updateAccessCode(context, substitute, { name: name ?? undefined }, itemIndex);
		return { accessCode: { ...substitute, name }, told: {} };
	} catch {
		return { accessCode: substitute, told: { is_outside_booking: true } };
	}
}

const isNotFound = (error: unknown) => error instanceof SeamError && error.kind === 'not_found';
