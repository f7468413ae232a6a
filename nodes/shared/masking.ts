const MASK = '****';

/** Fields that hold a PIN, or a link that opens like one, in what Seam is sent, in what it says and in what nodes put out. */
const PIN_FIELDS = new Set(['code', 'code_to_give', 'instant_key_url', 'pin', 'preferred_code']);

/** What must never be repeated in an error: the key of the request and every PIN in its body. */
export function secretsOf(apiKey: unknown, body: unknown): string[] {
	const key = typeof apiKey === 'string' ? apiKey.trim() : '';
	return key === '' ? pinsIn(body) : [...pinsIn(body), key];
}

/** Every PIN of a request or record, at every depth: pending changes carry old and new PINs. */
export function pinsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(pinsIn);
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([field, content]) =>
		holdsPin(value, field) && (typeof content === 'string' || typeof content === 'number')
			? [String(content)].filter((pin) => pin.trim() !== '')
			: pinsIn(content),
	);
}

/** Seam also names a PIN that was changed at the lock as `from` and `to` beside `field: 'code'`. */
function holdsPin(holder: Record<string, unknown>, field: string): boolean {
	const isChange = holder.field === 'code' && (field === 'from' || field === 'to');
	return isChange || PIN_FIELDS.has(field);
}

/**
 * Replaces secrets in a text that came from elsewhere: PINs wherever their digits stand for themselves, however they
 * are grouped, and anything in the shape of a Seam key, whoever's key it is. IDs and times stay readable even if they
 * happen to hold the digits of a PIN.
 */
export function mask(text: string, secrets: readonly string[]): string {
	// Longest first, so that a secret that is part of another leaves no rest of it behind.
	const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
	const patterns = [/\bseam_[A-Za-z0-9_]{6,}/g, ...longestFirst.map(patternOf)];
	return text
		.split(KEPT)
		.map((part, index) =>
			index % 2 === 1
				? part
				: patterns.reduce((rest, pattern) => rest.replace(pattern, MASK), part),
		)
		.join('');
}

/** A copy of a record without the fields that hold a PIN, and with PINs masked in its messages. */
export function withoutPins(record: object): Record<string, unknown> {
	return stripped(record, pinsIn(record), (field) => field === 'message');
}

/** The same, with PINs masked in all its texts; `isChanged`: there was something to hide. */
export function withoutSecrets(record: object): {
	record: Record<string, unknown>;
	isChanged: boolean;
} {
	const pins = pinsIn(record);
	return { record: stripped(record, pins, () => true), isChanged: pins.length > 0 };
}

function stripped(
	record: object,
	pins: readonly string[],
	isMasked: (field: string) => boolean,
): Record<string, unknown> {
	const strip = (value: unknown, field = ''): unknown => {
		if (Array.isArray(value)) return value.map((inner) => strip(inner, field));
		if (isRecord(value)) {
			const kept = Object.entries(value).filter(([name]) => !holdsPin(value, name));
			return Object.fromEntries(kept.map(([name, inner]) => [name, strip(inner, name)]));
		}
		return typeof value === 'string' && isMasked(field) ? mask(value, pins) : value;
	};
	return strip(record) as Record<string, unknown>;
}

/** UUIDs, ISO dates and times, and long IDs of letters and digits. One group: `split` puts them at the odd places. */
const KEPT = new RegExp(
	`(${[
		'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
		'(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}[\\d:.]*(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![\\d-])',
		'(?<!\\w)(?=[a-z]*\\d)(?=\\d*[a-z])[a-z\\d]{16,}(?!\\w)',
	].join('|')})`,
	'i',
);

function patternOf(secret: string): RegExp {
	if (!/^\d+$/.test(secret)) return new RegExp(escape(secret), 'g');
	// A number has no leading zeros; fewer than three digits would be any number.
	const digits = secret.replace(/^0+(?=\d{3})/, '');
	return new RegExp(`(?<!\\d)(?:0[\\s.,-]?)*${[...digits].join('[\\s.,-]?')}(?!\\d)`, 'g');
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
