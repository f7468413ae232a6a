import { isDisconnected } from '../../locks/facts/connection';
import type { FittingKind } from '../../locks/types';
import type { Device } from '../../schema/device';
import { DAY, type Instant } from '../../time/instant';
import type { Consideration, ConsideredKind } from './considerKinds';
import type { AskedWindow } from './readWindow';
import type { PlanWarning, Reason, RejectedKind } from './planTypes';

interface Fitting extends ConsideredKind {
	answer: FittingKind;
}

export interface Choice {
	chosen: Fitting;
	rejected: RejectedKind[];
	reasons: Reason[];
	warnings: PlanWarning[];
}

/** A lock that is disconnected counts as reachable if Seam programs it further ahead than this. */
const TIME_TO_COME_BACK = DAY;

/**
 * Online before offline if the lock can be reached in time; among kinds of one family the one that adds
 * least. Null when none fits.
 */
export function chooseKind(
	considered: ConsideredKind[],
	{ device, now, asked }: Consideration,
): Choice | null {
	const fitting = considered.filter(isFitting);
	const online = fitting.find(({ codeFamily }) => codeFamily === 'online');
	const offline = leastAddition(
		fitting.filter(({ codeFamily }) => codeFamily === 'offline'),
		asked,
	);
	const isReachable = online === undefined || reachableInTime(online.answer, device, now);
	const chosen = isReachable ? (online ?? offline) : (offline ?? online);
	if (chosen === undefined) return null;

	const isOnline = chosen.codeFamily === 'online';
	const others = considered.filter((other) => other !== chosen);
	const whyOffline =
		online === undefined
			? 'offline, as no online code can be had'
			: 'offline, as the lock is disconnected now and the code is needed soon';
	const source = `device.can_program_${chosen.codeFamily}_access_codes`;
	return {
		chosen,
		rejected: others.map((other) => rejection(other, isOnline)),
		reasons: [
			isOnline
				? { rule: 'online_first', value: 'online, as the lock can be programmed', source }
				: { rule: 'offline', value: whyOffline, source },
		],
		warnings: isOnline && !isReachable ? [DISCONNECTED_WARNING] : [],
	};
}

export function rejection({ answer }: ConsideredKind, choseOnline: boolean): RejectedKind {
	if (!answer.fits) {
		const { kind, because, rule, marking } = answer;
		return { kind, because, rule, marking };
	}
	const because = choseOnline
		? 'It would fit, but an online code can be changed and deleted.'
		: answer.kind.startsWith('online')
			? 'The lock is disconnected now and would have to be programmed within 24 hours.'
			: 'It would fit, but adds more to the stay.';
	return { kind: answer.kind, because, rule: 'preference', marking: 'caution' };
}

const DISCONNECTED_WARNING: PlanWarning = {
	code: 'lock_is_disconnected',
	message:
		'The lock is disconnected and has to be programmed within 24 hours. Wait for the code to be set before telling the guest.',
};

function reachableInTime({ expectedOnLockAt }: FittingKind, device: Device, now: Instant): boolean {
	return !isDisconnected(device) || (expectedOnLockAt ?? now) - now > TIME_TO_COME_BACK;
}

function isFitting(considered: ConsideredKind): considered is Fitting {
	return considered.answer.fits;
}

function leastAddition(fitting: Fitting[], { start, end }: AskedWindow): Fitting | undefined {
	const added = ({ answer }: Fitting) =>
		Math.max(0, (start ?? 0) - (answer.start ?? 0)) + Math.max(0, (answer.end ?? 0) - (end ?? 0));
	return [...fitting].sort((a, b) => added(a) - added(b)).at(0);
}
