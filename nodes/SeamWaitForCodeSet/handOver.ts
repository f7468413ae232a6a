import type { IExecuteFunctions } from 'n8n-workflow';

import { readTag } from '../shared/accessCode/deciding/bookingIdentity';
import type { ReplacedCode } from '../shared/accessCode/waiting/replacedCode';
import { isConfirmed } from '../shared/accessCode/waiting/waitRecord';
import { deleteAccessCode, getAccessCode, updateAccessCode } from '../shared/api/accessCodes';
import type { ItemContext } from '../shared/api/context';
import { isNotFound } from '../shared/api/seamError';
import type { AccessCode } from '../shared/schema/accessCode';
import type { PolledWait } from './polledWait';

/**
 * The last step before items go out: if a fallback's code is handed out, Seam is asked to delete the first one, and the
 * booking's tag goes over to the other, so that it moves with the booking and is deleted with it. A crash in the middle
 * does no harm: all of it may be done twice.
 */
export async function handOver(
	context: IExecuteFunctions,
	polled: readonly PolledWait[],
): Promise<PolledWait[]> {
	return await Promise.all(
		polled.map(async (one, itemIndex) => {
			const { record, accessCode } = one;
			if (record.replaced === null || !isConfirmed(record) || !accessCode) return one;
			const item = { context, itemIndex };
			return await handOverOne(item, { ...one, accessCode }, record.replaced);
		}),
	);
}

async function handOverOne(
	item: ItemContext,
	{ record, accessCode }: PolledWait & { accessCode: AccessCode },
	replaced: ReplacedCode,
): Promise<PolledWait> {
	const deletion = await deleteFirst(item, replaced.access_code_id);
	const told = (changes: Partial<ReplacedCode>) => ({
		...record,
		replaced: { ...replaced, ...changes },
	});
	const name = record.firstName ?? null;
	if (!lacksTagOf(name, accessCode)) return { record: told(deletion), accessCode };
	// Of two codes of one booking the next change would keep the older, so there must be only one.
	const isNamed = deletion.is_deletion_requested && (await takesName(item, accessCode, name));
	if (isNamed) return { record: told(deletion), accessCode: { ...accessCode, name } };
	return { record: told({ ...deletion, is_outside_booking: true }), accessCode };
}

type Deletion = Pick<ReplacedCode, 'is_deletion_requested' | 'could_still_open'>;

/** A code that is gone needs no deletion; after any other failure the code stays where it is. */
async function deleteFirst(item: ItemContext, accessCodeId: string): Promise<Deletion> {
	try {
		const first = await getAccessCode(item, accessCodeId);
		const wasNeverOnLock = first.status === 'unset' && first.is_scheduled_on_device !== true;
		await deleteAccessCode(item, first);
		return { is_deletion_requested: true, could_still_open: !wasNeverOnLock };
	} catch (error) {
		const isGone = isNotFound(error);
		return { is_deletion_requested: isGone, could_still_open: !isGone };
	}
}

/** A code that this package did not make has no tag to hand on. */
function lacksTagOf(name: string | null, substitute: AccessCode): boolean {
	const tag = readTag(name);
	return tag !== null && readTag(substitute.name)?.identity !== tag.identity;
}

async function takesName(
	item: ItemContext,
	accessCode: AccessCode,
	name: string | null,
): Promise<boolean> {
	try {
		await updateAccessCode(item, accessCode, { name: name ?? undefined });
		return true;
	} catch {
		return false;
	}
}
