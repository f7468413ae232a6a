import { ruleOut } from './ruleOut';
import { answerOrUnreadable, candidatesOf } from './timeFrameOptions';
import type { CodeKind, FitQuestion, KindAnswer, LockFamily } from './types';

const DOCUMENT = 'Seam: Lockly offline access codes';
const KEYPAD_ENTRY =
	'On a Lockly keypad this code is typed in the offline way, which differs from usual codes: see https://www.support.lockly.com/faq/how-to-use-oac/.';

/** Lockly with a keypad: time-bound and one-time codes, each with a free start and end. */
export const lockly: LockFamily = {
	name: 'lockly',
	displayName: 'Lockly',
	matches: ({ device_type, properties }) =>
		device_type === 'lockly_lock' || (!device_type && properties.lockly_metadata != null),
	offlineKinds: { time_bound: ['offline_time_bound'], one_time_use: ['offline_one_time_use'] },
	support: () => ({
		kinds: ['offline_time_bound', 'offline_one_time_use'],
		because: [KEYPAD_ENTRY],
	}),
	answer(question: FitQuestion): KindAnswer[] {
		const { access, demand } = question;
		const isOneTime = access === 'one_time_use';
		const kind: CodeKind = isOneTime ? 'offline_one_time_use' : 'offline_time_bound';
		if (demand !== null && demand.cover.end <= demand.cover.start) {
			const because = 'A Lockly offline code needs both a start and an end, even for one-time use.';
			return [ruleOut(this.name, kind, { rule: 'needs_start_and_end', because })];
		}
		const reason = { rule: 'free_start_and_end', value: kind, source: DOCUMENT };
		const candidates = candidatesOf(question, 'offline', kind).map((candidate) => ({
			...candidate,
			kind,
			reasons: [...candidate.reasons, reason],
		}));
		return answerOrUnreadable(this, kind, candidates, question, () => ({
			flags: {
				is_offline_access_code: true,
				is_one_time_use: isOneTime || undefined,
				max_time_rounding: '1h',
			},
			guestInstructions: [KEYPAD_ENTRY, ...(isOneTime ? ['This code opens the door once.'] : [])],
		}));
	},
};
