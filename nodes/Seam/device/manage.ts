import { deviceFound, lookUpName } from '../../shared/api/deviceByName';
import {
	getUnmanagedDevice,
	listUnmanagedDevices,
	manageDevice,
} from '../../shared/api/unmanagedDevices';
import { unmanagedDeviceField } from '../../shared/ui/deviceField';
import { outcomes, type Operation } from '../operation';

export const manage: Operation = {
	name: 'Manage',
	description: 'Have Seam manage a device that it knows, so that it can be given codes',
	action: 'Manage device',
	effect: 'change',
	fields: [unmanagedDeviceField],
	execute: async (run, item) => {
		const reference = item.device();
		const { device_id } =
			'device_id' in reference
				? reference
				: deviceFound(
						reference.name,
						await lookUpName(reference.name, {
							get: async () => await getUnmanagedDevice(run, reference),
							list: async () => await listUnmanagedDevices(run, {}),
						}),
					);
		await manageDevice(run, device_id);
		return outcomes({ success: true, device_id });
	},
};
