import { isNotFound } from '../../shared/api/seamError';
import { getSpace } from '../../shared/api/spaces';
import { Refusal } from '../../shared/refusal';
import type { Space } from '../../shared/schema/space';
import type { Run } from '../operation';

/** A space of the reservation; null if it could not be read. */
export type ReservedSpace = Space | null;

/**
 * Reads the spaces of a reservation: Seam says nothing if it knows no such space, and the guest then gets no code.
 *
 * @throws Refusal naming a key that no space has
 */
export async function readReservedSpaces(
	run: Run,
	keys: readonly string[],
): Promise<ReservedSpace[]> {
	const spaces: ReservedSpace[] = [];
	for (const space_key of keys) {
		const space = await getSpace(run, { space_key }).catch((error: unknown) =>
			refuseUnknown(error, space_key),
		);
		spaces.push(space);
	}
	return spaces;
}

function refuseUnknown(error: unknown, key: string): null {
	if (!isNotFound(error)) return null;
	throw new Refusal(`'Space Keys': no space has the key '${key}'`, {
		parameter: 'spaceKeys',
		fix: 'Create it first, with the Seam node (Space → Create): Seam would take the reservation and make no code.',
	});
}

/** The zone in which all these spaces are, or null if they differ or one has none. */
export function zoneOfSpaces(spaces: readonly ReservedSpace[]): string | null {
	const zones = new Set(spaces.map((space) => space?.customer_data?.time_zone ?? null));
	return zones.size === 1 ? [...zones][0] : null;
}

/** The keys of spaces in which there is no door to open. */
export const withoutDoors = (spaces: readonly ReservedSpace[]): string[] =>
	spaces.flatMap((space) =>
		space?.device_count === 0 && !space.acs_entrance_count
			? [space.space_key ?? space.space_id]
			: [],
	);
