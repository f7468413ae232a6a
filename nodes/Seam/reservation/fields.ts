import { requiredTextField } from '../../shared/ui/fieldKinds';

export const reservationKeyField = requiredTextField(
	'Reservation Key',
	'reservationKey',
	'Your own key of the reservation, such as the ID of the booking',
);
