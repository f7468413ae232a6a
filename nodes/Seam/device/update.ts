import { getDevice, updateDevice } from '../../shared/api/devices';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { deviceField } from '../../shared/ui/deviceField';
import { collectionField, flagField, textField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import { metadataFields, STORED_METADATA } from '../fields';
import type { Operation } from '../operation';
import { given, optionalMetadata, readDeviceId, refuseNoChange } from '../parameters';
import { DEVICE_FIELDS, simplified } from '../simplify';

export const update: Operation = {
	name: 'Update',
	description: 'Change the name, the custom metadata or whether backup codes are kept ready',
	action: 'Update device',
	effect: 'change',
	fields: [
		deviceField,
		collectionField('Update Fields', 'updateFields', [
			...metadataFields(STORED_METADATA, { key: 'floor', value: '2' }),
			flagField(
				'Keep Backup Codes Ready',
				'backupAccessCodePoolEnabled',
				true,
				'Whether backup codes are kept ready on the lock (Seam: backup_access_code_pool_enabled)',
			),
			{
				...textField(
					'Listing ID',
					'listingId',
					"Your booking system's ID of the listing, stored as the custom metadata listing_id",
					'e.g. 4711',
				),
				hint: 'To find the lock by it later: Seam Get Device, with Find By set to Custom Metadata and Metadata Key to listing_id',
			},
			textField('Name', 'name', 'What the device is called in Seam'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const fields = item.collection('updateFields');
		const changes = given({
			name: fields.optionalText('name'),
			custom_metadata: metadataOf(fields),
			backup_access_code_pool_enabled: fields.flag('backupAccessCodePoolEnabled'),
		});
		refuseNoChange(changes);
		const deviceId = await readDeviceId(run, item);
		await updateDevice(run, deviceId, changes);
		const device = await getDevice(run, deviceId);
		return simplified(item, device, DEVICE_FIELDS);
	},
};

/** All values that are to be stored with the device; a listing's ID is one of them. */
function metadataOf(
	fields: ItemParameters<undefined>,
): Record<string, string | boolean> | undefined {
	const listing_id = fields.textIfAny('listingId');
	const others = optionalMetadata(fields);
	return listing_id === undefined ? others : { ...others, listing_id };
}
