import { listEntrances } from '../../shared/api/entrances';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
import { accountFilter, filterBy } from '../../shared/ui/filterFields';
import { spaceField } from '../../shared/ui/recordFields';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { ENTRANCE_FIELDS, simplified } from '../simplify';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the doors of access systems, such as those of hotels',
	action: 'Get many entrances',
	effect: 'read',
	fields: [
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			textField('Access System ID', 'systemId', 'Only entrances of this access system'),
			accountFilter('Only entrances of this account'),
			textField('Customer Key', 'customerKey', 'Only entrances of this customer of yours'),
			textField('Search', 'search', 'Part of the name', 'e.g. Room 204'),
			filterBy(spaceField, 'Only entrances in this space'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			acs_system_id: filters.textIfAny('systemId'),
			connected_account_id: filters.account('connectedAccountId') ?? undefined,
			customer_key: filters.textIfAny('customerKey'),
			search: filters.textIfAny('search'),
			space_id: filters.textIfAny('spaceId'),
		});
		const entrances = await listEntrances(run, wanted, readLimit(item));
		return simplified(item, entrances, ENTRANCE_FIELDS);
	},
};
