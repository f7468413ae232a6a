import { Refusal } from '../../refusal';
import type { AccessCode } from '../../schema/accessCode';
import type { Device } from '../../schema/device';
import { inOrder } from '../planning/createRequest';
import { SET_AT_RUN, type Plan, type PlanWarning, type Reason } from '../planning/planTypes';
import type { Wish } from '../wish';
import { derivedPins, pinLength } from './derivedPin';
import { phonePins } from './phonePins';
import { acceptsPin, combinePinRules, describeLengths, pinRulesOf, pinViolation } from './pinRules';
import type { PinRules } from './pinRules';
import { readCustomPin } from './pinDigits';
import { isWeakPin } from './weakPin';

export interface LockForPin {
	device: Device;
	isOffline: boolean;
	/** The codes on it that are not this booking's: their PINs are taken. */
	otherCodes: readonly AccessCode[];
}

type WishForPin = Pick<Wish, 'pin' | 'commonCodeKey'>;

/** What the PIN of a booking depends on, beside its locks. */
export interface BookingForPin {
	wish: WishForPin;
	identity: string;
	/** Makes derived PINs unguessable for whoever knows the booking's key: Seam's API key. */
	secret: string;
	/** Online PINs that the booking has on its other locks. */
	knownPins: readonly string[];
	/** PINs that must not come back: a lock refused them for good, or the host asked for a new one. */
	spentPins: readonly string[];
}

/** What a request says about the PIN; both absent if Seam or the maker chooses it. */
export interface PinChoice {
	code?: string;
	preferred_code_length?: number;
	reason: Reason;
	warnings: PlanWarning[];
}

export interface BookingPins {
	/** @throws Refusal if the custom PIN can't be had on this lock; Error for a lock that was not given */
	choiceFor: (deviceId: string) => PinChoice;
	/**
	 * Moves every lock that shares this lock's PIN on to the booking's next one, after Seam refused it. False if
	 * there is none, or if a handful was refused already: then it is not the PIN.
	 */
	next: (deviceId: string) => boolean;
	/** Takes over the PIN under which another run made the code, if the rules of the locks allow it. */
	prefer: (deviceId: string, pin: string | null | undefined) => void;
}

/** Seam's conflicts have other causes than the PIN, too: after this many PINs it is one of those. */
const MOST_PINS = 5;

/**
 * Chooses one PIN for all locks of a booking, in this order: the custom PIN; the PIN that the booking has already;
 * the last digits of the phone number; one derived from the booking; the one that Seam generates. Locks whose rules
 * have no PIN in common get one each.
 */
export function choosePins(locks: readonly LockForPin[], booking: BookingForPin): BookingPins {
	const choosers = choosersFor(locks, booking);
	const chooserOf = (deviceId: string): Chooser => {
		const chooser = choosers.get(deviceId);
		if (chooser === undefined) throw new Error('No PIN was chosen for this lock');
		return chooser;
	};
	return {
		choiceFor: (deviceId) => chooserOf(deviceId).choice(),
		next: (deviceId) => chooserOf(deviceId).next(),
		prefer: (deviceId, pin) => chooserOf(deviceId).prefer(pin),
	};
}

/** The plan with the PIN in its request, where Seam's documents list it, and where it came from. */
export function withPin(plan: Plan, { reason, warnings, ...pin }: PinChoice): Plan {
	return {
		...plan,
		request: inOrder({ ...plan.request, ...pin }),
		reasons: [...plan.reasons, reason],
		warnings: [...plan.warnings, ...warnings],
	};
}

/** One stream of PINs, for the locks that share it. */
interface Chooser {
	choice: () => PinChoice;
	next: () => boolean;
	prefer: (pin: string | null | undefined) => void;
}

function choosersFor(locks: readonly LockForPin[], booking: BookingForPin): Map<string, Chooser> {
	const free = locks.filter((lock) => canShare(lock, booking.wish));
	const shared = sharedChooser(free, booking, []);
	const chooserFor = (lock: LockForPin): Chooser => {
		const alone = () => sharedChooser([lock], booking, [NO_COMMON_PIN]);
		const chooser = free.includes(lock) ? (shared ?? alone()) : null;
		return chooser ?? fixed(lock, booking.wish);
	};
	return new Map(locks.map((lock) => [lock.device.device_id, chooserFor(lock)]));
}

/** Whether the code on this lock can have any PIN that is chosen for the booking. */
function canShare({ device, isOffline }: LockForPin, { pin, commonCodeKey }: WishForPin): boolean {
	const isGiven = pin.source === 'custom' || commonCodeKey !== undefined;
	return !isGiven && !isOffline && pinRulesOf(device).canBeChosen === 'freely';
}

function fixed(lock: LockForPin, wish: WishForPin): Chooser {
	const rules = pinRulesOf(lock.device);
	const { pin } = wish;
	const choice = () =>
		pin.source === 'custom' && !lock.isOffline
			? customChoice(lock, rules, pin.code)
			: choiceOfOthers(lock, rules, wish);
	return { choice, next: () => false, prefer: () => undefined };
}

/** @throws Refusal if this lock does not take the PIN, or another code on it has it */
function customChoice({ otherCodes }: LockForPin, rules: PinRules, pin: unknown): PinChoice {
	const code = readCustomPin(pin);
	if (rules.canBeChosen === 'no') {
		throw refused(
			"This lock makes its own PINs: a custom PIN can't be set on it.",
			"Set 'PIN' to Generated.",
		);
	}
	const violation = pinViolation(code, rules);
	if (violation !== null) {
		throw refused(
			violation.sentence,
			`Give another PIN (${describeLengths(rules.lengths)} digits), or set 'PIN' to Generated.`,
		);
	}
	if (hasPin(otherCodes, code)) throw pinIsTaken();
	const warnings = unknownRuleWarnings(rules);
	if (rules.canBeChosen === 'from_known_pins') {
		warnings.push({
			code: 'pin_must_be_known',
			message: 'This lock takes only PINs that its account already knows; Seam decides.',
		});
	}
	if (isWeakPin(code)) {
		warnings.push({
			code: 'weak_pin',
			message:
				'The custom PIN is one that people try first (a sequence, a repetition, a year or a pattern on the keypad).',
		});
	}
	return { code, reason: reasonOf('custom', 'parameter PIN'), warnings };
}

/** The PIN belongs to a code that is not this booking's. */
export function pinIsTaken(): Refusal {
	return refused(
		'The PIN is already used by another code on this lock, which Seam refuses even for other dates.',
		"Give another PIN, or set 'PIN' to Generated, which finds a free one.",
	);
}

function refused(message: string, fix: string): Refusal {
	return new Refusal(message, { parameter: 'customPin', fix });
}

/** Offline codes, locks that make their own PINs, and codes that share theirs by a key. */
function choiceOfOthers({ isOffline }: LockForPin, rules: PinRules, wish: WishForPin): PinChoice {
	const { pin, commonCodeKey } = wish;
	const preferred = preferredLength(wish);
	if (isOffline) {
		const why = 'the maker assigns the PIN of an offline code';
		const message = `The preferred PIN length was left out: ${why}.`;
		const lengthNotUsed = { code: 'parameter_not_used', message };
		return {
			reason: reasonOf('assigned by the maker', 'Seam: offline access codes'),
			warnings: [
				...(pin.source === 'phone' ? [phoneNotUsed(why)] : []),
				...(preferred === undefined ? [] : [lengthNotUsed]),
			],
		};
	}
	const isSupported = preferred !== undefined && rules.lengths.includes(preferred);
	const why =
		commonCodeKey === undefined
			? 'no PIN can be chosen on this lock'
			: 'codes that share a PIN get it from Seam';
	return {
		...(isSupported ? { preferred_code_length: preferred } : {}),
		reason:
			commonCodeKey === undefined
				? reasonOf('generated by Seam', rules.lengthsSource)
				: reasonOf('shared by its Shared PIN Group', 'parameter Shared PIN Group'),
		warnings: [
			...unknownRuleWarnings(rules),
			...lengthWarnings(preferred, rules),
			...(pin.source === 'phone' ? [phoneNotUsed(why)] : []),
		],
	};
}

/** A PIN that may be taken, and what is to be said of it. */
type Candidate = PinChoice & { code: string };

/** Null if the rules of the locks leave no PIN that all of them take. */
function sharedChooser(
	locks: readonly LockForPin[],
	booking: BookingForPin,
	warnings: PlanWarning[],
): Chooser | null {
	const rules = combinePinRules(locks.map(({ device }) => pinRulesOf(device)));
	if (rules.lengths.length === 0) return null;
	const stream = candidates(locks, booking, rules);
	const first = stream.next();
	if (first.done) return null;
	let current = first.value;
	let count = 1;
	const common = [
		...warnings,
		...unknownRuleWarnings(rules),
		...lengthWarnings(preferredLength(booking.wish), rules),
	];
	return {
		choice: () => ({ ...current, warnings: [...common, ...current.warnings] }),
		next() {
			const following = count < MOST_PINS ? stream.next() : { done: true as const };
			if (following.done) return false;
			count += 1;
			current = following.value;
			return true;
		},
		prefer(pin) {
			if (pin && pinViolation(pin, rules) === null) current = known(pin);
		},
	};
}

function* candidates(
	locks: readonly LockForPin[],
	booking: BookingForPin,
	rules: PinRules,
): Generator<Candidate, void, void> {
	const { wish, knownPins, identity, spentPins } = booking;
	const isFree = (pin: string) =>
		!spentPins.includes(pin) && !locks.some(({ otherCodes }) => hasPin(otherCodes, pin));
	const isAllowed = (pin: string) => isFree(pin) && acceptsPin(pin, rules);

	for (const pin of knownPins)
		if (isFree(pin) && pinViolation(pin, rules) === null) yield known(pin);
	const warnings = knownPins.some((pin) => !spentPins.includes(pin)) ? [KNOWN_PIN_NOT_USED] : [];

	if (wish.pin.source === 'phone') {
		for (const { code, length, shorter } of phonePins(wish.pin.phone, rules, isFree)) {
			yield {
				code,
				reason: reasonOf(`the last ${length} digits of the phone number`, rules.lengthsSource),
				warnings: [...warnings, ...(shorter === null ? [] : [phoneLonger(length, shorter)])],
			};
		}
		warnings.push(phoneNotUsed('its last digits are taken, too easy to guess or not allowed here'));
	}
	if (identity.includes(SET_AT_RUN)) {
		yield { code: SET_AT_RUN, reason: DERIVED, warnings };
		return;
	}
	const length = pinLength(rules.lengths, preferredLength(wish));
	for (const code of derivedPins({ ...booking, length, isAllowed, after: spentPins })) {
		yield { code, reason: DERIVED, warnings };
	}
}

function preferredLength({ pin }: WishForPin): number | undefined {
	return pin.source === 'generated' ? pin.preferredLength : undefined;
}

function hasPin(codes: readonly AccessCode[], pin: string): boolean {
	return codes.some(({ code }) => code === pin);
}

const reasonOf = (value: string, source: string): Reason => ({ rule: 'pin', value, source });

const DERIVED = reasonOf('derived from the booking, the same on all its locks', 'the booking');

const known = (code: string): Candidate => ({
	code,
	reason: reasonOf('the PIN that the booking has already', 'the booking'),
	warnings: [],
});

const NO_COMMON_PIN: PlanWarning = {
	code: 'pins_differ',
	message: 'The rules of these locks have no PIN in common: each lock gets its own.',
};

const KNOWN_PIN_NOT_USED: PlanWarning = {
	code: 'pins_differ',
	message:
		"The booking's PIN on its other locks can't be used here: the guest needs one PIN for each.",
};

function unknownRuleWarnings({ unknownRules }: PinRules): PlanWarning[] {
	return unknownRules.map((rule) => ({
		code: 'unknown_code_constraint',
		message: `The lock has a rule that this package does not know (${rule}); Seam decides.`,
	}));
}

function lengthWarnings(preferred: number | undefined, rules: PinRules): PlanWarning[] {
	if (preferred === undefined || rules.lengths.includes(preferred)) return [];
	const message = `The preferred PIN length of ${preferred} was left out: ${describeLengths(rules.lengths)} digits.`;
	return [{ code: 'preferred_length_not_supported', message }];
}

function phoneLonger(length: number, shorter: number): PlanWarning {
	return {
		code: 'phone_pin_longer',
		message: `The last ${shorter} digits of the phone number can't be the PIN here (taken, too easy to guess or not allowed), so its last ${length} are.`,
	};
}

function phoneNotUsed(why: string): PlanWarning {
	return {
		code: 'phone_pin_not_used',
		message: `The PIN was not taken from the phone number, because ${why}. A generated PIN is used.`,
	};
}
