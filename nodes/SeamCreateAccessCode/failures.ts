import type { IExecuteFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { toNodeError } from '../shared/api/nodeError';
import { withParameterNamed } from './nameParameter';
import { withSettingInTitle } from './nearlyHeld';
import type { LockOutcome } from './resultItem';

type Failure = Extract<LockOutcome, { failure: unknown }>;

/** What n8n shows of a booking that failed. */
export function errorOf(
	context: IExecuteFunctions,
	{ failure }: Failure,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	const named = withParameterNamed(withSettingInTitle(failure), context, itemIndex);
	return toNodeError(context.getNode(), named, itemIndex);
}

/** @throws the first failure among the items, which says what was made all the same */
export function throwFirstFailure(
	context: IExecuteFunctions,
	items: ReadonlyArray<LockOutcome[] | undefined>,
): void {
	for (const [itemIndex, outcomes = []] of items.entries()) {
		const failure = outcomes.find((outcome) => 'failure' in outcome);
		if (failure === undefined) continue;
		const error = errorOf(context, failure, itemIndex);
		error.description = [error.description, whatWasMade(items, outcomes)].filter(Boolean).join(' ');
		throw error;
	}
}

function whatWasMade(
	items: ReadonlyArray<LockOutcome[] | undefined>,
	ofBooking: LockOutcome[],
): string {
	const served = items.flatMap((outcomes = []) => outcomes).filter((outcome) => 'json' in outcome);
	if (served.length === 0) return '';
	const withKeys = 'running again with the same Booking Key completes it.';
	if (items.length === 1) {
		return `${served.length} of the ${ofBooking.length} locks of this booking have their code; ${withKeys}`;
	}
	const complete = items.filter(
		(outcomes) => outcomes !== undefined && outcomes.every((outcome) => 'json' in outcome),
	);
	return `${complete.length} of the ${items.length} bookings have their codes; running again with the same Booking Keys completes the others.`;
}
