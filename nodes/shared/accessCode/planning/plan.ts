import { deviceWarnings } from '../../locks/problems/planWarnings';
import type { FittingKind } from '../../locks/types';
import type { AccessCode } from '../../schema/accessCode';
import type { Device } from '../../schema/device';
import { formatDuration, formatInZoneOrNull } from '../../time/format';
import type { Instant } from '../../time/instant';
import { chooseKind } from './chooseKind';
import { composeRequest } from './composeRequest';
import { considerKinds, type Consideration } from './considerKinds';
import { readLimits } from './demands';
import { describeWindow } from './describeWindow';
import { readWindow, type AskedWindow } from './readWindow';
import { refusePlan } from './refusePlan';
import type { Plan, PlanWarning, Reason } from './planTypes';
import type { Wish } from '../wish';

/**
 * Chooses the kind of code for a wish on a lock and composes the request that makes it, or refuses before
 * anything is sent. The granted window covers the stay with the least addition that the lock allows.
 *
 * @param existingCodes all codes on the lock, managed and unmanaged, for its caps, its capacity, names and PINs;
 *   absent if they were not read
 * @throws Refusal for bad input, PlanRefusal if no kind of code suits
 */
export function planAccessCode(input: PlanInput): Plan {
	const { consideration, considered, choice } = choose(input);
	if (choice === null) {
		throw refusePlan(considered, consideration, (change) =>
			isPlannable({ ...input, wish: { ...input.wish, ...change } }),
		);
	}
	const { device, wish, asked } = consideration;
	const { answer, warnings } = choice.chosen;
	const composed = composeRequest(consideration, answer);
	return {
		kind: answer.kind,
		lock_family: answer.family,
		request: composed.request,
		window: describeWindow(asked, answer, wish),
		expected_on_lock_at: formatInZoneOrNull(answer.expectedOnLockAt, asked.wireZone),
		reasons: [...choice.reasons, ...zoneReasons(asked), ...answer.reasons, ...composed.reasons],
		rejected: choice.rejected,
		warnings: [
			...asked.warnings,
			...warnings,
			...choice.warnings,
			...answer.warnings,
			...extensionWarnings(asked, answer),
			...composed.warnings,
			...deviceWarnings(device),
		],
		guest_instructions: answer.guestInstructions,
	};
}

interface PlanInput {
	device: Device;
	wish: Wish;
	now: Instant;
	existingCodes?: AccessCode[];
}

function choose({ device, wish, now, existingCodes }: PlanInput) {
	const asked = readWindow(wish, device, now);
	const limits = readLimits(wish);
	const consideration: Consideration = { device, wish, now, existingCodes, asked, limits };
	const considered = considerKinds(consideration);
	return { consideration, considered, choice: chooseKind(considered, consideration) };
}

function isPlannable(input: PlanInput): boolean {
	try {
		const { consideration, choice } = choose(input);
		if (choice !== null) composeRequest(consideration, choice.chosen.answer);
		return choice !== null;
	} catch {
		// What is refused for another reason, such as the digits of a PIN, does not help either.
		return false;
	}
}

/** A code that opens the door longer than asked may do so in another guest's night. */
function extensionWarnings(asked: AskedWindow, { start, end }: FittingKind): PlanWarning[] {
	const notes: string[] = [];
	const before = (asked.start ?? 0) - asked.before - (start ?? Infinity);
	const after = (end ?? 0) - (asked.end ?? Infinity) - asked.after;
	if (before > 0) notes.push(`begins ${formatDuration(before)} earlier`);
	if (after > 0) notes.push(`ends ${formatDuration(after)} later`);
	if (notes.length === 0) return [];
	const message = `The code ${notes.join(' and ')} than asked: the lock can hold no nearer window that covers the stay.`;
	return [{ code: 'window_extended', message }];
}

function zoneReasons({ clockZone, zoneSource }: AskedWindow): Reason[] {
	return clockZone === null || zoneSource === null
		? []
		: [{ rule: 'time_zone', value: clockZone, source: zoneSource }];
}
