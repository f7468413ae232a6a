// Access systems and their doors: one of an office, one of a hotel.
import { WORKSPACE_ID } from '../credentials.mts';
import { fixedId } from '../ids.mts';
import type { EntranceRecord, SystemRecord } from '../life/grants/records.mts';
import { accountIdOf } from '../portfolio.mts';

interface SystemTemplate {
	alias: string;
	name: string;
	type: string;
	provider: string;
	zone: string;
}

interface EntranceTemplate {
	alias: string;
	name: string;
	system: string;
	flags: Record<string, boolean>;
	metadata: Record<string, unknown>;
}

const SYSTEMS: SystemTemplate[] = [
	{ alias: 'brivo', name: 'Office', type: 'brivo_account', provider: 'brivo', zone: 'US/Pacific' },
	{
		alias: 'visionline',
		name: 'Grand Hotel',
		type: 'visionline_system',
		provider: 'visionline',
		zone: 'Europe/Rome',
	},
];

const ENTRANCES: EntranceTemplate[] = [
	{
		alias: 'office_lobby',
		name: 'Office Lobby',
		system: 'brivo',
		flags: {
			can_unlock_with_card: true,
			can_unlock_with_code: true,
			can_unlock_with_mobile_key: true,
			can_unlock_with_cloud_key: true,
			can_belong_to_reservation: false,
		},
		metadata: { brivo_metadata: { access_point_id: '17', site_id: 4, site_name: 'Office' } },
	},
	{
		alias: 'hotel_room',
		name: 'Room 204',
		system: 'visionline',
		flags: {
			can_unlock_with_card: true,
			can_unlock_with_code: false,
			can_unlock_with_mobile_key: true,
			can_unlock_with_cloud_key: false,
			can_belong_to_reservation: true,
		},
		metadata: { visionline_metadata: { door_category: 'guest', door_name: '204' } },
	},
];

/** An entrance and its system have the same ids in every run. */
export const entranceIdOf = (alias: string): string => fixedId(`entrance:${alias}`);
export const systemIdOf = (alias: string): string => fixedId(`system:${alias}`);

const accountOf = (alias: string): string =>
	accountIdOf(SYSTEMS.find((system) => system.alias === alias)!.provider, WORKSPACE_ID);

export const buildSystems = (now: string): SystemRecord[] =>
	SYSTEMS.map(({ alias, name, type, zone }) => ({
		acs_system_id: systemIdOf(alias),
		workspace_id: WORKSPACE_ID,
		connected_account_id: accountOf(alias),
		connected_account_ids: [accountOf(alias)],
		created_at: now,
		name,
		external_type: type,
		external_type_display_name: name,
		system_type: type,
		system_type_display_name: name,
		image_alt_text: name,
		image_url: 'https://connect.getseam.com/assets/system.png',
		is_credential_manager: false,
		location: { time_zone: zone },
		errors: [],
		warnings: [],
	}));

export const buildEntrances = (now: string): EntranceRecord[] =>
	ENTRANCES.map(({ alias, name, system, flags, metadata }) => ({
		acs_entrance_id: entranceIdOf(alias),
		acs_system_id: systemIdOf(system),
		connected_account_id: accountOf(system),
		workspace_id: WORKSPACE_ID,
		created_at: now,
		display_name: name,
		...flags,
		...metadata,
		errors: [],
		warnings: [],
	}));
