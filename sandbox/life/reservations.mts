// Reservation Automations: bookings by their keys, out of which grants are made. What can't be made is left out in silence.
import type { World } from '../world.mts';
import { changeGrant, createGrant, deleteGrant } from './grants/grants.mts';
import type { GrantRecord } from './grants/records.mts';
import { addUserIdentity, findPerson } from './userIdentities.mts';

/** A reservation as it was pushed, with whose it is. */
export interface Reservation {
	workspaceId: string;
	customerKey: string;
	data: ReservationData;
}

export interface ReservationData {
	reservation_key: string;
	name?: string;
	user_identity_key?: string;
	starts_at?: string;
	ends_at?: string;
	space_keys?: string[];
	preferred_code?: string;
	[other: string]: unknown;
}

export interface GuestData {
	user_identity_key: string;
	name: string;
	email_address?: string;
	phone_number?: string;
}

type Owner = Pick<Reservation, 'workspaceId' | 'customerKey'>;

/** A guest with the email address of someone else is skipped, and so are that guest's reservations. */
export function pushGuest(world: World, { workspaceId }: Owner, guest: GuestData): void {
	const { user_identity_key: key, name: full_name, ...contact } = guest;
	const known = findPerson(world, workspaceId, (person) => person.user_identity_key === key);
	const email = contact.email_address;
	const namesake = findPerson(
		world,
		workspaceId,
		(person) => email !== undefined && person.email_address === email && person !== known,
	);
	if (namesake) return;
	if (known) Object.assign(known, { full_name, display_name: full_name }, contact);
	else addUserIdentity(world, workspaceId, { user_identity_key: key, full_name, ...contact });
}

export function pushReservation(world: World, owner: Owner, data: ReservationData): void {
	const { workspaceId } = owner;
	const known = reservationOf(world, workspaceId, data.reservation_key);
	const all = { ...known?.data, ...data };
	if (known) known.data = all;
	else world.reservations.push({ ...owner, data: all });
	const spaces = spacesOf(world, workspaceId, all.space_keys ?? []);
	const guestKey = all.user_identity_key;
	const person = findPerson(
		world,
		workspaceId,
		({ user_identity_key: key }) => guestKey !== undefined && key === guestKey,
	);
	const isSkipped = guestKey !== undefined && !person;
	const deviceIds = [...world.devices.values()]
		.filter(({ device }) => spaces.some(({ space_id: id }) => device.space_ids.includes(id)))
		.map(({ device }) => device.device_id);
	const entranceIds = spaces.flatMap((space) => space.acs_entrance_ids);
	if (isSkipped || deviceIds.length + entranceIds.length === 0) return;
	const [grant] = grantsOf(world, workspaceId, data.reservation_key);
	if (grant) {
		changeGrant(world, grant, { name: data.name, startsAt: data.starts_at, endsAt: data.ends_at });
		return;
	}
	createGrant(world, {
		workspaceId,
		userIdentityId: (person ?? addUserIdentity(world, workspaceId, {})).user_identity_id,
		methods: [
			{ mode: 'code', ...(all.preferred_code !== undefined && { code: all.preferred_code }) },
		],
		deviceIds,
		entranceIds,
		spaceIds: spaces.map(({ space_id: id }) => id),
		name: all.name,
		startsAt: all.starts_at,
		endsAt: all.ends_at,
		reservationKey: all.reservation_key,
		customerKey: owner.customerKey,
	});
}

/** Ends the access that the reservation was given; one that is gone already is no fault. */
export function deleteReservation(world: World, workspaceId: string, key: string): void {
	for (const grant of grantsOf(world, workspaceId, key)) deleteGrant(world, grant);
	world.reservations = world.reservations.filter(
		(one) => one.workspaceId !== workspaceId || one.data.reservation_key !== key,
	);
}

const reservationOf = (world: World, workspaceId: string, key: string): Reservation | undefined =>
	world.reservations.find(
		(one) => one.workspaceId === workspaceId && one.data.reservation_key === key,
	);

const grantsOf = (world: World, workspaceId: string, key: string): GrantRecord[] =>
	[...world.accessGrants.values()].filter(
		({ grant }) => grant.workspace_id === workspaceId && grant.reservation_key === key,
	);

const spacesOf = (world: World, workspaceId: string, keys: readonly string[]) =>
	[...world.spaces.values()].filter(
		(space) => space.workspace_id === workspaceId && keys.includes(space.space_key ?? ''),
	);
