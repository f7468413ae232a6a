import { z } from 'zod';

import { openObject, tolerant } from './tolerant';

/** A door of an access system, such as a hotel's. */
export const entranceSchema = openObject({
	acs_entrance_id: z.string(),
	acs_system_id: tolerant(z.string()),
	display_name: tolerant(z.string()),
});

export type Entrance = z.infer<typeof entranceSchema>;

/** The access system that an entrance belongs to; `system_type` is the older name of `external_type`. */
export const accessSystemSchema = openObject({
	acs_system_id: z.string(),
	external_type: tolerant(z.string()),
	system_type: tolerant(z.string()),
});

export type AccessSystem = z.infer<typeof accessSystemSchema>;
