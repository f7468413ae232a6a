import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { getDevice, updateDevice } from '../../shared/api/devices';
import { deviceField } from '../../shared/ui/deviceField';
import { simplifyField } from '../../shared/ui/simplifyField';
import { metadataField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, optionalMetadata, readDeviceId, refuseNoChange } from '../parameters';
import { DEVICE_FIELDS, simplified } from '../simplify';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['device'], operation: ['update'] } },
	[
		deviceField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Backup Access Code Pool Enabled',
					name: 'backupAccessCodePoolEnabled',
					type: 'boolean',
					default: true,
					description: 'Whether spare codes are kept ready on the lock',
				},
				metadataField,
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description: 'What the device is called in Seam',
				},
			],
		},
		simplifyField,
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const fields = item.collection('updateFields');
	const changes = given({
		name: fields.optionalText('name'),
		custom_metadata: optionalMetadata(fields),
		backup_access_code_pool_enabled: fields.flag('backupAccessCodePoolEnabled'),
	});
	refuseNoChange(changes);
	const deviceId = await readDeviceId(run, itemIndex, item);
	await updateDevice(run.context, deviceId, changes, itemIndex);
	const device = await getDevice(run.context, deviceId, itemIndex);
	return outcomes(simplified(item, device, DEVICE_FIELDS));
};
