import { spaceSchema } from '../schema/space';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

/** Seam takes the space's ID or the key that its maker gave it. */
export type SpaceReference = { space_id: string } | { space_key: string };

/** What a space says of the stays in it. */
export interface SpaceDefaults {
	address?: string;
	/** `HH:mm` or `HH:mm:ss`. */
	default_checkin_time?: string;
	default_checkout_time?: string;
	/** IANA name. */
	time_zone?: string;
}

/** What may be changed on a space; the lists replace those that it has. */
export interface SpaceChanges {
	name?: string;
	device_ids?: string[];
	acs_entrance_ids?: string[];
	customer_data?: SpaceDefaults;
}

/** The body of `POST /spaces/create`. */
export interface SpaceRequest extends SpaceChanges {
	name: string;
	space_key?: string;
	customer_key?: string;
}

export interface SpaceFilters {
	customer_key?: string;
	/** Matches parts of the name, the key or the customer's key. */
	search?: string;
	space_key?: string;
}

const spaceAnswer = answerWith('space', spaceSchema);

export const createSpace = endpoint((request: SpaceRequest) => ({
	path: '/spaces/create',
	body: request,
	schema: spaceAnswer,
	subject: 'a new space',
	isRepeatable: false,
}));

export const getSpace = endpoint((space: SpaceReference) => ({
	path: '/spaces/get',
	body: space,
	schema: spaceAnswer,
	subject: subjectOf(space),
	isRepeatable: true,
}));

export const listSpaces = listEndpoint((filters: SpaceFilters) => ({
	path: '/spaces/list',
	body: filters,
	field: 'spaces',
	record: spaceSchema,
	subject: 'the list of spaces',
}));

/** Returns nothing: what became of the space is read afterwards. */
export const updateSpace = endpoint((space: SpaceReference, changes: SpaceChanges) => ({
	path: '/spaces/update',
	body: { ...space, ...changes },
	schema: NO_ANSWER,
	subject: subjectOf(space),
	isRepeatable: false,
}));

export const deleteSpace = endpoint((space_id: string) => ({
	path: '/spaces/delete',
	body: { space_id },
	schema: NO_ANSWER,
	isRepeatable: true,
}));

/** A device that is in the space already stays in it, so it does no harm to ask twice. */
export const addDevicesToSpace = endpoint((space_id: string, device_ids: string[]) => ({
	path: '/spaces/add_devices',
	body: { space_id, device_ids },
	schema: NO_ANSWER,
	isRepeatable: true,
}));

export const removeDevicesFromSpace = endpoint((space_id: string, device_ids: string[]) => ({
	path: '/spaces/remove_devices',
	body: { space_id, device_ids },
	schema: NO_ANSWER,
	isRepeatable: true,
}));

function subjectOf(space: SpaceReference): string {
	return 'space_id' in space
		? `space ${space.space_id}`
		: `the space with the key '${space.space_key}'`;
}
