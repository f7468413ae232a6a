import type { IDataObject } from 'n8n-workflow';

import { isOver, type WaitRecord } from '../shared/accessCode/waiting/waitRecord';
import { formatInZoneOrNull } from '../shared/time/format';
import type { Instant } from '../shared/time/instant';
import { shortTime } from '../shared/time/shortTime';

const AIMS = {
	set: 'Waiting until the code opens the door.',
	set_or_scheduled: 'Waiting until the lock is known to have the code.',
} as const;

/** What the wait waits for and until when: “… Next check 12 Dec 20:00; gives up 13 Dec 14:30 (Europe/Rome).” */
export function waitingText(record: WaitRecord, now: Instant): string {
	if (isOver(record)) return 'Waiting for the other codes of this run only.';
	const zone = record.facts.timeZone ?? null;
	const tell = (at: Instant) => shortTime(at, zone, now);
	const end = record.giveUpAt === null ? '' : `; gives up ${tell(record.giveUpAt)}`;
	return `${AIMS[record.settings.readyWhen]} Next check ${tell(record.nextPollAt)}${end} (${zone ?? 'UTC'}).`;
}

/** What the parked node shows of a wait: nothing of its code. */
export function waitingItem(record: WaitRecord, now: Instant): IDataObject {
	const zone = record.facts.timeZone ?? null;
	const local = (at: Instant | null) => formatInZoneOrNull(at, zone);
	return {
		access_code_id: record.accessCodeId,
		is_ready: false,
		outcome: 'waiting',
		why: waitingText(record, now),
		next_check_at: isOver(record) ? null : local(record.nextPollAt),
		gives_up_at: isOver(record) ? null : local(record.giveUpAt),
	};
}
