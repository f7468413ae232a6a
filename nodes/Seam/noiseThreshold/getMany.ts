import { listNoiseThresholds } from '../../shared/api/noiseThresholds';
import { noiseSensorField } from '../../shared/ui/climateAndNoiseFields';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { readDeviceId, readLimit } from '../parameters';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the noise thresholds of a sensor',
	action: 'Get many noise thresholds',
	effect: 'read',
	fields: [noiseSensorField, returnAllField, limitField],
	execute: async (run, item) => {
		const limit = readLimit(item);
		const deviceId = await readDeviceId(run, item);
		return outcomes(await listNoiseThresholds(run, deviceId, limit));
	},
};
