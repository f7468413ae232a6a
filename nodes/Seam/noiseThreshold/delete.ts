import { deleteNoiseThreshold } from '../../shared/api/noiseThresholds';
import { noiseSensorField } from '../../shared/ui/climateAndNoiseFields';
import { deletedOrGone } from '../deletedOrGone';
import { readWait, waitFields } from '../deviceAction';
import type { Operation } from '../operation';
import { readDeviceId } from '../parameters';
import { thresholdIdField } from './fields';
import { untilTaken } from './taken';

export const deleteThreshold: Operation = {
	name: 'Delete',
	description: 'Take a noise threshold off its sensor',
	action: 'Delete noise threshold',
	effect: 'delete',
	fields: [
		noiseSensorField,
		thresholdIdField,
		...waitFields('Whether to wait until the sensor has dropped the threshold'),
	],
	execute: async (run, item) => {
		const noise_threshold_id = item.text('noiseThresholdId');
		const seconds = readWait(item);
		const device_id = await readDeviceId(run, item);
		const deletion = async () => {
			const { action_attempt: begun } = await deleteNoiseThreshold(run, {
				device_id,
				noise_threshold_id,
			});
			await untilTaken(run, begun, device_id, seconds);
		};
		return await deletedOrGone(deletion());
	},
};
