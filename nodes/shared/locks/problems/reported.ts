import type { Device } from '../../schema/device';
import { REQUIREMENTS } from '../requirements';
import { ADVICE } from './advice';
import type { DeviceProblem, Severity } from './problem';

/**
 * What Seam itself reports in `errors` and `warnings` of the device. Codes that this package does not know pass
 * through by name, so that a new one is never hidden.
 */
export function reportedProblems(device: Device): DeviceProblem[] {
	return [
		...(device.errors ?? []).map((error) => reported(error.error_code, error.message, 'error')),
		...(device.warnings ?? []).map((warning) =>
			reported(warning.warning_code, warning.message, 'warning'),
		),
	];
}

function reported(
	code: string,
	saidBySeam: string | null | undefined,
	severity: Severity,
): DeviceProblem {
	const advice = ADVICE.get(code) ?? REQUIREMENTS.find((requirement) => requirement.code === code);
	return {
		code,
		severity: advice?.severity ?? severity,
		message: saidBySeam || advice?.meaning || `Seam reports '${code}' without further words`,
		fix: advice?.fix ?? 'Open the device in Seam Console and follow what it says there.',
	};
}
