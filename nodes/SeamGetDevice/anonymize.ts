import { isKnownZone } from '../shared/time/zone';

/** What a value is replaced by that may tell whose device it is, or open its door. */
const TEXT = '(text)';
const NUMBER = '(number)';
const HIDDEN = '(hidden)';

/**
 * A copy of what Seam or this package says of a device that may be shown to strangers. It goes by what is known to be
 * harmless, since Seam may add fields at any time: yes and no, small numbers, words such as `august_lock`, zones, dates
 * and durations stay. IDs are shortened, sentences lose every number of three digits or more and whatever looks like a
 * key, and all else is replaced by its kind.
 *
 * @param names Texts that tell whose device it is; they are taken out of sentences
 */
export function anonymized(value: unknown, names: readonly string[], field = ''): unknown {
	if (Array.isArray(value)) return value.map((inner) => anonymized(inner, names, field));
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [
				isWord(name) ? name : '(field)',
				anonymized(inner, names, name),
			]),
		);
	}
	if (value === null || value === undefined || typeof value === 'boolean') return value;
	if (SECRET.test(field)) return HIDDEN;
	if (ID.test(field)) return shortened(String(value));
	if (PERSONAL.test(field) && !SENTENCES.has(field)) return TEXT;
	if (typeof value === 'number') return isHarmlessNumber(value, field) ? value : NUMBER;
	const text = String(value);
	if (isHarmless(text)) return text;
	return SENTENCES.has(field) ? sentence(text, names) : TEXT;
}

/** A sentence without the names, numbers, IDs and keys that may stand in it. */
function sentence(text: string, names: readonly string[]): string {
	const longestFirst = [...names].sort((a, b) => b.length - a.length);
	const nameless = longestFirst.reduce((rest, name) => rest.replaceAll(name, '(name)'), text);
	return nameless
		.replace(UUID, (id) => shortened(id))
		.replace(KEY, HIDDEN)
		.split(TIME_STAMP)
		.map((part, index) => (index % 2 === 1 ? part : part.replace(DIGITS, '#')))
		.join('');
}

/** Fields of sentences and of makers' and models' names. */
const SENTENCES = new Set([
	...['because', 'fix', 'message', 'source', 'lengths_source', 'time_zone_source'],
	...['usable', 'unusable', 'unknown_rules', 'lock_family'],
	...['display_name', 'manufacturer_display_name', 'device_provider_name'],
]);
/** Fields that tell who or where, however harmless the word looks that they hold. */
const PERSONAL = /(^|_)(name|address|email|phone|city|street|url|latitude|longitude)$/i;
/** Fields whose value opens something, whatever it looks like. */
const SECRET =
	/^(?!(error|warning)_code$|max_)(.*_)?(code|pin|passcode|password|secret|token|key)s?$/i;
const ID = /(^|_)(id|ids|serial|serial_number|mac|mac_address|imei)$/i;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
/** Of Seam, or anything long that mixes letters and digits or capital and small letters as no word does. */
const KEY =
	/\bseam_\w+|(?<![\w.])(?=[\w+/=-]*\d[\w+/=-]*\d[\w+/=-]*\d|[\w-]*[a-z][A-Z]+[a-z])[A-Za-z0-9_+=-]{14,}/g;
const DIGITS = /\d(?:[\s.,/–-]?\d){2,}/g;
const TIME_STAMP =
	/((?<![\d-])\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?(?![\d-]))/;

/** As Seam writes its types, codes and fields: `august_lock`, `hub_disconnected`, `keypad_2_paired`. */
const isWord = (text: string): boolean =>
	/^[a-z][a-z0-9]*([_.][a-z0-9]+)*$/.test(text) &&
	text.length <= 60 &&
	(text.match(/\d/g) ?? []).length < 3;

const HARMLESS = [
	/^P(?=.)(\d{1,3}[YMWD]){0,4}(T(\d{1,3}[HMS]){1,3})?$/,
	/^\d{2}:\d{2}(:\d{2})?(\[[A-Za-z_]+(\/[A-Za-z_]+)*\])?$/,
	/^FREQ=[A-Z]+(;[A-Z]+=[A-Z0-9,]{1,20})*$/,
];

function isHarmless(text: string): boolean {
	const [whole] = text.match(TIME_STAMP) ?? [];
	if (text === '' || whole === text || isWord(text)) return true;
	return (
		HARMLESS.some((shape) => shape.test(text)) ||
		(/^[A-Z][A-Za-z]+\//.test(text) && isKnownZone(text))
	);
}

/** Counts, levels and lengths; an offset of a clock is a whole number of quarters of an hour. */
function isHarmlessNumber(value: number, field: string): boolean {
	if (field.includes('offset')) return value % 900_000 === 0 && Math.abs(value) <= 54_000_000;
	return Math.abs(value) < 1000 && (Number.isInteger(value) || Math.abs(value) <= 1);
}

/** Enough to tell two devices apart, and to find one among those that one has. */
const shortened = (id: string): string =>
	/^[0-9a-f]{8}-/i.test(id) ? `${id.slice(0, 8)}…` : '(ID)';
