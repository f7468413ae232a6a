import { getNoiseThreshold, updateNoiseThreshold } from '../../shared/api/noiseThresholds';
import { noiseSensorField } from '../../shared/ui/climateAndNoiseFields';
import { collectionField } from '../../shared/ui/fieldKinds';
import { readWait, waitFields } from '../deviceAction';
import { outcomes, type Operation } from '../operation';
import { given, readDeviceId, refuseNoChange } from '../parameters';
import { zoneOfDevices } from '../times';
import {
	checkTimeOfDay,
	decibelsField,
	endField,
	nrsField,
	optionalDailyTime,
	readLoudness,
	startField,
	thresholdIdField,
	thresholdNameField,
} from './fields';
import { untilTaken } from './taken';

export const update: Operation = {
	name: 'Update',
	description: 'Change the loudness or the hours of a noise threshold',
	action: 'Update noise threshold',
	effect: 'change',
	fields: [
		noiseSensorField,
		thresholdIdField,
		collectionField('Update Fields', 'updateFields', [
			endField,
			thresholdNameField,
			decibelsField,
			nrsField,
			startField,
		]),
		...waitFields('Whether to wait until the sensor has taken the change'),
	],
	execute: async (run, item) => {
		const noise_threshold_id = item.text('noiseThresholdId');
		const fields = item.collection('updateFields');
		checkTimeOfDay(fields, 'startsDailyAt');
		checkTimeOfDay(fields, 'endsDailyAt');
		const settings = given({ name: fields.optionalText('name'), ...readLoudness(fields) });
		const times = given({
			starts_daily_at: fields.textIfAny('startsDailyAt'),
			ends_daily_at: fields.textIfAny('endsDailyAt'),
		});
		refuseNoChange({ ...settings, ...times });
		const seconds = readWait(item);

		const device_id = await readDeviceId(run, item);
		const zone = async () => await zoneOfDevices(run, [device_id]);
		const changes = given({
			...settings,
			starts_daily_at: await optionalDailyTime(fields, 'startsDailyAt', zone),
			ends_daily_at: await optionalDailyTime(fields, 'endsDailyAt', zone),
		});
		const threshold = { device_id, noise_threshold_id };
		const { action_attempt: begun } = await updateNoiseThreshold(run, threshold, changes);
		await untilTaken(run, begun, device_id, seconds);
		return outcomes(await getNoiseThreshold(run, noise_threshold_id));
	},
};
