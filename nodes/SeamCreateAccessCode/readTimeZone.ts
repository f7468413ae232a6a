import type { IExecuteFunctions } from 'n8n-workflow';

import type { ItemParameters } from '../shared/parameters/itemParameters';
import { Refusal } from '../shared/refusal';
import { isKnownZone } from '../shared/time/zone';

/**
 * The zone in which times without an offset are meant; undefined means the lock's own. An expression in *Time Zone* may
 * also give the name of a zone.
 * @throws Refusal
 */
export function readTimeZone(
	context: IExecuteFunctions,
	options: ItemParameters<undefined>,
): string | undefined {
	const chosen = options.textIfAny('timeZone') ?? 'lock';
	switch (chosen.toLowerCase()) {
		case 'lock':
			return undefined;
		case 'workflow':
			return context.getTimezone();
		case 'named':
			return zoneNamed(options.text('timeZoneName'), options, 'timeZoneName');
		default:
			return zoneNamed(chosen, options, 'timeZone');
	}
}

/** The zone as IANA spells it, from any case and with blanks for underscores. */
function zoneNamed(text: string, options: ItemParameters<undefined>, name: string): string {
	const timeZone = text.replace(/\s+/g, '_');
	if (isKnownZone(timeZone)) {
		return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
	}
	throw new Refusal(`'${options.label(name)}' does not name a time zone`, {
		parameter: options.path(name),
		fix: 'Choose one from the list, or give an IANA zone such as America/New_York.',
	});
}
