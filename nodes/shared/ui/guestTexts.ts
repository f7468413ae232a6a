import { formatForGuests, withGuestTimes, type DateForm } from '../time/guestTime';
import type { Instant } from '../time/instant';

/** A window in the words of a message to a guest, beside the ISO times: `starts_at_text`, `ends_at_text`. */
export function windowTexts(
	{ start, end }: { start: Instant | null; end: Instant | null },
	timeZone: string | null,
	form: DateForm,
) {
	const tell = (at: Instant | null) => (at === null ? null : formatForGuests(at, timeZone, form));
	return { starts_at_text: tell(start), ends_at_text: tell(end) };
}

/** What a guest must know, with its times in the form of the rest of the message. */
export const guestTexts = (sentences: readonly string[], form: DateForm): string[] =>
	sentences.map((sentence) => withGuestTimes(sentence, form));
