import type { IExecuteFunctions } from 'n8n-workflow';

import { readTag } from '../shared/accessCode/deciding/bookingIdentity';
import type { ReplacedCode } from '../shared/accessCode/waiting/replacedCode';
import { isConfirmed } from '../shared/accessCode/waiting/waitRecord';
import { deleteAccessCode, getAccessCode, updateAccessCode } from '../shared/api/accessCodes';
import { isNotFound } from '../shared/api/seamError';
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
	if (first === 'unknown') return withReplaced(UNNAMED[replaced.replaced_by]);
	if (first === 'gone') return withReplaced({ ...IS_GONE, ...UNNAMED[replaced.replaced_by] });

	const deletion = await deleteFirst(context, first, itemIndex);
	if (!lacksTagOf(first, watched.accessCode)) return withReplaced(deletion);
	// Of two codes of one booking the next change would keep the older, so there must be only one.
	const isNamed =
		deletion.is_deletion_requested &&
		(await takesName(context, watched.accessCode, first.name, itemIndex));
	if (!isNamed) return withReplaced({ ...deletion, ...OUTSIDE_BOOKING });
	const accessCode = { ...watched.accessCode, name: first.name };
	return { ...withReplaced(deletion), accessCode };
}

const OUTSIDE_BOOKING = { is_outside_booking: true } as const;

/** What is known where the first code's name can't be read: an offline code is made under the booking's tag. */
const UNNAMED: Record<ReplacedCode['replaced_by'], Partial<ReplacedCode>> = {
	backup_code: OUTSIDE_BOOKING,
	offline_code: {},
};

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

/** A code that this package did not make has no tag to hand on. */
function lacksTagOf(first: AccessCode, substitute: AccessCode): boolean {
	const tag = readTag(first.name);
	return tag !== null && readTag(substitute.name)?.identity !== tag.identity;
}

async function takesName(
	context: IExecuteFunctions,
	accessCode: AccessCode,
	name: AccessCode['name'],
	itemIndex: number,
): Promise<boolean> {
	try {
		await updateAccessCode(context, accessCode, { name: name ?? undefined }, itemIndex);
		return true;
	} catch {
		return false;
	}
}
