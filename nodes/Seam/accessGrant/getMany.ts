import { listAccessGrants } from '../../shared/api/accessGrants';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
import { deviceFilter, filterBy } from '../../shared/ui/filterFields';
import { accessCodeField, entranceField, spaceField } from '../../shared/ui/recordFields';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { ACCESS_GRANT_FIELDS, simplified } from '../simplify';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the grants of a lock, booking or person',
	action: 'Get many access grants',
	effect: 'read',
	fields: [
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			filterBy(accessCodeField, 'Only the grant that this code was made for'),
			textField('Access Grant Key', 'accessGrantKey', 'Only the grant with this key of yours'),
			textField('Access System ID', 'systemId', 'Only grants that open a door of this system'),
			textField('Customer Key', 'customerKey', 'Only grants of this customer of yours'),
			deviceFilter('Only grants that open this lock'),
			filterBy(entranceField, 'Only grants that open this entrance'),
			textField('Reservation Key', 'reservationKey', 'Only grants of this booking'),
			filterBy(spaceField, 'Only grants that open the doors of this space'),
			textField('User Identity ID', 'userIdentityId', 'Only grants of this person'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			access_code_id: filters.textIfAny('accessCodeId'),
			access_grant_key: filters.textIfAny('accessGrantKey'),
			acs_entrance_id: filters.textIfAny('entranceId'),
			acs_system_id: filters.textIfAny('systemId'),
			customer_key: filters.textIfAny('customerKey'),
			device_id: filters.deviceId('deviceId'),
			reservation_key: filters.textIfAny('reservationKey'),
			space_id: filters.textIfAny('spaceId'),
			user_identity_id: filters.textIfAny('userIdentityId'),
		});
		const grants = await listAccessGrants(run, wanted, readLimit(item));
		return simplified(item, grants, ACCESS_GRANT_FIELDS);
	},
};
