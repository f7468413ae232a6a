import { idIn, pms } from '../pms.mts';
import { message, reservation } from '../samples/lodgify.mts';

export const lodgify = pms({
	slug: 'lodgify',
	name: 'Lodgify',
	read: {
		// Lodgify may put several events into one list; of a booking, each says the same.
		url: `https://api.lodgify.com/v2/reservations/bookings/${idIn('($json.body[0] ?? $json.body).booking?.id')}`,
		authentication: 'httpHeaderAuth',
		credential: 'a header `X-ApiKey`',
	},
	hint: 'It is Lodgify’s property ID. Lodgify gives dates with a midnight that means nothing, so the check-in and check-out times of **Seam Create Access Code** apply, in the lock’s local time.',
	...{ message, reservation },
	booking: {
		booking_key: '=lodgify-{{ $json.id }}',
		state:
			"={{ $json.is_deleted ? 'cancelled' : ({ Booked: 'stay', Declined: 'cancelled' }[$json.status] ?? 'none') }}",
		listing_id: '={{ $json.property_id }}',
		guest_name: "={{ ($json.guest?.name ?? '').trim() }}",
		guest_phone: "={{ ($json.guest?.phone ?? '').trim() }}",
		guest_email: "={{ ($json.guest?.email ?? '').trim() }}",
		arrives: '={{ $json.arrival.slice(0, 10) }}',
		leaves: '={{ $json.departure.slice(0, 10) }}',
		changed_at: "={{ $json.updated_at ?? '' }}",
	},
});
