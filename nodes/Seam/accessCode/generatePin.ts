import { generatePin as askForPin } from '../../shared/api/accessCodes';
import { deviceField } from '../../shared/ui/deviceField';
import { outcomes, type Operation } from '../operation';
import { readDeviceId } from '../parameters';

export const generatePin: Operation = {
	name: 'Generate PIN',
	description: 'Have Seam propose a PIN that the lock takes, without programming it',
	action: 'Generate PIN',
	effect: 'read',
	fields: [deviceField],
	execute: async (run, item) => {
		const deviceId = await readDeviceId(run, item);
		return outcomes(await askForPin(run, deviceId));
	},
};
