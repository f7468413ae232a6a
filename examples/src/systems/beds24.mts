import { idIn, pms } from '../pms.mts';
import { message, reservation } from '../samples/beds24.mts';

/** All of them: what is not named, Beds24 may leave out. */
const STATUSES = ['confirmed', 'request', 'new', 'cancelled', 'black', 'inquiry']
	.map((status) => `&status=${status}`)
	.join('');
/** In a message, alone or in a list. */
const idOf = (body: string) => `(${body}[0] ?? ${body}).booking?.id`;
/** A booking that Beds24 no longer has is cancelled. */
const NOW = `($json.data?.[0] ?? { id: ${idOf("$('Settings').first().json.body")}, status: 'cancelled' })`;
/** Taken only if it is clearly a time. */
const ARRIVAL_TIME = `(String(${NOW}.arrivalTime ?? '').trim().match(/^([01]\\d|2[0-3]):[0-5]\\d$/) ?? [''])[0]`;

export const beds24 = pms({
	slug: 'beds24',
	name: 'Beds24',
	read: {
		url: `https://beds24.com/api/v2/bookings?id=${idIn(idOf('$json.body'))}${STATUSES}`,
		authentication: 'httpHeaderAuth',
		credential: 'a header `token` (a long life token with the scope `bookings-personal`)',
	},
	hint: 'It is Beds24’s room ID and unit ID with a hyphen between them: `173-1`. A booking without a unit has the room ID alone.',
	...{ message, reservation },
	booking: {
		booking_key: `=beds24-{{ ${NOW}.id }}`,
		state: `={{ { confirmed: 'stay', new: 'stay', cancelled: 'cancelled' }[${NOW}.status] ?? 'none' }}`,
		listing_id: `={{ [${NOW}.roomId, ${NOW}.unitId].filter(Boolean).join('-') }}`,
		guest_name: `={{ [${NOW}.firstName, ${NOW}.lastName].map((part) => (part ?? '').trim()).filter(Boolean).join(' ') }}`,
		guest_phone: `={{ (${NOW}.mobile || ${NOW}.phone || '').trim() }}`,
		guest_email: `={{ (${NOW}.email ?? '').trim() }}`,
		arrives: `={{ [${NOW}.arrival, ${ARRIVAL_TIME}].filter(Boolean).join('T') }}`,
		leaves: `={{ ${NOW}.departure ?? '' }}`,
		changed_at: `={{ ${NOW}.modifiedTime ?? '' }}`,
	},
});
