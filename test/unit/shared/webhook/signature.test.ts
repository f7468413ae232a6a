import { Webhook } from 'svix';

import { verifyDelivery } from '../../../../nodes/shared/webhook/signature';

const NOW = Date.parse('2027-03-01T12:00:00.600Z');
const SECOND = 1_000;

const secretFrom = (text: string) => `whsec_${Buffer.from(text).toString('base64')}`;
const SECRET = secretFrom('the signing key of this node');
const OTHER_SECRET = secretFrom('the signing key of another');
const BODY = JSON.stringify({ event_type: 'lock.unlocked', name: 'Haustür Zoë 🔑' });

/** What Svix's own library makes of the body, signed at `at`. */
function signed({ secret = SECRET, at = NOW, body = BODY, id = 'msg_1' } = {}) {
	const signature = new Webhook(secret).sign(id, new Date(at), body);
	return {
		headers: {
			'svix-id': id,
			'svix-timestamp': String(Math.floor(at / SECOND)),
			'svix-signature': signature,
		},
		rawBody: Buffer.from(body) as Uint8Array | undefined,
	};
}

type Delivery = ReturnType<typeof signed>;

/** The same delivery with other headers; undefined takes one away. */
function withHeaders(delivery: Delivery, headers: Record<string, string | undefined>) {
	return { ...delivery, headers: { ...delivery.headers, ...headers } };
}

const renamed = ({ headers, rawBody }: Delivery) => ({
	headers: Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.replace('svix', 'webhook'), value]),
	),
	rawBody,
});

describe('a delivery that is genuine', () => {
	const other = signed({ secret: OTHER_SECRET }).headers['svix-signature'];
	const own = signed().headers['svix-signature'];

	it.each([
		['signed now', signed()],
		['signed five minutes ago', signed({ at: NOW - 300 * SECOND })],
		['signed five minutes from now', signed({ at: NOW + 300 * SECOND })],
		['with an empty body', signed({ body: '' })],
		['with a body that is not JSON', signed({ body: 'ping' })],
		['with the other header names', renamed(signed())],
		[
			'signed with two secrets, ours last',
			withHeaders(signed(), { 'svix-signature': `${other} ${own}` }),
		],
		[
			'signed with two secrets, ours first',
			withHeaders(signed(), { 'svix-signature': `${own} ${other}` }),
		],
		[
			'signed in a version to come, too',
			withHeaders(signed(), { 'svix-signature': `v2,AAAA ${own}` }),
		],
	])('%s', (_title, delivery) => {
		expect(verifyDelivery(delivery, SECRET, NOW)).toEqual({ isGenuine: true, messageId: 'msg_1' });
	});

	it('with a secret that has no prefix', () => {
		const bare = SECRET.replace('whsec_', '');
		expect(verifyDelivery(signed({ secret: bare }), bare, NOW).isGenuine).toBe(true);
		expect(verifyDelivery(signed({ secret: bare }), SECRET, NOW).isGenuine).toBe(true);
	});
});

describe('a delivery that is refused', () => {
	const own = signed().headers['svix-signature'];

	it.each([
		['another secret', signed({ secret: OTHER_SECRET }), 'wrong_signature'],
		['one byte changed', { ...signed(), rawBody: Buffer.from(`${BODY} `) }, 'wrong_signature'],
		[
			'the same JSON, written anew',
			{ ...signed(), rawBody: Buffer.from(JSON.stringify(JSON.parse(BODY), null, 1)) },
			'wrong_signature',
		],
		['another message ID', withHeaders(signed(), { 'svix-id': 'msg_2' }), 'wrong_signature'],
		[
			'an old signature with a new timestamp',
			withHeaders(signed({ at: NOW - 3_600 * SECOND }), {
				'svix-timestamp': String(Math.floor(NOW / SECOND)),
			}),
			'wrong_signature',
		],
		[
			'a signature cut short',
			withHeaders(signed(), { 'svix-signature': own.slice(0, -4) }),
			'wrong_signature',
		],
		[
			'a signature without its version',
			withHeaders(signed(), { 'svix-signature': own.replace('v1,', '') }),
			'wrong_signature',
		],
		[
			'the right bytes in a version that is not known',
			withHeaders(signed(), { 'svix-signature': own.replace('v1,', 'v2,') }),
			'wrong_signature',
		],
		[
			'an empty signature of the version',
			withHeaders(signed(), { 'svix-signature': 'v1,' }),
			'wrong_signature',
		],
		['signed 301 seconds ago', signed({ at: NOW - 301 * SECOND }), 'wrong_time'],
		['signed 301 seconds from now', signed({ at: NOW + 301 * SECOND }), 'wrong_time'],
		['no ID', withHeaders(signed(), { 'svix-id': undefined }), 'missing_headers'],
		['no timestamp', withHeaders(signed(), { 'svix-timestamp': undefined }), 'missing_headers'],
		['no signature', withHeaders(signed(), { 'svix-signature': undefined }), 'missing_headers'],
		[
			'an empty signature header',
			withHeaders(signed(), { 'svix-signature': '' }),
			'missing_headers',
		],
		['no headers at all', { ...signed(), headers: {} }, 'missing_headers'],
		['no bytes to verify', { ...signed(), rawBody: undefined }, 'no_body'],
	])('%s', (_title, delivery, because) => {
		expect(verifyDelivery(delivery, SECRET, NOW)).toEqual({ isGenuine: false, because });
	});

	it.each(['yesterday', '', '1e9', '-1', '12.5', '0x10', '9'.repeat(400)])(
		'a timestamp that is no whole number of seconds: %j',
		(timestamp) => {
			// Whoever knows the secret may sign any timestamp; it is refused all the same.
			const signature = new Webhook(SECRET).sign('msg_1', new Date(NOW), BODY);
			const delivery = withHeaders(signed(), {
				'svix-timestamp': timestamp,
				'svix-signature': signature,
			});
			expect(verifyDelivery(delivery, SECRET, NOW).isGenuine).toBe(false);
		},
	);

	it.each([
		['none', undefined],
		['empty', ''],
		['a prefix alone', 'whsec_'],
		['no base64 at all', '???'],
	])('a secret that is %s', (_title, secret) => {
		expect(verifyDelivery(signed(), secret, NOW)).toEqual({
			isGenuine: false,
			because: 'no_secret',
		});
	});
});

it("agrees with Svix's own library on every one of these", () => {
	const now = Date.now();
	const deliveries = [
		signed({ at: now }),
		signed({ at: now - 290 * SECOND }),
		signed({ at: now - 400 * SECOND }),
		signed({ at: now + 290 * SECOND }),
		signed({ at: now + 400 * SECOND }),
		signed({ at: now, secret: OTHER_SECRET }),
		{ ...signed({ at: now }), rawBody: Buffer.from(`${BODY}\n`) },
		renamed(signed({ at: now })),
		withHeaders(signed({ at: now }), { 'svix-signature': 'v1,' }),
		withHeaders(signed({ at: now }), { 'svix-signature': 'v1, v1' }),
		withHeaders(signed({ at: now }), { 'svix-id': undefined }),
	];
	const svixAccepts = ({ headers, rawBody }: (typeof deliveries)[number]) => {
		try {
			new Webhook(SECRET).verify(rawBody as Buffer, headers as Record<string, string>);
			return true;
		} catch {
			return false;
		}
	};
	expect(deliveries.map((delivery) => verifyDelivery(delivery, SECRET, now).isGenuine)).toEqual(
		deliveries.map(svixAccepts),
	);
});
