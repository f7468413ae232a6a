import { z } from 'zod';

import { openObject, tolerant } from './tolerant';

/** How loud it may be between two times of day, before a noise sensor tells. */
export const noiseThresholdSchema = openObject({
	noise_threshold_id: z.string(),
	device_id: tolerant(z.string()),
	name: tolerant(z.string()),
	/** Such as `22:00:00[Europe/Rome]`. */
	starts_daily_at: tolerant(z.string()),
	ends_daily_at: tolerant(z.string()),
	noise_threshold_decibels: tolerant(z.number()),
	/** The Noise Risk Score, which only NoiseAware's sensors have. */
	noise_threshold_nrs: tolerant(z.number()),
});

export type NoiseThreshold = z.infer<typeof noiseThresholdSchema>;
