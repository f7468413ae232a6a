import { getConnectedAccount, updateConnectedAccount } from '../../shared/api/connections';
import { collectionField, flagField, textField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import { metadataFields, OF_AN_ACCOUNT, STORED_METADATA } from '../fields';
import type { Operation } from '../operation';
import { given, optionalMetadata, refuseNoChange } from '../parameters';
import { CONNECTED_ACCOUNT_FIELDS, simplified } from '../simplify';
import { accountField, readAccountId } from './account';

export const update: Operation = {
	name: 'Update',
	description: 'Change the name, the custom metadata or the customer of an account',
	action: 'Update connected account',
	effect: 'change',
	fields: [
		accountField,
		collectionField('Update Fields', 'updateFields', [
			{
				displayName: 'Accepted Capabilities',
				name: 'acceptedCapabilities',
				type: 'multiOptions',
				options: [
					{ name: 'Access Control', value: 'access_control' },
					{ name: 'Camera', value: 'camera' },
					{ name: 'Lock', value: 'lock' },
					{ name: 'Noise Sensor', value: 'noise_sensor' },
					{ name: 'Thermostat', value: 'thermostat' },
				],
				default: ['lock'],
				description: 'The kinds of device that the account brings into Seam',
			},
			...metadataFields(`${STORED_METADATA}. They replace all that it has.`, OF_AN_ACCOUNT),
			textField(
				'Customer Key',
				'customerKey',
				'The customer of yours to whom the account and its devices are to belong; Seam takes it only for an account without one',
			),
			flagField(
				'Manage New Devices',
				'automaticallyManageNewDevices',
				true,
				'Whether devices that are added to the account later are managed by Seam (Seam: automatically_manage_new_devices)',
			),
			textField('Name', 'displayName', 'What the account is called in Seam'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const id = readAccountId(item);
		const fields = item.collection('updateFields');
		const capabilities = fields.choices('acceptedCapabilities');
		const changes = given({
			accepted_capabilities: capabilities.length > 0 ? capabilities : undefined,
			automatically_manage_new_devices: fields.flag('automaticallyManageNewDevices'),
			custom_metadata: optionalMetadata(fields),
			customer_key: fields.textIfAny('customerKey'),
			display_name: fields.textIfAny('displayName'),
		});
		refuseNoChange(changes);
		await updateConnectedAccount(run, id, changes);
		const account = await getConnectedAccount(run, id);
		return simplified(item, account, CONNECTED_ACCOUNT_FIELDS);
	},
};
