import type { Device } from '../../schema/device';
import type { CodeFamily } from '../types';
import type { DeviceProblem, Severity } from './problem';

/**
 * What the capability flags say: absent is not supported, false is supported by the model and not working now
 * (Seam: device and system capabilities).
 */
export function capabilityProblems(device: Device): DeviceProblem[] {
	const online = device.can_program_online_access_codes;
	const offline = device.can_program_offline_access_codes;
	if (online == null && offline == null) {
		return [
			{
				code: 'access_codes_not_supported',
				severity: 'error',
				message: 'This device takes neither online nor offline access codes',
				fix: 'Choose a lock with a keypad that Seam can manage access codes on.',
			},
		];
	}
	return [
		...(online === false ? [notWorking('online', offline === true ? 'warning' : 'error')] : []),
		...(offline === false ? [notWorking('offline', online === true ? 'info' : 'error')] : []),
	];
}

function notWorking(family: CodeFamily, severity: Severity): DeviceProblem {
	return {
		code: `${family}_access_codes_not_working`,
		severity,
		message: `This model takes ${family} access codes, but this device can't take any now`,
		fix:
			family === 'online'
				? 'Check that its keypad and its bridge, gateway or Wi-Fi are set up and connected.'
				: "Check the set-up of the lock in the maker's app, and whether the account may make offline codes.",
	};
}
