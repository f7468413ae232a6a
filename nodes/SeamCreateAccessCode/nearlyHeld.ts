import { PlanRefusal } from '../shared/accessCode/planning/planRefusal';
import { LONGEST_TITLE } from '../shared/api/shortTitle';

/**
 * A refusal of a stay that the lock holds but for some minutes says so in one line, with the one setting that makes it
 * fit: “This lock holds codes from 15:30 to 10:30; add the option 'May Be Shorter By (Minutes)': 30”. It names no field, as
 * the code may begin later as well as end earlier. Other errors unchanged.
 */
export function withSettingInTitle(error: unknown): unknown {
	if (!(error instanceof PlanRefusal) || error.nearlyHeld === undefined) return error;
	const { refusal, holds, minutes, works } = error.nearlyHeld;
	const lock = error.message.slice(0, error.message.indexOf(refusal));
	const setting = `; add the option 'May Be Shorter By (Minutes)': ${minutes}`;
	const isShort = `${lock}${holds}${setting}`.length <= LONGEST_TITLE;
	error.parameter = undefined;
	error.message = `${lock}${isShort ? holds : "The lock can't hold exactly this stay"}${setting}`;
	error.fix = `You find it under Options. The code then works ${works}.`;
	if (!isShort) error.fix += ` Why: ${holds}.`;
	return error;
}
