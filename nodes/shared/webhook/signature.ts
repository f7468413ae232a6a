import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clock of a delivery may be from ours, either way (Svix: manual verification of webhooks). */
const TOLERANCE_SECONDS = 300;

/** The two families of header names that carry one delivery's ID, timestamp and signatures. */
const HEADER_FAMILIES = ['svix', 'webhook'] as const;

export type RefusedBecause =
	| 'no_secret'
	| 'no_body'
	| 'missing_headers'
	| 'wrong_signature'
	| 'wrong_time';

export type Verification =
	| { isGenuine: true; messageId: string }
	| { isGenuine: false; because: RefusedBecause };

export interface Delivery {
	/** The request's headers, their names in lower case. */
	headers: Record<string, string | string[] | undefined>;
	/** The body's bytes as they came, before any parsing. */
	rawBody: Uint8Array | undefined;
}

/**
 * Tells whether a delivery was signed with `secret` within five minutes of `now` (milliseconds since 1970), by
 * Svix's scheme, which Seam's webhooks use: HMAC-SHA256 over `id.timestamp.body`, in base64, one or more of them
 * behind `v1,` in the signature header. Never throws; whatever is missing or unreadable counts as not genuine.
 */
export function verifyDelivery(
	{ headers, rawBody }: Delivery,
	secret: string | undefined,
	now: number,
): Verification {
	const key = signingKey(secret);
	if (!key) return refused('no_secret');
	if (!rawBody) return refused('no_body');

	const signed = signedHeaders(headers);
	if (!signed) return refused('missing_headers');

	const expected = createHmac('sha256', key)
		.update(`${signed.messageId}.${signed.timestamp}.`)
		.update(rawBody)
		.digest('base64');
	const isSigned = signaturesOf(signed.signature).some((given) => isSameText(given, expected));
	if (!isSigned) return refused('wrong_signature');

	return isNear(signed.timestamp, now)
		? { isGenuine: true, messageId: signed.messageId }
		: refused('wrong_time');
}

function refused(because: RefusedBecause): Verification {
	return { isGenuine: false, because };
}

/** The key's bytes: base64 behind `whsec_`, or base64 alone. Null where that leaves no key at all. */
function signingKey(secret: string | undefined): Buffer | null {
	if (!secret) return null;
	const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
	return key.length > 0 ? key : null;
}

function signedHeaders(headers: Delivery['headers']) {
	for (const family of HEADER_FAMILIES) {
		const messageId = headers[`${family}-id`];
		const timestamp = headers[`${family}-timestamp`];
		const signature = headers[`${family}-signature`];
		if (isText(messageId) && isText(timestamp) && isText(signature))
			return { messageId, timestamp, signature };
	}
	return null;
}

/** The signatures of the one version that there is; those of versions to come are passed over. */
function signaturesOf(header: string): string[] {
	return header
		.split(' ')
		.filter((entry) => entry.startsWith('v1,'))
		.map((entry) => entry.slice('v1,'.length));
}

function isSameText(given: string, expected: string): boolean {
	const givenBytes = Buffer.from(given);
	const expectedBytes = Buffer.from(expected);
	return givenBytes.length === expectedBytes.length && timingSafeEqual(givenBytes, expectedBytes);
}

function isNear(timestamp: string, now: number): boolean {
	if (!/^\d{1,15}$/.test(timestamp)) return false;
	return Math.abs(Math.floor(now / 1000) - Number(timestamp)) <= TOLERANCE_SECONDS;
}

function isText(value: string | string[] | undefined): value is string {
	return typeof value === 'string' && value !== '';
}
