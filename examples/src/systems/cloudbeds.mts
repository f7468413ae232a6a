import { idIn, pms } from '../pms.mts';
import { message, reservation } from '../samples/cloudbeds.mts';

/** The capitals of these names differ from event to event. */
const PROPERTY = ['propertyID_str', 'propertyId_str', 'propertyID', 'propertyId']
	.map((name) => `$json.body.${name}`)
	.join(' ?? ');
const RESERVATION = '$json.body.reservationID ?? $json.body.reservationId';
const NOW = '$json.data';
const ROOMS = `(${NOW}.assigned ?? [])`;
const GUEST = `(Object.values(${NOW}.guestList ?? {}).find((one) => one.isMainGuest) ?? {})`;

export const cloudbeds = pms({
	slug: 'cloudbeds',
	name: 'Cloudbeds',
	read: {
		url: `https://api.cloudbeds.com/api/v1.3/getReservation?propertyID=${idIn(PROPERTY)}&reservationID=${idIn(RESERVATION)}`,
		authentication: 'httpHeaderAuth',
		credential: 'a header `x-api-key`',
	},
	hint: 'It is Cloudbeds’ room ID. A reservation gets its code when a room is assigned: send the events `reservation/created`, `status_changed`, `dates_changed` and `accommodation_changed`.',
	...{ message, reservation },
	booking: {
		booking_key: `=cloudbeds-{{ ${NOW}.reservationID }}`,
		// Without a room there is no door yet.
		state: `={{ { confirmed: ${ROOMS}.length ? 'stay' : 'none', checked_in: ${ROOMS}.length ? 'stay' : 'none', canceled: 'cancelled', no_show: 'cancelled' }[${NOW}.status] ?? 'none' }}`,
		listing_id: `={{ ${ROOMS}[0]?.roomID ?? '' }}`,
		guest_name: `={{ (${NOW}.guestName ?? '').trim() }}`,
		guest_phone: `={{ (${GUEST}.guestCellPhone || ${GUEST}.guestPhone || '').trim() }}`,
		guest_email: `={{ (${NOW}.guestEmail || ${GUEST}.guestEmail || '').trim() }}`,
		arrives: `={{ ${NOW}.startDate }}`,
		leaves: `={{ ${NOW}.endDate }}`,
		changed_at: `={{ ${NOW}.dateModified ?? '' }}`,
		wrong: `={{ ${ROOMS}.length > 1 ? 'the reservation has several rooms. Make their codes by hand, or split it in Cloudbeds.' : '' }}`,
	},
});
