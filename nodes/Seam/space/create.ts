import { createSpace } from '../../shared/api/spaces';
import { collectionField, requiredTextField, textField } from '../../shared/ui/fieldKinds';
import { severalDevicesField, severalEntrancesField } from '../../shared/ui/severalField';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { given } from '../parameters';
import { addressField, checkInField, checkOutField, readContents, zoneField } from './fields';
import { simplifiedSpaces } from './summary';

export const create: Operation = {
	name: 'Create',
	description: 'Group the doors of a listing, a flat or a building',
	action: 'Create space',
	effect: 'change',
	fields: [
		requiredTextField('Name', 'name', 'What the space is called in Seam'),
		collectionField('Additional Fields', 'additionalFields', [
			addressField,
			checkInField,
			checkOutField,
			textField('Customer Key', 'customerKey', 'The customer of yours to whom the space belongs'),
			severalDevicesField('Device Names or IDs', 'devices', 'The devices of the space'),
			severalEntrancesField(
				'Entrance Names or IDs',
				'entranceIds',
				'Entrances of an access system',
			),
			textField(
				'Space Key',
				'spaceKey',
				'A key of yours, such as the ID of the listing; each key can be given once',
			),
			zoneField,
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const more = item.collection('additionalFields');
		const request = given({
			name: item.text('name'),
			space_key: more.textIfAny('spaceKey'),
			customer_key: more.textIfAny('customerKey'),
			...(await readContents(run, more)),
		});
		return simplifiedSpaces(item, await createSpace(run, request));
	},
};
