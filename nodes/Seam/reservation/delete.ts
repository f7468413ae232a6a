import { deleteReservations } from '../../shared/api/customers';
import { deletedOrGone } from '../deletedOrGone';
import type { Operation } from '../operation';
import { reservationKeyField } from './fields';

export const deleteReservation: Operation = {
	name: 'Delete',
	description: 'Have Seam forget a reservation and end the access it was given',
	action: 'Delete reservation',
	effect: 'delete',
	fields: [{ ...reservationKeyField, hint: "Also ends the guest's access" }],
	execute: async (run, item) => {
		const key = item.text('reservationKey');
		return await deletedOrGone(deleteReservations(run, [key]));
	},
};
