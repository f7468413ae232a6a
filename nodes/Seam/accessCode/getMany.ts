import { listAccessCodes } from '../../shared/api/accessCodes';
import { deviceField } from '../../shared/ui/deviceField';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, readDeviceId, readLimit } from '../parameters';
import { ACCESS_CODE_FIELDS, simplified } from '../simplify';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the codes that Seam manages on a lock',
	action: 'Get many access codes',
	effect: 'read',
	fields: [
		deviceField,
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			textField('Customer Key', 'customerKey', 'Only codes of this customer of yours'),
			textField('Search', 'search', 'Part of the name, the PIN or the ID'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			device_id: await readDeviceId(run, item),
			customer_key: filters.textIfAny('customerKey'),
			search: filters.textIfAny('search'),
		});
		const codes = await listAccessCodes(run, wanted, readLimit(item));
		return simplified(item, codes, ACCESS_CODE_FIELDS);
	},
};
