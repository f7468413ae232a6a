import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../parameters/itemParameters';
import { Refusal } from '../refusal';
import { isKnownLanguage, type DateForm } from '../time/guestTime';
import { choice, choiceField } from './fieldKinds';
import { byName } from './labels';

/** For a node behind another one that has these fields: its dates are written as those. */
export const AS_BEFORE = 'item';

const LANGUAGES = [
	choice('Croatian', 'hr'),
	choice('Czech', 'cs'),
	choice('Danish', 'da'),
	choice('Dutch', 'nl'),
	choice('English (UK)', 'en-GB', '1 March 2027, 15:00'),
	choice('English (US)', 'en-US', 'March 1, 2027, 3:00 PM'),
	choice('French', 'fr'),
	choice('German', 'de'),
	choice('Greek', 'el'),
	choice('Italian', 'it'),
	choice('Norwegian', 'nb'),
	choice('Polish', 'pl'),
	choice('Portuguese', 'pt'),
	choice('Spanish', 'es'),
	choice('Swedish', 'sv'),
];
const CLOCKS = [
	choice('12 Hours', '12_hours', '3:00 PM'),
	choice('24 Hours', '24_hours', '15:00'),
	choice('As Usual in the Language', 'language'),
];

/** Options for the dates that a guest reads. */
export const clockField = choiceField(
	'Time Format',
	'dateClock',
	'language',
	CLOCKS,
	'How times of day are written in starts_at_text, ends_at_text and guest_instructions',
);
export const languageField = choiceField(
	'Language of Dates',
	'dateLanguage',
	'en-GB',
	LANGUAGES,
	'Language of the dates in starts_at_text, ends_at_text and guest_instructions. An expression may also give a language tag, such as fr-CA.',
);

/** The same options, which follow the item unless something is chosen. */
const asBefore = (field: INodeProperties): INodeProperties => ({
	...field,
	options: [
		choice('As in the Item', AS_BEFORE, 'As in Seam Create Access Code'),
		...(field.options ?? []),
	].sort(byName),
	default: AS_BEFORE,
});
export const clockFieldAsBefore = asBefore(clockField);
export const languageFieldAsBefore = asBefore(languageField);

/**
 * How the dates of an item are written.
 *
 * @param usual What holds for an option that was not added, or that is to be as before
 * @throws Refusal naming the option
 */
export function readDateForm(options: ItemParameters<undefined>, usual: DateForm): DateForm {
	const clock = options.choice<DateForm['clock'] | typeof AS_BEFORE>('dateClock') ?? AS_BEFORE;
	const given = options.textIfAny('dateLanguage') ?? AS_BEFORE;
	const language = given === AS_BEFORE ? usual.language : given.replaceAll('_', '-');
	if (!isKnownLanguage(language)) {
		throw new Refusal(`'${options.label('dateLanguage')}' does not name a language`, {
			parameter: options.path('dateLanguage'),
			fix: 'Choose one from the list, or give a language tag such as en-GB or fr-CA by expression.',
		});
	}
	return { language, clock: clock === AS_BEFORE ? usual.clock : clock };
}
