import { requiredTextField } from '../../shared/ui/fieldKinds';

export const reservationKeyField = requiredTextField(
	'Reservation Key',
	'reservationKey',
	'e.g. {{ $json.reservation_id }}',
	'Your own key of the reservation, such as the ID of the booking',
);
