import { opensUntil } from '../shared/accessCode/codeFacts';
import { isReady, type WaitOutcome, type Sighting } from '../shared/accessCode/waiting/outcome';
import { readinessOf } from '../shared/accessCode/waiting/readiness';
import type { ReplacedCode } from '../shared/accessCode/waiting/replacedCode';
import type { WaitRecord } from '../shared/accessCode/waiting/waitRecord';
import { pullBackupAccessCode } from '../shared/api/accessCodes';
import { SeamError } from '../shared/api/seamError';
import type { AccessCode } from '../shared/schema/accessCode';
import { makeOfflineSubstitute } from './offlineSubstitute';
import type { PolledWait, WaitRun } from './polledWait';

/**
 * Takes the way out that the user chose, once, if a code failed or did not get ready in time: another code that
 * the lock takes stands in for it. The first one stays until the other is handed out (`handOver`), so that nothing
 * is lost if the node stops at another item. If there is no such code, the wait ends as it would have, and says so.
 *
 * After a crash it may be taken a second time: Seam gives the same backup code again, and an offline code is found by
 * its booking.
 */
export async function takeFallback(run: WaitRun, polled: PolledWait): Promise<PolledWait> {
	const { record, accessCode } = polled;
	const { settled } = record;
	if (!isWanted(record) || settled === null || !accessCode) return polled;

	const found = await findSubstitute(run, { ...polled, accessCode });
	if ('because' in found) {
		return { ...polled, record: { ...record, noReplacement: found.because } };
	}
	const replaced: ReplacedCode = {
		access_code_id: accessCode.access_code_id,
		replaced_by: found.kind,
		...settled,
		is_deletion_requested: false,
		could_still_open: true,
	};
	return {
		accessCode: found.accessCode,
		record: {
			...record,
			...found.changes,
			accessCodeId: found.accessCode.access_code_id,
			lastKnownEnd: opensUntil(found.accessCode),
			settled: { outcome: found.outcome, why: found.why },
			replaced,
			firstName: accessCode.name,
		},
	};
}

/** The record of a wait that ended because Seam could not be asked: it could not be asked for another code either. */
export function withoutFallback(record: WaitRecord): WaitRecord {
	const noReplacement = 'The fallback was not tried for the same reason.';
	return isWanted(record) ? { ...record, noReplacement } : record;
}

function isWanted({ settled, settings, replaced, noReplacement }: WaitRecord): boolean {
	const isUnready = settled?.outcome === 'failed' || settled?.outcome === 'gave_up';
	const wasTried = replaced !== null || noReplacement !== null;
	return settings.fallback !== 'none' && isUnready && !wasTried;
}

/** A code that can be handed out in place of the first one; or why there is none. */
type Substitute =
	| {
			kind: ReplacedCode['replaced_by'];
			accessCode: AccessCode;
			outcome: WaitOutcome;
			why: string;
			/** What else is different from now on. */
			changes: Partial<WaitRecord>;
	  }
	| { because: string };

type Unready = PolledWait & { accessCode: AccessCode };

async function findSubstitute(run: WaitRun, polled: Unready): Promise<Substitute> {
	const backup = await pullReadyBackup(run, polled);
	const { fallback } = polled.record.settings;
	if (!('because' in backup) || fallback !== 'backup_then_offline_code') return backup;

	const offline = await makeReadyOffline(run, polled);
	return 'because' in offline ? { because: `${backup.because} ${offline.because}` } : offline;
}

async function pullReadyBackup(run: WaitRun, { record }: Unready): Promise<Substitute> {
	try {
		const accessCode = await pullBackupAccessCode(run, record.accessCodeId);
		const { readyWhen } = record.settings;
		const { outcome, why } = readinessOf({
			accessCode,
			lastKnownEnd: null,
			readyWhen,
			now: Date.now(),
		});
		if (isReady(outcome)) {
			return { kind: 'backup_code', accessCode, outcome, why, changes: {} };
		}
		return { because: `The backup code ${accessCode.access_code_id} is not ready either. ${why}` };
	} catch (error) {
		if (!(error instanceof SeamError)) return { because: 'No backup code could be pulled.' };
		return { because: sentence(`No backup code could be pulled: ${error.message}`) };
	}
}

/** An offline code needs no connection to the lock: its PIN is all there is to wait for, also with Ready When: Set. */
async function makeReadyOffline(
	run: WaitRun,
	{ record, accessCode: first }: Unready,
): Promise<Substitute> {
	try {
		const { accessCode, plan } = await makeOfflineSubstitute(run, first);
		const now = Date.now();
		const readyWhen = 'set_or_scheduled';
		const readiness = readinessOf({ accessCode, lastKnownEnd: null, readyWhen, now });
		const { outcome, why } = readiness;
		if (!isReady(outcome)) {
			return {
				because: `The offline code ${accessCode.access_code_id} was made in its place and can't be deleted, but is not ready. ${why}`,
			};
		}
		const first_seen_at = new Date(now).toISOString();
		const warnings = plan.warnings.map((warning): Sighting => {
			return { kind: 'warning', ...warning, first_seen_at };
		});
		return {
			kind: 'offline_code',
			accessCode,
			outcome,
			why,
			changes: {
				settings: { ...record.settings, readyWhen },
				guestInstructions: plan.guest_instructions,
				seen: [...record.seen, ...warnings],
			},
		};
	} catch (error) {
		const why = error instanceof Error ? error.message : 'Seam did not say why';
		return { because: sentence(`No offline code could be made: ${why}`) };
	}
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
