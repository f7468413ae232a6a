import type { WaitRecord } from '../shared/accessCode/waiting/waitRecord';
import { USUAL_FORM, type DateForm } from '../shared/time/guestTime';

/** How the item of a wait is written; it says nothing of the wait itself, and travels with its record. */
export interface ShownAs {
	isSimplified: boolean;
	form: DateForm;
}

/** What a wait has that was parked by a version of the package without these choices. */
const AS_EVER: ShownAs = { isSimplified: false, form: USUAL_FORM };

export const shown = (record: WaitRecord, as: ShownAs): WaitRecord & { shownAs: ShownAs } => ({
	...record,
	shownAs: as,
});

export const shownAs = (record: WaitRecord & { shownAs?: ShownAs }): ShownAs =>
	record.shownAs ?? AS_EVER;
