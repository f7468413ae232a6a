import type { IExecuteFunctions } from 'n8n-workflow';

import { readinessOf } from '../shared/accessCode/waiting/readiness';
import type { ReplacedCode } from '../shared/accessCode/waiting/waitRecord';
import { opensUntil } from '../shared/accessCode/codeFacts';
import { deleteAccessCode, pullBackupAccessCode } from '../shared/api/accessCodes';
import { SeamError } from '../shared/api/seamError';
import type { AccessCode } from '../shared/schema/accessCode';
import type { Watched } from './watch';

/**
 * Takes the way out that the user chose, once, where a code failed or did not get ready in time: another code that
 * the lock knows already is handed out, and Seam is asked to delete the first one. Where there is no such code, the
 * wait ends as it would have, and says so.
 */
export async function takeFallback(
	context: IExecuteFunctions,
	looked: Watched,
	itemIndex: number,
): Promise<Watched> {
	const { record, accessCode } = looked;
	const { settled, settings, triedFallback } = record;
	const isWanted = settled?.outcome === 'failed' || settled?.outcome === 'gave_up';
	if (settings.fallback === 'none' || triedFallback || !isWanted || !accessCode) return looked;

	const tried = { ...record, triedFallback: true };
	const backup = await pullReadyBackup(context, looked, itemIndex);
	if ('because' in backup) {
		const why = `${settled.why} ${backup.because}`;
		return { ...looked, record: { ...tried, settled: { ...settled, why } } };
	}
	const replaced: ReplacedCode = {
		access_code_id: accessCode.access_code_id,
		...settled,
		...(await deleteFirst(context, accessCode, itemIndex)),
	};
	return {
		accessCode: backup.accessCode,
		record: {
			...tried,
			accessCodeId: backup.accessCode.access_code_id,
			lastKnownEnd: opensUntil(backup.accessCode),
			settled: {
				outcome: backup.outcome,
				why: `A backup code of the lock takes the place of the first code, which did not get ready. ${backup.why} ${tellOf(replaced)}`,
			},
			replaced,
		},
	};
}

type Backup =
	| { accessCode: AccessCode; outcome: 'set' | 'scheduled' | 'assigned'; why: string }
	| { because: string };

async function pullReadyBackup(
	context: IExecuteFunctions,
	{ record }: Watched,
	itemIndex: number,
): Promise<Backup> {
	try {
		const accessCode = await pullBackupAccessCode(context, record.accessCodeId, itemIndex);
		const { outcome, why } = readinessOf({
			accessCode,
			lastKnownEnd: null,
			readyWhen: record.settings.readyWhen,
			now: Date.now(),
		});
		if (outcome === 'set' || outcome === 'scheduled' || outcome === 'assigned') {
			return { accessCode, outcome, why };
		}
		return { because: `The backup code ${accessCode.access_code_id} is not ready either. ${why}` };
	} catch (error) {
		if (!(error instanceof SeamError)) return { because: 'No backup code could be pulled.' };
		return { because: `No backup code could be pulled: ${error.message}` };
	}
}

async function deleteFirst(
	context: IExecuteFunctions,
	accessCode: AccessCode,
	itemIndex: number,
): Promise<Pick<ReplacedCode, 'is_deletion_requested' | 'could_still_open'>> {
	const wasNeverOnLock =
		accessCode.status === 'unset' && accessCode.is_scheduled_on_device !== true;
	try {
		await deleteAccessCode(context, accessCode, itemIndex);
		return { is_deletion_requested: true, could_still_open: !wasNeverOnLock };
	} catch (error) {
		// A code that is gone needs no deletion; any other failure leaves it where it is.
		const isGone = error instanceof SeamError && error.kind === 'not_found';
		return { is_deletion_requested: isGone, could_still_open: !isGone };
	}
}

function tellOf({ is_deletion_requested, could_still_open }: ReplacedCode): string {
	if (!is_deletion_requested) {
		return 'Seam could not be asked to delete the first code: it may still open the door. Delete it by hand.';
	}
	return could_still_open
		? 'Seam was asked to delete the first code; until the lock has done so, it may still open the door.'
		: 'The first code never was on the lock; Seam was asked to delete it.';
}
