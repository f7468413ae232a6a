import { DateTime } from 'luxon';
import type { Sandbox } from '../../test/e2e/harness/index.mts';
import type { Outcome } from './outcome.mts';

/** A PIN typed at the door at one moment of the sandbox's clock, and what the door should do. */
interface Attempt {
	outcome: Outcome;
	at: DateTime;
	when: string;
	shouldOpen: boolean;
}

export interface Tried extends Attempt {
	opened: boolean;
	because: string;
}

/**
 * Types every guest's PIN, as it stands in the guest's message, at the lock's keypad: at check-in, one minute
 * before check-out and one minute after the granted end. A one-time code opens once, and a second time not. In the end
 * the sandbox is back at the present, for whoever goes on by hand.
 *
 * @throws Error when the sandbox's clock is past such a moment already.
 */
export async function tryAtKeypads(outcomes: Outcome[], sandbox: Sandbox): Promise<Tried[]> {
	const attempts = outcomes.flatMap(attemptsFor);
	attempts.sort((one, other) => one.at.toMillis() - other.at.toMillis());
	const tried: Tried[] = [];
	for (const attempt of attempts) {
		const at = attempt.at.toUTC().toISO() ?? '';
		if (attempt.at.toJSDate() < (await sandbox.now())) {
			throw new Error(
				`${attempt.outcome.booking.title}: the sandbox’s clock is past ${at} already.`,
			);
		}
		await sandbox.setClock({ now: at, frozen: true });
		const { booking, pinInMessage } = attempt.outcome;
		const { opens, because } = await sandbox.keypad(booking.lock, pinInMessage ?? '');
		tried.push({ ...attempt, opened: opens, because });
	}
	await sandbox.setClock({ now: new Date().toISOString(), frozen: false });
	return tried;
}

function attemptsFor(outcome: Outcome): Attempt[] {
	const { checkIn, checkOut } = outcome.booking;
	if (outcome.kind.includes('one time')) {
		return [
			{ outcome, at: checkIn, when: 'at the visit', shouldOpen: true },
			{ outcome, at: checkIn.plus({ minutes: 1 }), when: 'a second time', shouldOpen: false },
		];
	}
	const end = DateTime.fromISO(outcome.granted.endsAt ?? '', { setZone: true });
	return [
		{ outcome, at: checkIn, when: 'at check-in', shouldOpen: true },
		{
			outcome,
			at: checkOut.minus({ minutes: 1 }),
			when: 'a minute before check-out',
			shouldOpen: true,
		},
		{
			outcome,
			at: end.plus({ minutes: 1 }),
			when: 'a minute after the granted end',
			shouldOpen: false,
		},
	];
}
