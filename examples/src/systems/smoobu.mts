import { either, fields, read, send, type Node } from '../nodes.mts';
import { idIn, pms } from '../pms.mts';
import { message, reservation, signed } from '../samples/smoobu.mts';

const HOST = 'https://login.smoobu.com';
const RESERVATIONS = '/api/reservations/';
const KEY = "$('Settings').first().json.smoobu_key";

/** What is signed: each request has a time and a nonce of its own. */
const request = (name: string, at: Node['at'], path: string, body = '') =>
	fields(name, at, {
		path: `=${RESERVATIONS}${path}`,
		body,
		timestamp: `={{ DateTime.utc().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'") }}`,
		nonce:
			"={{ 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16)) }}",
	});

/** The credential of this node holds the secret; method, path, query, time, nonce, hash of the body and key are signed. */
const sign = (name: string, at: Node['at'], method: string): Node => ({
	...{ name, type: 'n8n-nodes-base.crypto', typeVersion: 2, at },
	parameters: {
		...{ action: 'hmac', type: 'SHA256', dataPropertyName: 'signature', encoding: 'base64' },
		value: `={{ ['${method}', $json.path, '', $json.timestamp, $json.nonce, $json.body.hash('sha256'), ${KEY}].join('\\n') }}`,
	},
});

const ADDRESS = `=${HOST}{{ $json.path }}`;
const HEADERS = {
	sendHeaders: true,
	headerParameters: {
		parameters: [
			{ name: 'X-API-Key', value: `={{ ${KEY} }}` },
			{ name: 'X-Timestamp', value: '={{ $json.timestamp }}' },
			{ name: 'X-Nonce', value: '={{ $json.nonce }}' },
			{ name: 'X-Signature', value: '={{ $json.signature }}' },
		],
	},
};

const tell = send('Message in Smoobu', [0, 0], ADDRESS, {});

export const smoobu = pms({
	slug: 'smoobu',
	name: 'Smoobu',
	read: {
		...{ url: '', authentication: 'httpHeaderAuth' },
		credential:
			'the secret of an API key that you made (**Sign Request** and **Sign Message** ask for it, as HMAC Secret), the key itself in **Settings** as `smoobu_key`',
	},
	settings: { smoobu_key: '' },
	hint: 'It is Smoobu’s apartment ID. A deleted booking can’t be read any more, and never comes back, so that message is believed.',
	...{ message, reservation },
	sample: {
		'Booking Webhook': [{ body: message }],
		'Sign Request': [signed],
		'Read Reservation': [reservation],
	},
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
			request('Request', [3, 0.6], idIn('$json.body.data?.id')),
			sign('Sign Request', [4, 0.6], 'GET'),
			read('Read Reservation', [5, 0.6], ADDRESS, null, HEADERS),
		],
		until: 6,
		wires: [
			['Settings', 'Deleted?'],
			['Deleted?', 'Deleted Booking'],
			['Deleted?', 'Request', 1],
			['Request', 'Sign Request'],
			['Sign Request', 'Read Reservation'],
			['Deleted Booking', 'Booking'],
			['Read Reservation', 'Booking'],
		],
	},
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
		[
			request(
				'Message Request',
				[0, 0],
				"{{ $('Booking').first().json.booking_key.replace('smoobu-', '') }}/messages/send-message-to-guest",
				"={{ JSON.stringify({ subject: $('Message').first().json.subject, messageBody: $('Message').first().json.text }) }}",
			),
			sign('Sign Message', [0, 0], 'POST'),
			{
				...tell,
				parameters: {
					...{ method: 'POST', url: ADDRESS, ...HEADERS, options: {} },
					...{ sendBody: true, contentType: 'raw', rawContentType: 'application/json' },
					body: '={{ $json.body }}',
				},
			},
		],
	],
});
