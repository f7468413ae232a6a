import type { INodeProperties } from 'n8n-workflow';

import type { SpaceChanges, SpaceDefaults, SpaceReference } from '../../shared/api/spaces';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { Refusal } from '../../shared/refusal';
import { choice, choiceField, requiredTextField, textField } from '../../shared/ui/fieldKinds';
import { spaceField } from '../../shared/ui/recordFields';
import { severalDevicesField } from '../../shared/ui/severalField';
import type { Run } from '../operation';
import { given, type Parameters } from '../parameters';
import { optionalZone } from '../times';

/** A space is named by Seam's ID or by the key that its maker gave it, such as the ID of a listing. */
export const spaceFields: INodeProperties[] = [
	choiceField('Find By', 'findBy', 'id', [
		choice('Space', 'id', 'A space from the list, or one given by its ID'),
		choice('Space Key', 'key', 'The key that you gave the space, such as the ID of your listing'),
	]),
	{
		...spaceField,
		required: true,
		displayOptions: { show: { findBy: ['id'] } },
	},
	{
		...requiredTextField('Space Key', 'spaceKey', 'The key that you gave the space'),
		displayOptions: { show: { findBy: ['key'] } },
	},
];

export const devicesField: INodeProperties = {
	...severalDevicesField('Device Names or IDs', 'devices', 'The devices to work with'),
	required: true,
};

/** What a space holds and says, besides its name; those of `Additional Fields` and of `Update Fields`. */
export const addressField = textField('Address', 'address', 'The postal address of the space');

export const checkInField = textField(
	'Check-In Time',
	'checkInTime',
	'When stays begin if a reservation does not say, on the clock of the space',
	'e.g. 15:00',
);

export const checkOutField = textField(
	'Check-Out Time',
	'checkOutTime',
	'When stays end if a reservation does not say, on the clock of the space',
	'e.g. 11:00',
);

export const zoneField = textField(
	'Time Zone',
	'timeZone',
	'The IANA name of the zone in which the space is',
	'e.g. Europe/Rome',
);

export function readSpace(item: ItemParameters): SpaceReference {
	return item.choice('findBy') === 'key'
		? { space_key: item.text('spaceKey') }
		: { space_id: item.text('spaceId') };
}

/** What a collection says of the space's doors and stays. */
export async function readContents(
	run: Run,
	fields: Parameters,
): Promise<Omit<SpaceChanges, 'name'>> {
	const customer_data: SpaceDefaults = given({
		address: fields.textIfAny('address'),
		default_checkin_time: readTimeOfDay(fields, 'checkInTime'),
		default_checkout_time: readTimeOfDay(fields, 'checkOutTime'),
		time_zone: optionalZone(fields, 'timeZone'),
	});
	const deviceIds = await run.devices.idsOf(run, fields.devices('devices'));
	return given({
		device_ids: deviceIds.length > 0 ? deviceIds : undefined,
		acs_entrance_ids: fields.optionalTexts('entranceIds'),
		customer_data: Object.keys(customer_data).length > 0 ? customer_data : undefined,
	});
}

/** Seam: spaces/create, `default_checkin_time`. */
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

function readTimeOfDay(fields: Parameters, name: string): string | undefined {
	const text = fields.textIfAny(name);
	if (text === undefined || TIME_OF_DAY.test(text)) return text;
	throw new Refusal(`'${fields.label(name)}' is not a time of day`, {
		parameter: fields.path(name),
		fix: 'Give hours and minutes, like 15:00.',
	});
}
