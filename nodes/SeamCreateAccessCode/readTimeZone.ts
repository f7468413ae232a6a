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
	// Whoever gives a name alone means that zone.
	const isNamed = () => options.textIfAny('timeZoneName') !== undefined;
	const chosen = options.textIfAny('timeZone') ?? (isNamed() ? 'named' : 'lock');
	switch (chosen.toLowerCase()) {
		case 'lock':
			if (isNamed()) throw twoZones('Of the Lock', options);
			return undefined;
		case 'workflow':
			if (isNamed()) throw twoZones('Of the Workflow', options);
			return context.getTimezone();
		case 'named':
			return zoneNamed(readZoneName(options), options, 'timeZoneName');
		default:
			return zoneNamed(chosen, options, 'timeZone');
	}
}

/** A name that is passed over in silence would put the code hours off. */
function twoZones(chosen: string, options: ItemParameters<undefined>): Refusal {
	const [zone, name] = [options.label('timeZone'), options.label('timeZoneName')];
	return new Refusal(`'${name}' is given, but '${zone}' is ${chosen}`, {
		parameter: options.path('timeZone'),
		fix: `Set '${zone}' to Other, or remove one of the two options.`,
	});
}

function readZoneName(options: ItemParameters<undefined>): string {
	const name = options.textIfAny('timeZoneName');
	if (name !== undefined) return name;
	throw new Refusal(`'${options.label('timeZoneName')}' is empty`, {
		parameter: options.path('timeZoneName'),
		fix: `Under Options, add Time Zone Name with a zone such as Europe/Rome, or set '${options.label('timeZone')}' to Of the Lock.`,
	});
}

const WAYS_OUT: Readonly<Record<'timeZone' | 'timeZoneName', string>> = {
	timeZone:
		'Choose Of the Lock, Of the Workflow or Other, or let the expression give a time zone such as Europe/Rome.',
	timeZoneName: 'Give the name of a time zone such as Europe/Rome or America/New_York.',
};

/** The zone as IANA spells it, from any case and with blanks for underscores. */
function zoneNamed(
	text: string,
	options: ItemParameters<undefined>,
	name: keyof typeof WAYS_OUT,
): string {
	const timeZone = text.replace(/\s+/g, '_');
	if (isKnownZone(timeZone)) {
		return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
	}
	throw new Refusal(`'${options.label(name)}' does not name a time zone`, {
		parameter: options.path(name),
		fix: [guessOf(timeZone), WAYS_OUT[name]].join(''),
	});
}

/** Many give the city alone. */
function guessOf(text: string): string {
	const zones = Intl.supportedValuesOf('timeZone');
	const zone = zones.find((known) => known.toLowerCase().endsWith(`/${text.toLowerCase()}`));
	return zone === undefined ? '' : `Did you mean ${zone}? `;
}
