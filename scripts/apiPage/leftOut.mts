// Why a path of Seam's is not in the package.

const SIMULATED =
	'Only in Seam’s sandbox workspaces; for development there is the [local Seam](../sandbox/README.md)';
const CARDS = 'A card is encoded by a person at an encoder, not by a workflow';
const ACCESS_SYSTEMS =
	'The inner parts of access control systems; access grants do with them what a booking needs';
const OUTSIDE =
	'Made in an access system without Seam; the package gives access, and leaves alone what it did not give';
const SAME_AS_DEVICES = 'The same devices as `/devices/…`';
const SET_UP_ONCE = 'Set up once for a home, in Seam Console or the maker’s app';
const HVAC = 'Thermostat: Set HVAC Mode does the same with `set_hvac_mode`';
const PEOPLE = 'An access grant makes its user identity from the guest’s name by itself';

/** Beginnings of paths and why; the longest one that fits a path counts. */
const REASONS: Record<string, string> = {
	'/access_codes/unmanaged/update': 'Unmanaged Access Code: Convert to Managed does the same',
	'/access_grants/unmanaged/': OUTSIDE,
	'/access_methods/assign_card': CARDS,
	'/access_methods/encode': CARDS,
	'/access_methods/get_related': 'Access Grant: Get Related gives what belongs to a grant',
	'/access_methods/unlock_door': 'The guest opens the door with it; a host has Lock: Unlock',
	'/access_methods/unmanaged/': OUTSIDE,
	'/acs/': ACCESS_SYSTEMS,
	'/acs/encoders/': CARDS,
	'/action_attempts/list': 'Each action gives the ID by which Action Attempt: Get finds it',
	'/client_sessions/':
		'For web pages that show Seam’s components to their visitors; a workflow has a key of its own',
	'/customers/':
		'Customers, staff and portals of a partner; a host has the reservations (Reservation)',
	'/customers/create_portal': 'A page for people; Seam Console makes its link',
	'/devices/list_device_providers':
		'A list of makers for sign-up pages; [Lock families](lock-families.md) says what the package does for each',
	'/devices/unmanaged/get': 'Seam tells little of a device that it does not manage',
	'/instant_keys/': 'A mobile key’s link is part of its access method',
	'/locks/get': SAME_AS_DEVICES,
	'/locks/list': SAME_AS_DEVICES,
	'/noise_sensors/list': SAME_AS_DEVICES,
	'/phones/': 'For Seam’s mobile SDK',
	'/spaces/add_acs_entrances': ACCESS_SYSTEMS,
	'/spaces/add_connected_account': SET_UP_ONCE,
	'/spaces/get_related':
		'Access Grant, Access Method and Entrance: Get Many, filtered by the space, give most of it; which devices a space has, Seam Console shows',
	'/spaces/remove_acs_entrances': ACCESS_SYSTEMS,
	'/spaces/remove_connected_account': SET_UP_ONCE,
	'/thermostats/cool': HVAC,
	'/thermostats/create_climate_preset': SET_UP_ONCE,
	'/thermostats/daily_programs/': SET_UP_ONCE,
	'/thermostats/delete_climate_preset': SET_UP_ONCE,
	'/thermostats/heat': HVAC,
	'/thermostats/heat_cool': HVAC,
	'/thermostats/off': HVAC,
	'/thermostats/set_fallback_climate_preset': SET_UP_ONCE,
	'/thermostats/set_fan_mode': 'Part of a climate preset',
	'/thermostats/set_temperature_threshold': SET_UP_ONCE,
	'/thermostats/update_climate_preset': SET_UP_ONCE,
	'/thermostats/update_weekly_program': SET_UP_ONCE,
	'/user_identities/': PEOPLE,
	'/user_identities/unmanaged/': OUTSIDE,
	'/webhooks/update': 'Seam Trigger deletes its webhook and makes a new one instead',
	'/workspaces/create': 'Workspaces are made in Seam Console',
	'/workspaces/reset_sandbox': SIMULATED,
	'/workspaces/update': 'Workspaces are changed in Seam Console',
};

/** Why a path is left out; undefined if nobody has said so. */
export function reasonFor(path: string): string | undefined {
	if (path.includes('/simulate/')) return SIMULATED;
	const longest = Object.keys(REASONS)
		.filter((beginning) => path.startsWith(beginning))
		.sort((a, b) => b.length - a.length)[0];
	return REASONS[longest];
}

/** The beginnings of paths for which there is a reason. */
export const reasonedBeginnings: readonly string[] = Object.keys(REASONS);
