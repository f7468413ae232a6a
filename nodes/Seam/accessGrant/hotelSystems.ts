import type { AccessGrantRequest } from '../../shared/api/accessGrants';
import { getAccessSystem, listEntrances } from '../../shared/api/entrances';
import { getSpace } from '../../shared/api/spaces';
import { Refusal } from '../../shared/refusal';
import type { Entrance } from '../../shared/schema/entrance';
import type { Run } from '../operation';

/** Access systems whose guest grants need a reservation key (Seam: Granting Access), by their type. */
const HOTEL_SYSTEMS: Readonly<Record<string, string>> = {
	assa_abloy_vostio: 'ASSA ABLOY Vostio',
	dormakaba_ambiance_site: 'dormakaba Ambiance',
	dormakaba_community_site: 'dormakaba Community',
	salto_space_system: 'Salto Space',
	visionline_system: 'Visionline',
};

/**
 * A grant that opens a hotel's doors needs a reservation key. What can't be read here is left for Seam to judge.
 *
 * @throws Refusal naming the entrance and its system, before anything is changed
 */
export async function refuseHotelWithoutReservation(
	run: Run,
	request: AccessGrantRequest,
): Promise<void> {
	if (request.reservation_key !== undefined) return;
	const systems = new Map<string, Entrance>();
	for (const entrance of await entrancesOf(run, request)) {
		if (entrance.acs_system_id) systems.set(entrance.acs_system_id, entrance);
	}
	for (const [systemId, entrance] of systems) {
		const system = await ifReadable(getAccessSystem(run, systemId));
		const name = HOTEL_SYSTEMS[system?.external_type ?? system?.system_type ?? ''];
		if (name === undefined) continue;
		throw new Refusal(
			`'Reservation Key' is missing: entrance '${entrance.display_name ?? entrance.acs_entrance_id}' belongs to ${name}, which issues keys for a reservation only`,
			{
				parameter: 'additionalFields.reservationKey',
				fix: "Give the ID of the booking in 'Reservation Key', under 'Additional Fields'.",
			},
		);
	}
}

/** The entrances that the request names, and those of its spaces. */
async function entrancesOf(run: Run, request: AccessGrantRequest): Promise<Entrance[]> {
	const { acs_entrance_ids, space_ids = [], space_keys = [] } = request;
	const found: Entrance[] = [];
	if (acs_entrance_ids) {
		found.push(...((await ifReadable(listEntrances(run, { acs_entrance_ids }))) ?? []));
	}
	const keyed: string[] = [];
	for (const space_key of space_keys) {
		const space = await ifReadable(getSpace(run, { space_key }));
		if (space) keyed.push(space.space_id);
	}
	for (const space_id of [...space_ids, ...keyed]) {
		found.push(...((await ifReadable(listEntrances(run, { space_id }))) ?? []));
	}
	return found;
}

/** Null if it could not be read: a key may not have the right to, and the grant does not depend on it. */
async function ifReadable<T>(reading: Promise<T>): Promise<T | null> {
	return await reading.then(
		(read) => read,
		() => null,
	);
}
