import { generatePin as askForPin } from '../../shared/api/accessCodes';
import { deviceField } from '../../shared/ui/deviceField';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { readDeviceId } from '../parameters';
import { PROPOSED_PIN_FIELDS, simplified } from '../simplify';

export const generatePin: Operation = {
	name: 'Generate PIN',
	description: 'Have Seam propose a PIN that the lock takes, without programming it',
	action: 'Generate PIN',
	effect: 'read',
	fields: [deviceField, simplifyField],
	execute: async (run, item) => {
		const deviceId = await readDeviceId(run, item);
		const proposed = await askForPin(run, deviceId);
		return simplified(item, proposed, PROPOSED_PIN_FIELDS);
	},
};
