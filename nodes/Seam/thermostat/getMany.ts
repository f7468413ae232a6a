import { listThermostats } from '../../shared/api/thermostats';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
import { accountFilter } from '../../shared/ui/filterFields';
import { thermostatMakerField, thermostatTypeField } from '../../shared/ui/makers';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { simplifiedThermostats } from './summary';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the thermostats of the workspace',
	action: 'Get many thermostats',
	effect: 'read',
	fields: [
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			accountFilter('Only thermostats of this account'),
			textField('Customer Key', 'customerKey', 'Only thermostats of this customer of yours'),
			thermostatTypeField('Only thermostats of this type'),
			thermostatMakerField('Only thermostats of this manufacturer'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			connected_account_id: filters.account('connectedAccountId') ?? undefined,
			customer_key: filters.textIfAny('customerKey'),
			device_type: filters.textIfAny('deviceType'),
			manufacturer: filters.textIfAny('manufacturer'),
		});
		return simplifiedThermostats(item, await listThermostats(run, wanted, readLimit(item)));
	},
};
