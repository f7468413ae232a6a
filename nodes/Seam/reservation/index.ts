import type { Resource } from '../operation';
import { deleteReservation } from './delete';
import { push } from './push';

export const reservation: Resource = {
	name: 'Reservation',
	operations: { delete: deleteReservation, push },
	default: 'push',
};
