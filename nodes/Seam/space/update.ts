import { getSpace, updateSpace, type SpaceChanges } from '../../shared/api/spaces';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
import { severalDevicesField, severalEntrancesField } from '../../shared/ui/severalField';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { given, refuseNoChange } from '../parameters';
import {
	addressField,
	checkInField,
	checkOutField,
	readContents,
	readSpace,
	spaceFields,
	zoneField,
} from './fields';
import { simplifiedSpaces } from './summary';

export const update: Operation = {
	name: 'Update',
	description: 'Change the name, the doors or the usual times of a space',
	action: 'Update space',
	effect: 'change',
	fields: [
		...spaceFields,
		collectionField('Update Fields', 'updateFields', [
			addressField,
			checkInField,
			checkOutField,
			{
				...severalDevicesField('Device Names or IDs', 'devices', 'All devices of the space'),
				hint: 'They replace all devices that the space has. To add some, use Space → Add Devices.',
			},
			{
				...severalEntrancesField(
					'Entrance Names or IDs',
					'entranceIds',
					'All entrances of an access system that belong to the space',
				),
				hint: 'They replace all entrances that the space has',
			},
			textField('Name', 'name', 'What the space is called in Seam'),
			zoneField,
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const space = readSpace(item);
		const fields = item.collection('updateFields');
		const changes: SpaceChanges = given({
			name: fields.textIfAny('name'),
			...(await readContents(run, fields)),
		});
		refuseNoChange(changes);
		await updateSpace(run, space, changes);
		return simplifiedSpaces(item, await getSpace(run, space));
	},
};
