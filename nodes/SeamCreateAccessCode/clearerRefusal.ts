import type { IExecuteFunctions } from 'n8n-workflow';

import { Refusal } from '../shared/refusal';
import { makerName } from '../shared/ui/makers';

const MAKER_ASSIGNS =
	'A custom PIN was given, and the PIN of an offline code is assigned by the maker.';
const GENERATED = 'Set PIN: Generated';
const IS_NOT_AFTER = /^The end \(.*\) is not after the start \(.*\)\.$/;

/**
 * The planning rooms know the lock and the window, not the panel. Where the panel tells more, the refusal says it: which
 * maker chooses its PINs, and which of its fields are swapped. Other errors unchanged.
 */
export function asClearerRefusal(
	error: unknown,
	context: IExecuteFunctions,
	itemIndex: number,
): unknown {
	if (!(error instanceof Refusal)) return error;
	if (error.message.includes(MAKER_ASSIGNS)) {
		const maker = makerOf(error);
		error.message = error.message.replace(
			MAKER_ASSIGNS,
			`${maker} chooses its PINs itself: a custom PIN can't be set on this lock.`,
		);
		// Other settings that are wrong as well are told once this one is right.
		if (!error.fix?.includes(GENERATED)) error.fix = `${GENERATED}.`;
	}
	if (IS_NOT_AFTER.test(error.message)) {
		const zones = new Set(
			['startsAt', 'endsAt'].map((name) =>
				zoneNamedIn(context.getNodeParameter(name, itemIndex, '')),
			),
		);
		const check = zones.size > 1 ? ' Check the time zones that they name, too.' : '';
		error.fix = `Set 'Ends At' after 'Starts At'; are they swapped?${check}`;
	}
	return error;
}

function makerOf({ facts }: Refusal): string {
	const { manufacturer } = (facts.device ?? {}) as { manufacturer?: string };
	return manufacturer === undefined ? 'The maker of this lock' : makerName(manufacturer);
}

/** The offset or the zone at the end of a time; empty if it names none. */
const zoneNamedIn = (time: unknown): string =>
	(typeof time === 'string' &&
		/(?<=:\d\d.*)([Zz]|[+-]\d\d:?\d\d|\[[^\]]+\])$/.exec(time.trim())?.[0]) ||
	'';
