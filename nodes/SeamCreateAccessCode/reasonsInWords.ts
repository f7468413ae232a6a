import type { Reason } from '../shared/accessCode/planning/planTypes';
import { describeBand } from '../shared/locks/fitting/describeBand';
import type { TimeFrameOption } from '../shared/schema/device';
import { readIsoDuration } from '../shared/time/duration';

/** A reason of a plan with a sentence that says it. */
export interface ToldReason extends Reason {
	because: string;
}

const ROUNDINGS: Readonly<Record<string, string>> = { '1h': 'an hour', '1d': 'a day' };

/** What each rule means; its value completes the sentence. */
const SENTENCES: Readonly<Record<string, (value: string) => string>> = {
	any_window: () => 'The lock takes any window',
	free_start_and_end: () => 'The lock takes any start and any end',
	kept: (value) => `The booking keeps ${value}`,
	longest_duration: (value) => `The lock takes at most ${value}`,
	max_time_rounding: (value) => `Seam may move the times by up to ${ROUNDINGS[value] ?? value}`,
	most_codes_per_start: (value) =>
		`The lock takes at most ${value.replace(' per ', ' codes per ')}`,
	offline: (value) => `The code is ${value}`,
	one_time_use: (value) => `One-time codes have a ${value}`,
	ongoing: (value) => `An ongoing code has ${value}`,
	online_first: (value) => `The code is ${value}`,
	pin: (value) => `PIN: ${value}`,
	same_local_time: (value) => `Both ends have ${value}`,
	time_zone: (value) => `Times that name no time zone are meant in ${value}`,
	user_level: (value) => `The user level is ${value}`,
	whole_hours: (value) => `The code ${value}`,
};

/** The reasons of a plan, each in words first, with its rule, value and source beside them. */
export function inWords(reasons: readonly Reason[]): ToldReason[] {
	return reasons.map((reason) => ({ because: `${sentenceOf(reason)}.`, ...reason }));
}

function sentenceOf({ rule, value }: Reason): string {
	if (rule === 'time_frame_option') return `The lock takes codes ${describeOption(value)}`;
	const told = typeof value === 'string' ? value : JSON.stringify(value);
	const sentence = SENTENCES[rule] as ((value: string) => string) | undefined;
	return sentence?.(told) ?? `${rule.replaceAll('_', ' ')}: ${told}`;
}

function describeOption(value: unknown): string {
	const option = value as TimeFrameOption;
	const min = readIsoDuration(option.min_duration)?.longest ?? 0;
	const max = readIsoDuration(option.max_duration)?.shortest ?? Infinity;
	const name = option.display_name ? `(“${option.display_name}”)` : '';
	return [describeBand(min, max) || 'of any length', name].filter(Boolean).join(' ');
}
