import { z } from 'zod';

import { openObject, tolerant } from './tolerant';

/** Devices and entrances that belong together, such as the doors of one listing. */
export const spaceSchema = openObject({
	space_id: z.string(),
	space_key: tolerant(z.string()),
	name: tolerant(z.string()),
	customer_key: tolerant(z.string()),
	device_count: tolerant(z.number()),
	acs_entrance_count: tolerant(z.number()),
	customer_data: tolerant(openObject({ time_zone: tolerant(z.string()) })),
});

export type Space = z.infer<typeof spaceSchema>;
