import { pms } from '../pms.mts';

const clock = (field: string) =>
	`{{ $json.result.${field} === null ? '' : 'T' + String($json.result.${field}).padStart(2, '0') + ':00' }}`;

export const hostaway = pms({
	slug: 'hostaway',
	name: 'Hostaway',
	address: 'https://api.hostaway.com',
	reservation: '/v1/reservations/{{ $json.body.data.id }}',
	hint: '\n\nHostaway gives dates, and an hour only if one was agreed; otherwise the check-in and check-out times of **Seam Create Access Code** apply, in the lock’s local time.',
	booking: {
		booking_key: '=hostaway-{{ $json.result.id }}',
		state:
			"={{ { new: 'stay', modified: 'stay', cancelled: 'cancelled' }[$json.result.status] ?? 'none' }}",
		listing_id: '={{ $json.result.listingMapId }}',
		guest_name: "={{ ($json.result.guestName ?? '').trim() }}",
		guest_phone: "={{ ($json.result.phone ?? '').trim() }}",
		arrives: `={{ $json.result.arrivalDate }}${clock('checkInTime')}`,
		leaves: `={{ $json.result.departureDate }}${clock('checkOutTime')}`,
	},
});
