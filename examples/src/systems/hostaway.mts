import { pms } from '../pms.mts';
import { message, reservation } from '../samples/hostaway.mts';

const clock = (field: string) =>
	`{{ Number.isInteger($json.result.${field}) ? 'T' + String($json.result.${field}).padStart(2, '0') + ':00' : '' }}`;

export const hostaway = pms({
	slug: 'hostaway',
	name: 'Hostaway',
	read: {
		url: '=https://api.hostaway.com/v1/reservations/{{ encodeURIComponent($json.body.data.id) }}',
		auth: 'httpBearerAuth',
		credential: 'the access token of your API client',
	},
	hint: 'Hostaway gives dates, and an hour only if one was agreed; otherwise the check-in and check-out times of **Seam Create Access Code** apply, in the lock’s local time.',
	sample: { message, reservation },
	booking: {
		booking_key: '=hostaway-{{ $json.result.id }}',
		state:
			"={{ { new: 'stay', modified: 'stay', cancelled: 'cancelled' }[$json.result.status] ?? 'none' }}",
		listing_id: '={{ $json.result.listingMapId }}',
		guest_name: "={{ ($json.result.guestName ?? '').trim() }}",
		guest_phone: "={{ ($json.result.phone ?? '').trim() }}",
		guest_email: "={{ ($json.result.guestEmail ?? '').trim() }}",
		arrives: `={{ $json.result.arrivalDate }}${clock('checkInTime')}`,
		leaves: `={{ $json.result.departureDate }}${clock('checkOutTime')}`,
		changed_at: "={{ $json.result.latestActivityOn ?? '' }}",
	},
});
