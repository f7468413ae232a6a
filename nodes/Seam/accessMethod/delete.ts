import { deleteAccessMethods, type AccessMethodsToDelete } from '../../shared/api/accessMethods';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { choice, choiceField, requiredTextField } from '../../shared/ui/fieldKinds';
import { accessMethodField } from '../../shared/ui/recordFields';
import { grantIdField } from '../accessGrant/fields';
import { deletedOrGone } from '../deletedOrGone';
import type { Operation } from '../operation';

const deletedBy = (value: string) => ({ displayOptions: { show: { deleteBy: [value] } } });

export const deleteMethod: Operation = {
	name: 'Delete',
	description: 'Revoke one PIN, card or mobile key, or all those of a grant or reservation',
	action: 'Delete access method',
	effect: 'delete',
	fields: [
		choiceField('Delete By', 'deleteBy', 'methodId', [
			choice('Access Grant', 'grantId', 'All methods of a grant, which itself stays'),
			choice('Access Method', 'methodId', 'One PIN, card or mobile key'),
			choice('Reservation Key', 'reservationKey', 'All methods of the grants of a reservation'),
		]),
		{
			...grantIdField,
			hint: 'Deletes all PINs, cards and mobile keys of the grant; the grant itself stays',
			...deletedBy('grantId'),
		},
		{ ...accessMethodField, required: true, ...deletedBy('methodId') },
		{
			...requiredTextField(
				'Reservation Key',
				'reservationKey',
				'The reservation key of the grants',
			),
			hint: "Deletes all PINs, cards and mobile keys of the reservation's grants; the grants themselves stay",
			...deletedBy('reservationKey'),
		},
	],
	execute: async (run, item) => await deletedOrGone(deleteAccessMethods(run, readWhich(item))),
};

function readWhich(item: ItemParameters): AccessMethodsToDelete {
	switch (item.choice<'grantId' | 'methodId' | 'reservationKey'>('deleteBy')) {
		case 'grantId':
			return { access_grant_id: item.text('accessGrantId') };
		case 'methodId':
			return { access_method_id: item.text('accessMethodId') };
		case 'reservationKey':
			return { reservation_key: item.text('reservationKey') };
	}
}
