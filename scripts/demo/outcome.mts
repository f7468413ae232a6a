import { DateTime } from 'luxon';
import { outputOf, type Execution, type Sandbox } from '../../test/e2e/harness/index.mts';
import type { Booking } from './bookings.mts';

/** What became of one booking: read from the execution in n8n, and from the message that the guest got. */
export interface Outcome {
	booking: Booking;
	lock: string;
	lockName: string;
	kind: string;
	/** Why this code was chosen: the plan's sentences, in its order. */
	reasons: string[];
	asked: string;
	granted: { startsAt: string | null; endsAt: string | null; text: string };
	/** The PIN in the message, or null where the message has none. */
	pinInMessage: string | null;
	message: string;
	confirmedAt: string;
	outcome: string;
	confirmedBy: string;
}

interface PlanShown {
	kind: string;
	reasons: Array<{ because: string }>;
	window: {
		asked: { starts_at: string | null; ends_at: string | null };
		granted: { starts_at: string | null; ends_at: string | null };
		minutes_added_before: number;
		minutes_added_after: number;
	};
}

export async function readOutcome(
	booking: Booking,
	execution: Execution,
	sandbox: Sandbox,
): Promise<Outcome> {
	const [device] = outputOf(execution, 'Seam Get Device');
	const [created] = outputOf(execution, 'Seam Create Access Code');
	const [confirmed] = outputOf(execution, 'Seam Wait for Code Set');
	const { kind, reasons, window } = created.plan as PlanShown;
	const message = await messageFor(booking, sandbox);
	const added = [
		window.minutes_added_before && `${window.minutes_added_before} min before`,
		window.minutes_added_after && `${window.minutes_added_after} min after`,
	].filter(Boolean);
	return {
		booking,
		lock: String(device.name),
		lockName: lockInWords(device),
		kind: kind.replaceAll('_', ' '),
		reasons: reasons.map(({ because }) => because),
		asked: span(window.asked.starts_at, window.asked.ends_at),
		granted: {
			startsAt: window.granted.starts_at,
			endsAt: window.granted.ends_at,
			text:
				span(window.granted.starts_at, window.granted.ends_at) +
				(added.length > 0 ? ` (added ${added.join(' and ')})` : ''),
		},
		pinInMessage: /door code is (\d+)/.exec(message)?.[1] ?? null,
		message,
		confirmedAt: execution.stoppedAt ?? '',
		outcome: String(confirmed.outcome),
		confirmedBy: `${confirmed.outcome}: ${confirmed.why}`,
	};
}

const lockInWords = ({ name, manufacturer, time_zone: zone }: Record<string, unknown>): string =>
	`${name}, ${manufacturer} (${String(zone)})`;

/** One line as soon as a guest has been told. */
export function confirmation({ booking, pinInMessage, lock, outcome }: Outcome): string {
	const [guest] = booking.title.split(',');
	return `${guest}: PIN ${pinInMessage ?? 'missing'} for ${lock} is confirmed (${outcome})`;
}

async function messageFor(booking: Booking, sandbox: Sandbox): Promise<string> {
	const messages = (await sandbox.messages()).filter((message) => message.booking === booking.key);
	if (messages.length !== 1) {
		throw new Error(`${booking.title}: ${messages.length} messages instead of one.`);
	}
	return String(messages[0].text);
}

function span(from: string | null, to: string | null): string {
	return to === null ? `from ${clock(from)}, once` : `${clock(from)} → ${clock(to)}`;
}

function clock(iso: string | null): string {
	return iso === null
		? 'now'
		: DateTime.fromISO(iso, { setZone: true }).toFormat('yyyy-LL-dd HH:mm ZZ');
}
