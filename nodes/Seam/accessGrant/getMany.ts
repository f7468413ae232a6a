import { listAccessGrants } from '../../shared/api/accessGrants';
import { collectionField, textField } from '../../shared/ui/fieldKinds';
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
			textField('Customer Key', 'customerKey', 'Only grants of this customer of yours'),
			textField('Device ID', 'deviceId', 'Only grants that open this lock'),
			textField('Reservation Key', 'reservationKey', 'Only grants of this booking'),
			textField('User Identity ID', 'userIdentityId', 'Only grants of this person'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const wanted = given({
			customer_key: filters.textIfAny('customerKey'),
			device_id: filters.textIfAny('deviceId'),
			reservation_key: filters.textIfAny('reservationKey'),
			user_identity_id: filters.textIfAny('userIdentityId'),
		});
		const grants = await listAccessGrants(run, wanted, readLimit(item));
		return simplified(item, grants, ACCESS_GRANT_FIELDS);
	},
};
