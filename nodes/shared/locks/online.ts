import type { Device } from '../schema/device';
import { expectedOnLockAt } from './facts/scheduling';
import { alternatives } from './fitting/misfit';
import { clockWarnings } from './problems/planWarnings';
import { noOneTimeCodes, ruleOut } from './ruleOut';
import { answerOrUnreadable, candidatesOf, optionsOf, unreadableOptions } from './timeFrameOptions';
import type { FitQuestion, FittingKind, KindAnswer, RuledOutKind } from './types';

export const ONLINE_FAMILY = { name: 'online', displayName: 'This lock' };
const DOCUMENT = 'Seam: creating online access codes';

/**
 * Codes that Seam programs over the lock's connection: ongoing, or time-bound with the windows that
 * `online_time_frame_options` allows (all if there are none).
 */
export function answerOnline(question: FitQuestion, preferNativeScheduling: boolean): KindAnswer[] {
	const { access, device, now, zone } = question;
	if (access === 'one_time_use') {
		const because = 'Seam makes one-time codes offline only.';
		return [noOneTimeCodes(ONLINE_FAMILY.name, 'online_time_bound', because)];
	}
	if (access === 'ongoing') return [whyNoOngoingCode(device) ?? ONGOING];
	const kind = 'online_time_bound';
	const candidates = candidatesOf(question, 'online', kind);
	return answerOrUnreadable(ONLINE_FAMILY, kind, candidates, question, (window) => ({
		flags: {},
		expectedOnLockAt: expectedOnLockAt(device, window.start, now, preferNativeScheduling),
		warnings: clockWarnings(device, window, zone),
	}));
}

/**
 * Why the time-frame options of the lock rule an ongoing code out, or null: it has no end, so it meets no rule about its
 * length, its end or its times of day (Seam: `ongoing_not_supported`).
 */
export function whyNoOngoingCode(device: Device): RuledOutKind | null {
	const kind = 'online_ongoing';
	const candidates = candidatesOf({ device, zone: null }, 'online', kind);
	if (candidates.length === 0) {
		return unreadableOptions(ONLINE_FAMILY.name, kind, optionsOf(device, 'online'));
	}
	const takesOngoing = candidates.some(
		({ shape: { clock, duration, endDate } }) =>
			clock.type === 'free' && duration.max === Infinity && endDate === undefined,
	);
	if (takesOngoing) return null;
	const allowed = alternatives(candidates.map(({ allows }) => allows));
	const because = `This lock holds no ongoing codes, only codes ${allowed.text}.`;
	return ruleOut(ONLINE_FAMILY.name, kind, { rule: 'ongoing_not_supported', because });
}

const ONGOING: FittingKind = {
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
