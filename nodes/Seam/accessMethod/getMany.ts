import { listAccessMethods } from '../../shared/api/accessMethods';
import { collectionField } from '../../shared/ui/fieldKinds';
import { deviceFilter, filterBy } from '../../shared/ui/filterFields';
import { accessCodeField, entranceField, spaceField } from '../../shared/ui/recordFields';
import { simplifyField } from '../../shared/ui/simplifyField';
import { grantFields, readGrant } from '../accessGrant/fields';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { ACCESS_METHOD_FIELDS, simplified } from '../simplify';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the PINs, cards and keys of a grant, and whether they are issued',
	action: 'Get many access methods',
	effect: 'read',
	fields: [
		...grantFields,
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			filterBy(accessCodeField, 'Only the method that this code belongs to'),
			deviceFilter('Only methods that open this lock'),
			filterBy(entranceField, 'Only methods that open this entrance'),
			filterBy(spaceField, 'Only methods that open the doors of this space'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			...readGrant(item),
			access_code_id: filters.textIfAny('accessCodeId'),
			acs_entrance_id: filters.textIfAny('entranceId'),
			device_id: filters.deviceId('deviceId'),
			space_id: filters.textIfAny('spaceId'),
		});
		const methods = await listAccessMethods(run, wanted, readLimit(item));
		return simplified(item, methods, ACCESS_METHOD_FIELDS);
	},
};
