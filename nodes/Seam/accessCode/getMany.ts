import { listAccessCodes, type AccessCodeFilters } from '../../shared/api/accessCodes';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { deviceField } from '../../shared/ui/deviceField';
import { choice, choiceField, collectionField, textField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import { grantIdField, grantKeyField } from '../accessGrant/fields';
import type { Operation, Run } from '../operation';
import { given, readDeviceId, readLimit } from '../parameters';
import { ACCESS_CODE_FIELDS, simplified } from '../simplify';

const listedBy = (value: string) => ({ displayOptions: { show: { listBy: [value] } } });

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the codes that Seam manages on a lock, or for an access grant',
	action: 'Get many access codes',
	effect: 'read',
	fields: [
		choiceField('List By', 'listBy', 'device', [
			choice('Access Grant', 'grantId', 'All codes of the grant'),
			choice('Access Grant Key', 'grantKey', 'All codes of the grant with this key of yours'),
			choice('Device', 'device', 'All codes on one lock'),
		]),
		{ ...deviceField, ...listedBy('device') },
		{ ...grantIdField, ...listedBy('grantId') },
		{ ...grantKeyField, ...listedBy('grantKey') },
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			textField('Customer Key', 'customerKey', 'Only codes of this customer of yours'),
			textField('Search', 'search', 'Part of the name, the PIN or the ID', 'e.g. Lovelace'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			...(await readOwner(run, item)),
			customer_key: filters.textIfAny('customerKey'),
			search: filters.textIfAny('search'),
		});
		const codes = await listAccessCodes(run, wanted, readLimit(item));
		return simplified(item, codes, ACCESS_CODE_FIELDS);
	},
};

async function readOwner(run: Run, item: ItemParameters): Promise<AccessCodeFilters> {
	switch (item.choice<'device' | 'grantId' | 'grantKey'>('listBy')) {
		case 'grantId':
			return { access_grant_id: item.text('accessGrantId') };
		case 'grantKey':
			return { access_grant_key: item.text('accessGrantKey') };
		case 'device':
			return { device_id: await readDeviceId(run, item) };
	}
}
