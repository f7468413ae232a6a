import type { INodeProperties } from 'n8n-workflow';

import { waitForActionAttempt } from '../shared/api/actionAttempts';
import type { Outcome } from '../shared/api/eachItem';
import type { ItemParameters } from '../shared/parameters/itemParameters';
import { Refusal } from '../shared/refusal';
import type { ActionAttempt } from '../shared/schema/actionAttempt';
import { flagField, numberField } from '../shared/ui/fieldKinds';
import { outcomes, type Run } from './operation';

/** How an action of a device ended, as the item says it. What this run began and failed ends as the item's error. */
type ActionOutcome = 'done' | 'done_not_confirmed' | 'failed' | 'pending';

/** Whether and how long to wait for what the device does. */
export const waitFields = (whetherToWait: string): INodeProperties[] => [
	flagField('Wait for Result', 'waitForResult', true, whetherToWait),
	{
		...numberField(
			'Longest Wait (Seconds)',
			'longestWait',
			30,
			{ minValue: 1, maxValue: 300 },
			'How long to wait for the device to answer',
		),
		displayOptions: { show: { waitForResult: [true] } },
	},
];

/** @returns how many seconds to wait, 0 for not at all */
export function readWait(item: ItemParameters): number {
	return item.flag('waitForResult') ? item.number('longestWait') : 0;
}

/** An action in words: what the device was told to do, and what it has done. */
export interface Wording {
	/** What acts; by default the lock. */
	actor?: string;
	/** After "did", `unlock`. */
	verb: string;
	/** After "has", `unlocked`. */
	done: string;
	/** Whether Seam says with success if the device has confirmed it. */
	isConfirmed: boolean;
}

/** Of a lock that moves its bolt. */
export const moving = (direction: 'lock' | 'unlock'): Wording => ({
	verb: direction,
	done: `${direction}ed`,
	isConfirmed: true,
});

/**
 * Waits for an action to end, and says how it did.
 *
 * @throws Refusal if it failed, or did not end in time
 */
export async function settled(
	run: Run,
	begun: ActionAttempt,
	{ deviceId, seconds, wording }: { deviceId: string; seconds: number; wording: Wording },
): Promise<Outcome[]> {
	const attempt = await waitForActionAttempt(run, begun, seconds * 1_000);
	const { action_attempt_id, status } = attempt;
	if (status === 'error') {
		throw new Refusal(`Device ${deviceId} did not ${wording.verb}${causeOf(attempt)}`, {
			parameter: 'device',
			fix: 'Read the device with Seam Get Device: its problems say what to do.',
			facts: { outcome: 'failed', action_attempt_id },
		});
	}
	if (seconds > 0 && status === 'pending') {
		throw new Refusal(
			`Device ${deviceId} has not said within ${seconds} seconds whether it did ${wording.verb}`,
			{
				parameter: 'longestWait',
				fix: `It may still do so: look up action attempt ${action_attempt_id} later, or raise 'Longest Wait (Seconds)'.`,
				facts: { outcome: 'pending', action_attempt_id },
			},
		);
	}
	return outcomes({ ...outcomeOf(attempt, wording), device_id: deviceId, ...attempt });
}

/** Seam: Action Attempts, `was_confirmed_by_device`: a success that it does not confirm is the maker's word alone. */
export function outcomeOf(
	attempt: ActionAttempt,
	wording: Wording,
): { outcome: ActionOutcome; why: string } {
	const { status, result } = attempt;
	const { actor = 'lock', verb, done, isConfirmed } = wording;
	if (status === 'error') {
		return { outcome: 'failed', why: `The ${actor} did not ${verb}${causeOf(attempt)}` };
	}
	if (status === 'pending') {
		return {
			outcome: 'pending',
			why: `Seam has told the ${actor} to ${verb}; it has not answered yet`,
		};
	}
	if (!isConfirmed) return { outcome: 'done', why: `The ${actor} has ${done}` };
	if (result?.was_confirmed_by_device === true) {
		return { outcome: 'done', why: `The ${actor} has ${done} and confirmed it` };
	}
	return {
		outcome: 'done_not_confirmed',
		why: `Seam says that the ${actor} has ${done}, but the ${actor} has not confirmed it`,
	};
}

function causeOf({ error }: ActionAttempt): string {
	const because = error?.message ?? error?.type;
	return because ? `: ${because}` : '';
}
