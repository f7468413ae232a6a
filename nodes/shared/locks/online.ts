import { offsetAt } from '../time/zone';
import { answerFromCandidates } from './fitting/candidates';
import { prerequisiteOf, timeWarnings } from './onlineBrands';
import { expectedOnLockAt } from './facts/scheduling';
import { anyWindow, readOptions, unreadableOptions } from './timeFrameOptions';
import type { FitQuestion, FittingKind, KindAnswer, RuledOutKind } from './types';

export const ONLINE_FAMILY = { name: 'online', displayName: 'This lock' };
const DOCUMENT = 'Seam: creating online access codes';

/**
 * Codes that Seam programs over the lock's connection: ongoing, or time-bound with the windows that
 * `online_time_frame_options` allows (all, where there are none).
 */
export function answerOnline(question: FitQuestion, preferNativeScheduling: boolean): KindAnswer[] {
	const { access, device, demand, now } = question;
	if (access === 'one_time_use') {
		return [
			ruledOut(
				'online_time_bound',
				'one_time_use_not_supported',
				'Seam makes one-time codes offline only.',
			),
		];
	}
	const isOngoing = access === 'ongoing' || demand === null;
	const missing = prerequisiteOf(device, isOngoing);
	if (missing !== null) {
		return [
			{
				...ruledOut(
					isOngoing ? 'online_ongoing' : 'online_time_bound',
					missing.rule,
					missing.because,
				),
				marking: missing.marking,
			},
		];
	}
	if (isOngoing) return [ongoing()];

	const options = device.properties.online_time_frame_options ?? [];
	const candidates =
		options.length > 0
			? readOptions(options, 'online', question)
			: [anyWindow('online_time_bound', question.zone, 'online')];
	if (candidates.length === 0) {
		return [unreadableOptions(ONLINE_FAMILY.name, 'online_time_bound', options)];
	}
	return answerFromCandidates(ONLINE_FAMILY, candidates, question, ({ start, end }) => ({
		flags: {},
		expectedOnLockAt: expectedOnLockAt(device, start, now, preferNativeScheduling),
		warnings: timeWarnings(
			device,
			{ start, end },
			question.zone,
			offsetAt(start, question.zone) !== offsetAt(end, question.zone),
		),
		guestInstructions: [],
	}));
}

function ongoing(): FittingKind {
	return {
		fits: true,
		kind: 'online_ongoing',
		family: ONLINE_FAMILY.name,
		start: null,
		end: null,
		flags: {},
		expectedOnLockAt: null,
		reasons: [{ rule: 'ongoing', value: 'no start and no end', source: DOCUMENT }],
		warnings: [],
		guestInstructions: [],
	};
}

function ruledOut(kind: RuledOutKind['kind'], rule: string, because: string): RuledOutKind {
	return {
		fits: false,
		kind,
		family: ONLINE_FAMILY.name,
		because,
		rule,
		marking: 'rule',
	};
}
