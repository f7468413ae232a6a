import { listSpaces } from '../../shared/api/spaces';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { simplifiedSpaces } from './summary';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the spaces of the workspace',
	action: 'Get many spaces',
	effect: 'read',
	fields: [
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			textField('Customer Key', 'customerKey', 'Only spaces of this customer of yours'),
			textField('Search', 'search', "Part of the name, the space's key or the customer's key"),
			textField('Space Key', 'spaceKey', 'Only the space with this key of yours'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			customer_key: filters.textIfAny('customerKey'),
			search: filters.textIfAny('search'),
			space_key: filters.textIfAny('spaceKey'),
		});
		return simplifiedSpaces(item, await listSpaces(run, wanted, readLimit(item)));
	},
};
