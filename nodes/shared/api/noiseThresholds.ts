import { z } from 'zod';

import { actionAttemptSchema } from '../schema/actionAttempt';
import { noiseThresholdSchema } from '../schema/noiseThreshold';
import { tolerant } from '../schema/tolerant';
import { answerWith, endpoint, listEndpoint } from './endpoint';

export interface NoiseThresholdChanges {
	name?: string;
	/** `22:00:00[Europe/Rome]`. */
	starts_daily_at?: string;
	ends_daily_at?: string;
	noise_threshold_decibels?: number;
	noise_threshold_nrs?: number;
}

/** The body of `POST /noise_sensors/noise_thresholds/create`. */
export interface NoiseThresholdRequest extends NoiseThresholdChanges {
	device_id: string;
	starts_daily_at: string;
	ends_daily_at: string;
}

/** A threshold is named by its ID and its sensor. */
export interface NoiseThresholdReference {
	device_id: string;
	noise_threshold_id: string;
}

/** What Seam has begun on the sensor, if it says so. */
const begun = { action_attempt: tolerant(actionAttemptSchema) };
const begunAnswer = z.object(begun);

export const createNoiseThreshold = endpoint((request: NoiseThresholdRequest) => ({
	path: '/noise_sensors/noise_thresholds/create',
	body: request,
	schema: z.object({ noise_threshold: noiseThresholdSchema, ...begun }),
	subject: 'a new noise threshold',
	isRepeatable: false,
}));

export const getNoiseThreshold = endpoint((noise_threshold_id: string) => ({
	path: '/noise_sensors/noise_thresholds/get',
	body: { noise_threshold_id },
	schema: answerWith('noise_threshold', noiseThresholdSchema),
	isRepeatable: true,
}));

export const listNoiseThresholds = listEndpoint((device_id: string) => ({
	path: '/noise_sensors/noise_thresholds/list',
	body: { device_id },
	field: 'noise_thresholds',
	record: noiseThresholdSchema,
	subject: `the list of noise thresholds of device ${device_id}`,
}));

const subjectOf = ({ noise_threshold_id: id }: NoiseThresholdReference) => `noise threshold ${id}`;

export const updateNoiseThreshold = endpoint(
	(threshold: NoiseThresholdReference, changes: NoiseThresholdChanges) => ({
		path: '/noise_sensors/noise_thresholds/update',
		body: { ...threshold, ...changes },
		schema: begunAnswer,
		subject: subjectOf(threshold),
		isRepeatable: false,
	}),
);

export const deleteNoiseThreshold = endpoint((threshold: NoiseThresholdReference) => ({
	path: '/noise_sensors/noise_thresholds/delete',
	body: threshold,
	schema: begunAnswer,
	subject: subjectOf(threshold),
	isRepeatable: true,
}));
