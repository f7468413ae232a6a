import { createNoiseThreshold } from '../../shared/api/noiseThresholds';
import { Refusal } from '../../shared/refusal';
import { choice, choiceField, collectionField } from '../../shared/ui/fieldKinds';
import { noiseSensorField } from '../../shared/ui/climateAndNoiseFields';
import { readWait, waitFields } from '../deviceAction';
import { outcomes, type Operation } from '../operation';
import { given, readDeviceId } from '../parameters';
import { zoneOfDevices } from '../times';
import {
	checkTimeOfDay,
	decibelsField,
	endField,
	nrsField,
	optionalDailyTime,
	startField,
	thresholdNameField,
} from './fields';
import { untilTaken } from './taken';

export const create: Operation = {
	name: 'Create',
	description: 'Have a noise sensor tell when it is louder than allowed at a time of day',
	action: 'Create noise threshold',
	effect: 'change',
	fields: [
		noiseSensorField,
		{ ...startField, required: true },
		{ ...endField, required: true },
		choiceField('Measured In', 'measuredIn', 'decibels', [
			choice('Decibels', 'decibels'),
			choice('Noise Risk Score', 'nrs', "NoiseAware's own measure, for its sensors only"),
		]),
		{ ...decibelsField, displayOptions: { show: { measuredIn: ['decibels'] } } },
		{ ...nrsField, displayOptions: { show: { measuredIn: ['nrs'] } } },
		collectionField('Additional Fields', 'additionalFields', [thresholdNameField]),
		...waitFields('Whether to wait until the sensor has taken the threshold'),
	],
	execute: async (run, item) => {
		for (const name of ['startsDailyAt', 'endsDailyAt']) {
			item.text(name);
			checkTimeOfDay(item, name);
		}
		const loudness =
			item.choice('measuredIn') === 'nrs'
				? { noise_threshold_nrs: item.number('noiseThresholdNrs') }
				: { noise_threshold_decibels: item.number('noiseThresholdDecibels') };
		const name = item.collection('additionalFields').optionalText('name');
		const seconds = readWait(item);
		const device_id = await readDeviceId(run, item);
		const zone = async () => await zoneOfDevices(run, [device_id]);
		const starts_daily_at = (await optionalDailyTime(item, 'startsDailyAt', zone)) ?? '';
		const ends_daily_at = (await optionalDailyTime(item, 'endsDailyAt', zone)) ?? '';
		if (starts_daily_at === ends_daily_at) {
			throw new Refusal("'Ends Daily At' is the same as 'Starts Daily At'", {
				parameter: 'endsDailyAt',
				fix: 'Give another end; earlier than the start means the next morning.',
			});
		}
		const { noise_threshold: threshold, action_attempt: begun } = await createNoiseThreshold(
			run,
			given({ device_id, starts_daily_at, ends_daily_at, ...loudness, name }),
		);
		await untilTaken(run, begun, device_id, seconds);
		return outcomes(threshold);
	},
};
