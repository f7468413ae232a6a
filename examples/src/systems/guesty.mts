import { pms } from '../pms.mts';

export const guesty = pms({
	slug: 'guesty',
	name: 'Guesty',
	address: 'https://open-api.guesty.com',
	reservation: '/v1/reservations/{{ $json.body.data.reservation.id }}',
	hint: 'Guesty’s messages hold little more than the reservation’s ID.\n\nThe local date and the planned arrival are read in the lock’s local time.',
	booking: {
		booking_key: '=guesty-{{ $json._id }}',
		state: "={{ { confirmed: 'stay', canceled: 'cancelled' }[$json.status] ?? 'none' }}",
		listing_id: '={{ $json.listingId }}',
		guest_name: "={{ ($json.guest?.fullName ?? '').trim() }}",
		guest_phone: "={{ ($json.guest?.phone ?? $json.guest?.phones?.[0] ?? '').trim() }}",
		arrives:
			'={{ $json.checkInDateLocalized }}T{{ $json.plannedArrival || $json.listing.defaultCheckInTime }}',
		leaves:
			'={{ $json.checkOutDateLocalized }}T{{ $json.plannedDeparture || $json.listing.defaultCheckOutTime }}',
	},
});
