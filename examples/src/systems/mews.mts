import type { Adapter } from '../adapter.mts';
import { eachInARun, only, read, webhook } from '../nodes.mts';
import { pms } from '../pms.mts';
import { customers, message, reservations } from '../samples/mews.mts';

const NOW = "$('Read Reservation').first().json.Reservations[0]";
const GUEST = '($json.Customers?.[0] ?? {})';
/** Mews is only ever asked by POST; the credential adds its tokens to the body. */
const ask = (name: string, column: number, path: string, body: string) =>
	read(name, [column, 0], `https://api.mews.com/api/connector/v1/${path}`, 'httpCustomAuth', {
		...{ method: 'POST', sendBody: true, specifyBody: 'json' },
		jsonBody: `={{ JSON.stringify(${body}) }}`,
	});
const run = eachInARun('About a Reservation', [-0.6, -1]);

const entry: Adapter['entry'] = {
	nodes: [
		{ ...webhook, at: [-3, -1] },
		{
			...{ name: 'Events', type: 'n8n-nodes-base.splitOut', typeVersion: 1, at: [-2.2, -1] },
			parameters: { fieldToSplitOut: 'body.Events', options: {} },
		},
		only('About a Reservation', [-1.4, -1], "$json.Discriminator === 'ServiceOrderUpdated'"),
		...run.nodes,
	],
	wires: [['Booking Webhook', 'Events'], ['Events', 'About a Reservation'], ...run.wires],
};

export const mews = pms({
	slug: 'mews',
	name: 'Mews',
	read: {
		...{ url: '', authentication: 'httpCustomAuth' },
		credential:
			'a Custom Auth `{"body": {"ClientToken": "…", "AccessToken": "…", "Client": "n8n"}}`',
	},
	hint: 'It is the ID of the space (in Mews, the assigned resource). A reservation gets its code when a space is assigned. One message may tell of several reservations: each has a run of its own. To try the workflow, execute it from **One Booking**.',
	...{ message, reservation: reservations },
	entry,
	sample: {
		'Booking Webhook': [{ body: message }],
		'One Booking': message.Events,
		'Read Reservation': [reservations],
		'Read Guest': [customers],
	},
	reading: {
		nodes: [
			ask(
				'Read Reservation',
				2,
				'reservations/getAll/2023-06-06',
				'{ ReservationIds: [String($json.Value.Id)], Limitation: { Count: 1 } }',
			),
			ask(
				'Read Guest',
				3,
				'customers/getAll',
				'{ CustomerIds: [$json.Reservations[0].AccountId], Extent: { Customers: true }, Limitation: { Count: 1 } }',
			),
		],
		until: 4,
		wires: [
			['Settings', 'Read Reservation'],
			['Read Reservation', 'Read Guest'],
			['Read Guest', 'Booking'],
		],
	},
	booking: {
		booking_key: `=mews-{{ ${NOW}.Id }}`,
		// Without a space there is no door yet.
		state: `={{ ${NOW}.State === 'Canceled' ? 'cancelled' : ['Confirmed', 'Started'].includes(${NOW}.State) && ${NOW}.AssignedResourceId ? 'stay' : 'none' }}`,
		listing_id: `={{ ${NOW}.AssignedResourceId ?? '' }}`,
		guest_name: `={{ [${GUEST}.FirstName, ${GUEST}.LastName].map((part) => (part ?? '').trim()).filter(Boolean).join(' ') }}`,
		guest_phone: `={{ (${GUEST}.Phone ?? '').trim() }}`,
		guest_email: `={{ (${GUEST}.Email ?? '').trim() }}`,
		arrives: `={{ ${NOW}.ScheduledStartUtc ?? ${NOW}.StartUtc }}`,
		leaves: `={{ ${NOW}.ScheduledEndUtc ?? ${NOW}.EndUtc }}`,
		changed_at: `={{ ${NOW}.UpdatedUtc ?? '' }}`,
	},
});
