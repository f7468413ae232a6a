import type { Outcome } from '../../shared/api/eachItem';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import type { Space } from '../../shared/schema/space';
import { simplified } from '../simplify';

const FIELDS = [
	'name',
	'space_key',
	'space_id',
	'customer_key',
	'device_count',
	'acs_entrance_count',
	'address',
	'time_zone',
	'default_checkin_time',
	'default_checkout_time',
] as const;

/** Seam keeps in `customer_data` where a space is and when its stays begin and end. */
export function simplifiedSpaces(
	item: ItemParameters,
	spaces: Space | readonly Space[],
): Outcome[] {
	return simplified(item, spaces, FIELDS, (space) => ({ ...space.customer_data, ...space }));
}
