import { requiredTextField } from '../../shared/ui/fieldKinds';

export const reservationKeyField = requiredTextField(
	'Reservation Key',
	'reservationKey',
	'e.g. HA-1042',
	'Your own key of the reservation, such as the ID of the booking',
);
