import type { Device } from '../../schema/device';
import { offsetAt } from '../../time/zone';
import { capacityOf } from '../facts/capacity';
import { clockDrift } from '../facts/clockDrift';
import { impossibleZones } from '../facts/zone';
import type { Window } from '../fitting/windowShape';
import { REQUIREMENTS, missingRequirements } from '../requirements';
import type { PlanWarning } from '../types';
import { ADVICE } from './advice';
import { inOrder, sentenceOf, type DeviceProblem } from './problem';
import { reportedProblems } from './reported';

/** Seam's warnings of a clock that makes a code work at other times than asked for. */
const ABOUT_THE_CLOCK = ['time_zone_unknown', 'time_zone_mismatch'];

/** What a booking has to know of the lock, whichever kind of code it gets. */
export function deviceWarnings(device: Device): PlanWarning[] {
	// What stops a kind of code stands in `rejected`.
	const lacking = missingRequirements(device).filter(
		({ stops, severity }) => stops.length === 0 && severity !== 'info',
	);
	return [
		...impossibleZones(device).map(({ zone, source }) => ({
			code: 'impossible_time_zone',
			message: `The time zone “${zone}” (${source}) does not exist and was left out.`,
		})),
		...inOrder(reportedProblems(device).filter(needsAPerson)).map(warningOf),
		...lacking.map(({ code, meaning, fix }) => warningOf({ code, message: meaning, fix })),
		...(capacityOf(device) === null ? [CAPACITY_UNKNOWN] : []),
	];
}

const CAPACITY_UNKNOWN: PlanWarning = {
	code: 'capacity_unknown',
	message:
		'Seam does not tell how many codes this lock holds, so it was not checked whether it is full.',
};

const warningOf = ({ code, message, fix }: Omit<DeviceProblem, 'severity'>): PlanWarning => ({
	code,
	message: sentenceOf(message, fix),
});

/** Whether codes fail until somebody does something. What a lock lacks is told by its requirement. */
function needsAPerson({ code, severity }: DeviceProblem): boolean {
	const isRequirement = REQUIREMENTS.some((requirement) => requirement.code === code);
	return severity === 'error' && !isRequirement && ADVICE.get(code)?.passes !== true;
}

/** What makes a time-bound online code work at other times than asked for; times are those of `zone`. */
export function clockWarnings(
	device: Device,
	{ start, end }: Window,
	zone: string | null,
): PlanWarning[] {
	const warnings: PlanWarning[] = reportedProblems(device)
		.filter(({ code }) => ABOUT_THE_CLOCK.includes(code))
		.map(warningOf);
	const crossesClockChange = offsetAt(start, zone) !== offsetAt(end, zone);
	if (device.device_type === 'schlage_lock' && (crossesClockChange || zone === null)) {
		warnings.push({
			code: 'schlage_daylight_saving',
			message:
				'Schlage locks can shift a schedule by an hour if the clocks change during the stay. Seam lengthens such codes by an hour, and may report them as modified outside Seam.',
		});
	}
	const drift = clockDrift(device, zone, start);
	if (drift !== null) warnings.push(warningOf({ code: 'clock_offset_mismatch', ...drift }));
	return warnings;
}
