import { send } from '../nodes.mts';
import { idIn, pms } from '../pms.mts';
import { message, reservation } from '../samples/hostaway.mts';

const ADDRESS = 'https://api.hostaway.com/v1/reservations/';
const clock = (field: string) =>
	`{{ Number.isInteger($json.result.${field}) ? 'T' + String($json.result.${field}).padStart(2, '0') + ':00' : '' }}`;

export const hostaway = pms({
	slug: 'hostaway',
	name: 'Hostaway',
	read: {
		url: `${ADDRESS}${idIn('$json.body.data?.id')}`,
		authentication: 'httpBearerAuth',
		credential: 'an access token of its API',
	},
	hint: 'It is Hostaway’s listing map ID. An hour counts only if one was agreed; otherwise the check-in and check-out times of **Seam Create Access Code** apply, in the lock’s local time.',
	...{ message, reservation },
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
	waysToTell: [
		send(
			'Door Code in Hostaway',
			[0, 0],
			`=${ADDRESS}{{ $('Booking').first().json.booking_key.replace('hostaway-', '') }}`,
			{
				doorCode: "={{ $('Message').first().json.code }}",
				...{ doorCodeVendor: 'Seam', doorCodeInstruction: "={{ $('Message').first().json.text }}" },
			},
			{ method: 'PUT', authentication: 'httpBearerAuth' },
		),
	],
});
