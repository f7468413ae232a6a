import { getAccessCode, handBackAccessCode } from '../../shared/api/accessCodes';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { refuseOffline } from './refuseOffline';

export const handBack: Operation = {
	name: 'Hand Back',
	description: 'Leave a code on its lock and have Seam stop managing it',
	action: 'Hand back access code',
	effect: 'change',
	fields: [
		{
			...accessCodeIdField,
			hint: 'The PIN keeps working, but Seam no longer changes it, checks it or takes it off the lock',
		},
	],
	execute: async (run, item) => {
		// Seam limits changes per device, so the device must be known.
		const code = await getAccessCode(run, item.text('accessCodeId'));
		refuseOffline(code, 'Leave it as it is: it needs nobody to manage it.');
		await handBackAccessCode(run, code);
		const { access_code_id, device_id } = code;
		return outcomes({ success: true, access_code_id, device_id });
	},
};
