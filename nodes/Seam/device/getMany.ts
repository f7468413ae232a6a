import { listDevices } from '../../shared/api/devices';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
import { accountFilter } from '../../shared/ui/filterFields';
import { deviceTypeField, manufacturerField } from '../../shared/ui/makers';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, metadataFields, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, optionalMetadata, readLimit } from '../parameters';
import { DEVICE_FIELDS, simplified } from '../simplify';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the devices of the workspace',
	action: 'Get many devices',
	effect: 'read',
	fields: [
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			accountFilter('Only devices of this account'),
			...metadataFields('Only devices that carry all of these values', {
				key: 'listing_id',
				value: '4711',
			}),
			textField('Customer Key', 'customerKey', 'Only devices of this customer of yours'),
			deviceTypeField('Only devices of this type'),
			manufacturerField('Only devices of this manufacturer'),
			textField('Search', 'search', 'Part of the name, the ID, the location or a metadata value'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			connected_account_id: filters.account('connectedAccountId') ?? undefined,
			custom_metadata_has: optionalMetadata(filters),
			customer_key: filters.textIfAny('customerKey'),
			device_type: filters.textIfAny('deviceType'),
			manufacturer: filters.textIfAny('manufacturer'),
			search: filters.textIfAny('search'),
		});
		const devices = await listDevices(run, wanted, readLimit(item));
		return simplified(item, devices, DEVICE_FIELDS);
	},
};
