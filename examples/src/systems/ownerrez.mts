import { either, fields, only, read } from '../nodes.mts';
import { idIn, pms, readReservation } from '../pms.mts';
import { guest, message, reservation } from '../samples/ownerrez.mts';

const ADDRESS = 'https://api.ownerrez.com/v2/';
const BODY = "$('Settings').first().json.body";
const NOW =
	"($('Deleted Booking').isExecuted ? $('Deleted Booking').first().json : $('Read Reservation').first().json)";
const GUEST = "($('Read Guest').isExecuted ? $('Read Guest').first().json : {})";
/** The one that the guest named as the first choice. */
const firstOf = (list: string, field: string) =>
	`={{ ((all) => (all.find((one) => one.is_default) ?? all[0])?.${field} ?? '')(${GUEST}.${list} ?? []).trim() }}`;
const how = {
	url: `${ADDRESS}bookings/${idIn('$json.body.entity_id')}`,
	authentication: 'httpBasicAuth' as const,
	credential: 'your e-mail address and a personal access token (Basic Auth)',
};

export const ownerrez = pms({
	slug: 'ownerrez',
	name: 'OwnerRez',
	read: how,
	hint: 'It is OwnerRez’s property ID. OwnerRez sends webhooks only to OAuth apps: make one of your own. A deleted booking can’t be read any more, so that message is believed.',
	...{ message, reservation },
	sample: {
		'Booking Webhook': [{ body: message }],
		'Read Reservation': [reservation],
		'Read Guest': [guest],
	},
	reading: {
		nodes: [
			only('About a Booking', [2, 0], "$json.body.entity_type === 'booking'"),
			either('Deleted?', [3, 0], "$json.body.action === 'entity_delete'"),
			fields('Deleted Booking', [4, -0.6], {
				...{ id: '={{ $json.body.entity_id }}', status: 'canceled' },
				property_id: "={{ $json.body.entity?.property_id ?? '' }}",
			}),
			readReservation(how, 4, 0.6),
			either('Has a Guest?', [5, 0.6], '!!$json.guest_id'),
			read(
				'Read Guest',
				[6, 0.2],
				`=${ADDRESS}guests/${idIn('$json.guest_id')}`,
				how.authentication,
			),
		],
		until: 7,
		wires: [
			['Settings', 'About a Booking'],
			['About a Booking', 'Deleted?'],
			['Deleted?', 'Deleted Booking'],
			['Deleted?', 'Read Reservation', 1],
			['Deleted Booking', 'Booking'],
			['Read Reservation', 'Has a Guest?'],
			['Has a Guest?', 'Read Guest'],
			['Has a Guest?', 'Booking', 1],
			['Read Guest', 'Booking'],
		],
	},
	booking: {
		booking_key: `=ownerrez-{{ ${BODY}.entity_id }}`,
		state: `={{ ${NOW}.is_block ? 'none' : ({ active: 'stay', canceled: 'cancelled' }[${NOW}.status] ?? 'none') }}`,
		listing_id: `={{ ${NOW}.property_id ?? '' }}`,
		guest_name: `={{ [${GUEST}.first_name, ${GUEST}.last_name].map((part) => (part ?? '').trim()).filter(Boolean).join(' ') }}`,
		guest_phone: firstOf('phones', 'number'),
		guest_email: firstOf('email_addresses', 'address'),
		arrives: `={{ [${NOW}.arrival, ${NOW}.check_in].filter(Boolean).join('T') }}`,
		leaves: `={{ [${NOW}.departure, ${NOW}.check_out].filter(Boolean).join('T') }}`,
		changed_at: `={{ ${NOW}.updated_utc ?? '' }}`,
	},
});
