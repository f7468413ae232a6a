import { listConnectWebviews } from '../../shared/api/connections';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, metadataFields, OF_AN_ACCOUNT, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, optionalMetadata, readLimit } from '../parameters';
import { CONNECT_WEBVIEW_FIELDS, simplified } from '../simplify';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the pages that were made, and what became of them',
	action: 'Get many connect webviews',
	effect: 'read',
	fields: [
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			...metadataFields('Only pages that carry all of these values', OF_AN_ACCOUNT),
			textField('Customer Key', 'customerKey', 'Only pages for this customer of yours'),
			textField(
				'Search',
				'search',
				"Part of the ID, an accepted provider, a metadata value or the customer's key",
				'e.g. igloohome',
			),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			custom_metadata_has: optionalMetadata(filters),
			customer_key: filters.textIfAny('customerKey'),
			search: filters.textIfAny('search'),
		});
		const webviews = await listConnectWebviews(run, wanted, readLimit(item));
		return simplified(item, webviews, CONNECT_WEBVIEW_FIELDS);
	},
};
