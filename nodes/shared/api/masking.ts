const MASK = '****';

/** Fields of requests that hold a PIN. */
const PIN_FIELDS = new Set(['code', 'preferred_code', 'pin']);

/** What must never be repeated in an error: the key of the request and every PIN in its body. */
export function secretsOf(apiKey: unknown, body: unknown): string[] {
	const secrets = pinsIn(body);
	if (typeof apiKey === 'string' && apiKey.trim() !== '') secrets.push(apiKey.trim());
	// Longest first, so that a secret that is part of another leaves no rest of it behind.
	return secrets.sort((a, b) => b.length - a.length);
}

function pinsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(pinsIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([field, content]) =>
		PIN_FIELDS.has(field) && (typeof content === 'string' || typeof content === 'number')
			? [String(content)].filter((pin) => pin !== '')
			: pinsIn(content),
	);
}

/**
 * Replaces secrets in a text that came from elsewhere: PINs wherever their digits stand for themselves, also with
 * spaces or hyphens between them, and anything in the shape of a Seam key, whoever's key it is. IDs stay readable
 * even where they happen to hold the digits of a PIN.
 */
export function mask(text: string, secrets: readonly string[]): string {
	const patterns = [...secrets.map(patternOf), /\bseam_[A-Za-z0-9_]{6,}/g];
	return text
		.split(UUID)
		.map((part, index) =>
			index % 2 === 1
				? part
				: patterns.reduce((rest, pattern) => rest.replace(pattern, MASK), part),
		)
		.join('');
}

/** One group, so that splitting by it keeps the IDs, at the odd places. */
const UUID = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;

function patternOf(secret: string): RegExp {
	if (!/^\d+$/.test(secret)) return new RegExp(escape(secret), 'g');
	return new RegExp(`(?<!\\d)${[...secret].join('[\\s-]?')}(?!\\d)`, 'g');
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
