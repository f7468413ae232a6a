import { fields, send } from '../nodes.mts';
import { idIn, pms, readUnlessDeleted } from '../pms.mts';
import { message, reservation } from '../samples/smoobu.mts';

const ADDRESS = 'https://login.smoobu.com/api/reservations/';
const how = {
	url: `${ADDRESS}${idIn('$json.body.data?.id')}`,
	authentication: 'httpHeaderAuth' as const,
	credential: 'a header `Api-Key`',
};

export const smoobu = pms({
	slug: 'smoobu',
	name: 'Smoobu',
	read: how,
	hint: 'It is Smoobu’s apartment ID. A deleted booking can’t be read any more, and never comes back, so that message is believed.',
	...{ message, reservation },
	reading: readUnlessDeleted(
		how,
		"$json.body.action === 'deleteReservation'",
		fields(
			'Deleted Booking',
			[3, -0.6],
			{
				...{ id: '={{ $json.body.data.id }}', type: 'cancellation' },
				apartment: '={{ $json.body.data.apartment }}',
			},
			{ objects: ['apartment'] },
		),
	),
	booking: {
		booking_key: '=smoobu-{{ $json.id }}',
		state:
			"={{ $json['is-blocked-booking'] ? 'none' : $json.type === 'cancellation' ? 'cancelled' : 'stay' }}",
		listing_id: "={{ $json.apartment?.id ?? '' }}",
		guest_name: "={{ ($json['guest-name'] ?? '').trim() }}",
		guest_phone: "={{ ($json.phone ?? '').trim() }}",
		guest_email: "={{ ($json.email ?? '').trim() }}",
		arrives: "={{ [$json.arrival, $json['check-in']].filter(Boolean).join('T') }}",
		leaves: "={{ [$json.departure, $json['check-out']].filter(Boolean).join('T') }}",
		changed_at: "={{ $json.modifiedAt ?? '' }}",
	},
	waysToTell: [
		send(
			'Message in Smoobu',
			[0, 0],
			`=${ADDRESS}{{ $('Booking').first().json.booking_key.replace('smoobu-', '') }}/messages/send-message-to-guest`,
			{
				subject: "={{ $('Message').first().json.subject }}",
				messageBody: "={{ $('Message').first().json.text }}",
			},
			{ authentication: 'httpHeaderAuth' },
		),
	],
});
