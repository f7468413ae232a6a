import { either, fields } from '../nodes.mts';
import { pms, readReservation } from '../pms.mts';

const reservation = '/api/reservations/{{ $json.body.data.id }}';

export const smoobu = pms({
	slug: 'smoobu',
	name: 'Smoobu',
	address: 'https://login.smoobu.com',
	reservation,
	hint: "Only a deleted booking can’t be read any more, and never comes back.\n\nSmoobu’s keys contain hyphens: `$json['guest-name']`.",
	reading: {
		nodes: [
			either('Deleted?', [2, 0], "$json.body.action === 'deleteReservation'"),
			fields(
				'Deleted Booking',
				[3, -0.6],
				{
					...{ id: '={{ $json.body.data.id }}', type: 'cancellation' },
					apartment: '={{ $json.body.data.apartment }}',
				},
				{ objects: ['apartment'] },
			),
			readReservation('smoobu', reservation, 3, 0.6),
		],
		until: 4,
		wires: [
			['Settings', 'Deleted?'],
			['Deleted?', 'Deleted Booking'],
			['Deleted?', 'Read Reservation', 1],
			['Deleted Booking', 'Booking'],
			['Read Reservation', 'Booking'],
		],
	},
	booking: {
		booking_key: '=smoobu-{{ $json.id }}',
		state:
			"={{ $json['is-blocked-booking'] ? 'none' : $json.type === 'cancellation' ? 'cancelled' : 'stay' }}",
		listing_id: '={{ $json.apartment.id }}',
		guest_name: "={{ ($json['guest-name'] ?? '').trim() }}",
		guest_phone: "={{ ($json.phone ?? '').trim() }}",
		arrives: "={{ [$json.arrival, $json['check-in']].filter(Boolean).join('T') }}",
		leaves: "={{ [$json.departure, $json['check-out']].filter(Boolean).join('T') }}",
	},
});
