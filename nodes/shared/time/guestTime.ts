import { dateTimeFormat } from './dateTimeFormat';
import type { Instant } from './instant';
import { wallClockAt, type WallClock } from './zone';

/** How dates are written for people: a language tag such as `en-GB`, and hours from 1 to 12 or from 0 to 23. */
export interface DateForm {
	language: string;
	clock: 'language' | '12_hours' | '24_hours';
}

/** What is used if nobody chose. */
export const USUAL_FORM: DateForm = { language: 'en-GB', clock: 'language' };

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const HOURS = {
	language: { timeStyle: 'short' },
	'12_hours': { hour: 'numeric', minute: '2-digit', hour12: true },
	'24_hours': { timeStyle: 'short', hourCycle: 'h23' },
} as const;

/** Whether dates can be written in the language; any tag that n8n's Node.js knows will do. */
export function isKnownLanguage(tag: string): boolean {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
	} catch {
		return false;
	}
}

/** `1 March 2027, 15:00`, as a message tells it to a guest; ` UTC` if the zone is unknown. */
export function formatForGuests(instant: Instant, zone: string | null, form: DateForm): string {
	return `${tell(wallClockAt(instant, zone), form)}${zone === null ? ' UTC' : ''}`;
}

/** The times of `formatForPeople` (`2027-03-29 15:00`) within a sentence, in the form of the rest of the message. */
export function withGuestTimes(sentence: string, form: DateForm): string {
	return sentence.replaceAll(/\b(\d{4}-\d\d-\d\d) (\d\d:\d\d)(?::\d\d)?\b/g, (told, day, time) => {
		const wall = Date.parse(`${day}T${time}Z`);
		return Number.isNaN(wall) ? told : tell(wall, form);
	});
}

/** With plain spaces: the narrow one before “PM” makes some phones' messages twice as long. */
function tell(wall: WallClock, { language, clock }: DateForm): string {
	const day = dateTimeFormat(language, DAY).format(wall);
	const time = dateTimeFormat(language, HOURS[clock]).format(wall);
	return `${day}, ${time}`.replaceAll(/\s/g, ' ');
}
