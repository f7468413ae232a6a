import {
	choosePins,
	withPin,
	type BookingForPin,
} from '../../../../../nodes/shared/accessCode/pin/bookingPins';
import { derivedPins } from '../../../../../nodes/shared/accessCode/pin/derivedPin';
import { SET_AT_RUN, type Plan } from '../../../../../nodes/shared/accessCode/planning/planTypes';
import type { AccessCode } from '../../../../../nodes/shared/schema/accessCode';
import { deviceSchema, type Device } from '../../../../../nodes/shared/schema/device';

const lockWith = (device_id: string, properties: object): Device =>
	deviceSchema.parse({ device_id, device_type: 'august_lock', properties });

const anyLength = lockWith('any', {});
const four = lockWith('four', { supported_code_lengths: [4] });
const fourToSix = lockWith('four-to-six', { supported_code_lengths: [4, 5, 6] });
const sixNoZeros = lockWith('six', {
	supported_code_lengths: [6],
	code_constraints: [{ constraint_type: 'no_zeros' }],
});
const makesItsOwn = lockWith('makes-its-own', {
	supported_code_lengths: [6],
	code_constraints: [{ constraint_type: 'cannot_specify_pin_code' }],
});
const knownOnly = lockWith('known-only', {
	supported_code_lengths: [6],
	code_constraints: [{ constraint_type: 'pin_code_matches_existing_set' }],
});

const codesWith = (device: Device, pins: string[]) =>
	pins.map((code) => ({ access_code_id: code, device_id: device.device_id, code }) as AccessCode);
const lock = (device: Device, otherPins: string[] = [], isOffline = false) => ({
	device,
	isOffline,
	otherCodes: codesWith(device, otherPins),
});

const generated = { pin: { source: 'generated' } } as const;
const bookingWith = (more: Partial<BookingForPin> = {}): BookingForPin => ({
	...{ identity: 'HA-1', secret: 'a secret', wish: generated, knownPins: [], spentPins: [] },
	...more,
});
const phone = (number: unknown): Partial<BookingForPin> => ({
	wish: { pin: { source: 'phone', phone: number } },
});
const custom = (code: unknown): Partial<BookingForPin> => ({
	wish: { pin: { source: 'custom', code } },
});

/** The choice for the only lock, or the first of several. */
function choice(locks: ReturnType<typeof lock> | Array<ReturnType<typeof lock>>, more = {}) {
	const all = Array.isArray(locks) ? locks : [locks];
	const { code, preferred_code_length, reason, warnings } = choosePins(
		all,
		bookingWith(more),
	).choiceFor(all[0].device.device_id);
	return { code, preferred_code_length, reason, warned: warnings.map((warning) => warning.code) };
}

const derived = (length: number, count = 1) => {
	const stream = derivedPins({ ...bookingWith(), length, isAllowed: (pin) => !pin.includes('0') });
	return Array.from({ length: count }, () => stream.next().value);
};

describe('the PIN of a booking', () => {
	it('is one for all its locks', () => {
		const pins = choosePins([lock(fourToSix), lock(sixNoZeros)], bookingWith());
		expect(pins.choiceFor('six').code).toBe(derived(6)[0]);
		expect(pins.choiceFor('four-to-six')).toEqual(pins.choiceFor('six'));
	});

	it('is one for each lock if they have none in common, which is said', () => {
		const pins = choosePins([lock(four), lock(sixNoZeros)], bookingWith());
		expect(pins.choiceFor('four').code).toMatch(/^\d{4}$/);
		expect(pins.choiceFor('six').code).toMatch(/^[1-9]{6}$/);
		expect(pins.choiceFor('six').warnings).toMatchObject([{ code: 'pins_differ' }]);
	});

	it('is none that another code has on any of the locks', () => {
		const [first, second] = derived(6, 2);
		expect(choice([lock(sixNoZeros), lock(fourToSix, [String(first)])]).code).toBe(second);
	});

	it('is set at run if the booking is known only then', () => {
		expect(choice(lock(sixNoZeros), { identity: `~${SET_AT_RUN}` }).code).toBe(SET_AT_RUN);
	});

	it.each([
		['the one that it has on another lock', ['482915'], [], '482915', []],
		['another if that one is taken here', ['482915'], ['482915'], derived(6)[0], ['pins_differ']],
		['another if that one breaks a rule here', ['480915'], [], derived(6)[0], ['pins_differ']],
		['the known one, even if it is easy to guess', ['123456'], [], '123456', []],
	])('is %s', (_what, knownPins, taken, code, warned) => {
		expect(choice(lock(sixNoZeros, taken), { knownPins })).toMatchObject({ code, warned });
	});

	it.each([
		['a derived one', derived(6, 1), derived(6, 2)[1]],
		['a later derived one', derived(6, 2), derived(6, 3)[2]],
		['the second derived one alone', derived(6, 2).slice(1), derived(6, 3)[2]],
		['any other', ['999111'], derived(6)[0]],
	])('never comes back after it was spent: %s', (_what, spentPins, code) => {
		expect(choice(lock(sixNoZeros), { spentPins, knownPins: spentPins })).toMatchObject({
			code,
			warned: [],
		});
	});
});

describe('the length', () => {
	it.each([
		[5, 5, []],
		[8, 6, ['preferred_length_not_supported']],
	])('of %d digits is preferred', (preferredLength, length, warned) => {
		const wish = { pin: { source: 'generated', preferredLength } };
		const chosen = choice(lock(fourToSix), { wish });
		expect(chosen.code).toHaveLength(length);
		expect(chosen).toMatchObject({ preferred_code_length: undefined, warned });
	});

	it.each([
		[6, 6, []],
		[5, undefined, ['preferred_length_not_supported']],
	])('of %d digits is passed on if Seam chooses', (preferredLength, sent, warned) => {
		const wish = { pin: { source: 'generated', preferredLength } };
		expect(choice(lock(makesItsOwn), { wish })).toMatchObject({
			code: undefined,
			preferred_code_length: sent,
			warned,
		});
	});
});

describe('PINs that are left to others', () => {
	it.each([
		['a lock that makes its own', lock(makesItsOwn), {}, 'generated by Seam', []],
		['a lock that takes known PINs only', lock(knownOnly), {}, 'generated by Seam', []],
		['an offline code', lock(sixNoZeros, [], true), {}, 'assigned by the maker', []],
		[
			'an offline code, beside online ones that get a custom PIN',
			lock(sixNoZeros, [], true),
			custom('924175'),
			'assigned by the maker',
			[],
		],
		[
			'codes that share one',
			lock(sixNoZeros),
			{ wish: { ...generated, commonCodeKey: 'house' } },
			'shared by its Shared PIN Group',
			[],
		],
		[
			'a lock that makes its own, with a phone number',
			lock(makesItsOwn),
			phone('+1 555 482 9150'),
			'generated by Seam',
			['phone_pin_not_used'],
		],
		[
			'an offline code, with a phone number',
			lock(sixNoZeros, [], true),
			phone('+1 555 482 9150'),
			'assigned by the maker',
			['phone_pin_not_used'],
		],
		[
			'an offline code, with a length',
			lock(sixNoZeros, [], true),
			{ wish: { pin: { source: 'generated', preferredLength: 6 } } },
			'assigned by the maker',
			['parameter_not_used'],
		],
	])('%s', (_what, single, more, value, warned) => {
		expect(choice(single, more)).toMatchObject({ code: undefined, reason: { value }, warned });
	});

	it('names rules that are not known here', () => {
		const device = lockWith('odd', { code_constraints: [{ constraint_type: 'must_rhyme' }] });
		const { warnings } = choosePins([lock(device)], bookingWith()).choiceFor('odd');
		expect(warnings).toEqual([
			{ code: 'unknown_code_constraint', message: expect.stringContaining('must_rhyme') },
		]);
	});
});

describe('a custom PIN', () => {
	it.each([
		['text', '924175'],
		['a number', 924175],
		['text with blanks', ' 924175 '],
	])('from %s', (_what, code) => {
		expect(choice(lock(sixNoZeros), custom(code))).toMatchObject({ code: '924175', warned: [] });
	});

	it('may have as many digits as Seam takes', () => {
		expect(choice(lock(anyLength), custom('924175386204')).code).toBe('924175386204');
	});

	it('that is easy to guess is warned of, without the PIN', () => {
		const { warnings } = choosePins([lock(fourToSix)], bookingWith(custom('1234'))).choiceFor(
			'four-to-six',
		);
		expect(warnings).toMatchObject([{ code: 'weak_pin' }]);
		expect(JSON.stringify(warnings)).not.toContain('1234');
	});

	it('is passed on to a lock that takes known PINs only', () => {
		expect(choice(lock(knownOnly), custom('924175'))).toMatchObject({
			code: '924175',
			warned: ['pin_must_be_known'],
		});
	});

	it.each<[string, Device, unknown, RegExp]>([
		['letters', fourToSix, '92a1', /4 to 12 digits/],
		['a fraction', fourToSix, 92.41, /4 to 12 digits/],
		['too short for any lock', anyLength, '924', /4 to 12 digits/],
		['too long for any lock', anyLength, '9241753862047', /4 to 12 digits/],
		['too short for the lock', sixNoZeros, '9241', /has 4 digits; this lock takes exactly 6/],
		['a broken rule', sixNoZeros, '904117', /must not contain 0/],
		['taken by another code', fourToSix, '7316', /already used by another code/],
		['nothing', fourToSix, '', /is empty/],
		['an object', fourToSix, {}, /is empty/],
		['a lock that makes its own', makesItsOwn, '924175', /makes its own PINs/],
	])('is refused: %s', (_what, device, code, message) => {
		let refusal = new Error('not refused');
		try {
			choice(lock(device, ['7316']), custom(code));
		} catch (error) {
			refusal = error as Error;
		}
		expect(refusal).toMatchObject({
			parameter: 'customPin',
			message: expect.stringMatching(message),
		});
		if (typeof code === 'string' && code !== '') expect(refusal.message).not.toContain(code);
	});
});

describe('a PIN from a phone number', () => {
	it.each<[string, unknown, string]>([
		['its last four digits', '+39 333 123 9241', '9241'],
		['a number', 5559241, '9241'],
		['all digits of a short one', '9241', '9241'],
		['the first of two that are equally long', '555 9241, 555 0713', '9241'],
		['an en dash', '+1 650 55592–41', '9241'],
		['full-width brackets', '0170 22（92）41', '9241'],
		['a text without signs', '5559241', '9241'],
		['signs and brackets', '(0)170/222-92.41', '9241'],
		['no extension', '+1 650 555 9241 ext. 77', '9241'],
		['no extension in short', '+1-650-555-9241 x12', '9241'],
		['no parameter of a tel: address', 'tel:+1-650-555-9241;ext=8899', '9241'],
		['no note', 'Ada (2 guests): +1 650 555 9241, arrives at 22:00', '9241'],
		['Arabic digits', '٥٥٥٩٢٤١', '9241'],
		['full-width digits', '５５５９２４１', '9241'],
		['Devanagari digits', '५५५९२४१', '9241'],
	])('takes %s', (_what, number, code) => {
		expect(choice(lock(four), phone(number))).toMatchObject({ code, warned: [] });
	});

	it.each<[string, unknown, string[], string]>([
		['taken', '+49 170 2220431', ['0431'], '20431'],
		['easy to guess', '+1 555 9201111', [], '01111'],
	])('says so if the shorter one is %s', (_what, number, taken, code) => {
		const chosen = choice(lock(fourToSix, taken), phone(number));
		expect(chosen).toMatchObject({
			code,
			warned: ['phone_pin_longer'],
			reason: { value: 'the last 5 digits of the phone number' },
		});
		expect(JSON.stringify(chosen.reason)).not.toContain(code);
	});

	it('names the first length that could not be had, if several could not', () => {
		const locks = [lock(fourToSix, ['0431', '20431'])];
		const chosen = choosePins(locks, bookingWith(phone('+49 170 2220431'))).choiceFor(
			'four-to-six',
		);
		expect(chosen.code).toBe('220431');
		expect(chosen.warnings.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^The last 4 digits of the phone number .* so its last 6 are\.$/),
		]);
	});

	it.each<[string, Device, unknown, string[]]>([
		['too few digits', fourToSix, '92', []],
		['no digits', fourToSix, 'unknown', []],
		['nothing', fourToSix, undefined, []],
		['a broken rule', sixNoZeros, '+1 555 900 0041', []],
		['all of them taken', four, '+1 555 900 9241', ['9241']],
	])('gives way to a derived one: %s', (_what, device, number, taken) => {
		const chosen = choice(lock(device, taken), phone(number));
		expect(chosen.warned).toEqual(['phone_pin_not_used']);
		expect(chosen.reason.value).toContain('derived');
	});

	it('suits all locks of the booking', () => {
		const locks = [lock(fourToSix), lock(sixNoZeros)];
		expect(choice(locks, phone('+1 555 482915')).code).toBe('482915');
	});
});

describe('a PIN that Seam refuses', () => {
	it('is followed by the next one, on all locks together', () => {
		const pins = choosePins([lock(fourToSix), lock(sixNoZeros)], bookingWith());
		expect(pins.next('four-to-six')).toBe(true);
		expect(pins.choiceFor('six').code).toBe(derived(6, 2)[1]);
		expect(pins.choiceFor('four-to-six').code).toBe(derived(6, 2)[1]);
	});

	it('from a phone is followed by a longer one, then by a derived one, which is said', () => {
		const pins = choosePins([lock(four)], bookingWith(phone('+1 555 900 9241')));
		expect(pins.next('four')).toBe(true);
		expect(pins.choiceFor('four')).toMatchObject({
			code: derivedPins({ ...bookingWith(), length: 4, isAllowed: () => true }).next().value,
			warnings: [{ code: 'phone_pin_not_used' }],
		});
	});

	it('is followed by four others at most', () => {
		const pins = choosePins([lock(sixNoZeros)], bookingWith());
		const moves = Array.from({ length: 6 }, () => pins.next('six'));
		expect(moves).toEqual([true, true, true, true, false, false]);
	});

	it.each([
		['a custom one', lock(sixNoZeros), custom('924175')],
		['one that Seam chose', lock(makesItsOwn), {}],
	])('has no next one: %s', (_what, single, more) => {
		expect(choosePins([single], bookingWith(more)).next(single.device.device_id)).toBe(false);
	});

	it('gives way to the one under which another run made the code', () => {
		const pins = choosePins([lock(sixNoZeros)], bookingWith());
		pins.prefer('six', '480915');
		expect(pins.choiceFor('six').code).toBe(derived(6)[0]);
		pins.prefer('six', '771133');
		expect(pins.choiceFor('six').code).toBe('771133');
	});
});

describe('withPin', () => {
	it('puts the PIN in its place and says where it comes from', () => {
		const plan = {
			request: { device_id: 'six', name: 'Ada [HA-1]', starts_at: '2027-03-01T15:00:00Z' },
			reasons: [{ rule: 'time_zone', value: 'Europe/Rome', source: 'the device' }],
			warnings: [],
		} as unknown as Plan;
		const { request, reasons } = withPin(
			plan,
			choosePins([lock(sixNoZeros)], bookingWith()).choiceFor('six'),
		);
		expect(JSON.stringify(request)).toBe(
			`{"device_id":"six","name":"Ada [HA-1]","code":"${derived(6)[0]}","starts_at":"2027-03-01T15:00:00Z"}`,
		);
		expect(reasons).toEqual([
			plan.reasons[0],
			{ rule: 'pin', value: expect.stringContaining('derived'), source: 'the booking' },
		]);
	});
});
