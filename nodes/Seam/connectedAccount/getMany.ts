import { listConnectedAccounts } from '../../shared/api/connections';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { CONNECTED_ACCOUNT_FIELDS, simplified } from '../simplify';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the accounts that Seam works through',
	action: 'Get many connected accounts',
	effect: 'read',
	fields: [
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			textField('Customer Key', 'customerKey', 'Only accounts of this customer of yours'),
			textField('Search', 'search', 'Part of the name or the ID', 'e.g. igloohome'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			customer_key: filters.textIfAny('customerKey'),
			search: filters.textIfAny('search'),
		});
		const accounts = await listConnectedAccounts(run, wanted, readLimit(item));
		return simplified(item, accounts, CONNECTED_ACCOUNT_FIELDS);
	},
};
