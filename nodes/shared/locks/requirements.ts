import type { Device } from '../schema/device';
import { isKeypadGone, lacksEveryKeypad, makerWithoutKeypad } from './facts/keypad';
import { readUserLevels, whyNoLevel } from './facts/oracodeLevels';
import { lockZone } from './facts/zone';
import type { Advice } from './problems/advice';
import { sentenceOf, type Severity } from './problems/problem';
import type { CodeKind, Marking, Obstacle } from './types';

/** Something that a lock must have before it can hold access codes of some kinds. */
export interface Requirement extends Advice {
	/** `problems[].code` of Seam Get Device: Seam's own code if it reports this, else a name in the same style. */
	code: string;
	/** `plan.rejected[].rule`. */
	rule: string;
	/** The kinds that fail without it (a document says so); none if Seam's flags decide or it may pass by itself. */
	stops: readonly CodeKind[];
	/** `caution` if the document only says that codes may fail; else it is a rule. */
	marking?: Marking;
	severity: Severity;
	/** Says more about this lock than `meaning`. */
	describe?: (device: Device) => string;
	/** What the properties tell; what Seam reports by `code` counts anyway. */
	isMissing: (device: Device) => boolean;
}

const ONLINE: readonly CodeKind[] = ['online_ongoing', 'online_time_bound'];
const TIME_BOUND_ONLINE: readonly CodeKind[] = ['online_time_bound'];
const NOTHING: readonly CodeKind[] = [];

const KEYPAD_GONE = {
	code: 'accessory_keypad_disconnected',
	rule: 'keypad',
	meaning: 'The accessory keypad is not connected',
	fix: "Check the keypad's batteries and its distance to the lock, and pair it again in the maker's app.",
} as const;

const NO_TIME_ZONE_2N = {
	code: 'two_n_device_missing_timezone',
	rule: 'two_n_time_zone',
	severity: 'warning',
	fix: 'Set the time zone in the web interface of the 2N device.',
} as const;

/**
 * What Seam's device guides and its device schema say a lock needs, in one place: the plan rules kinds out by it, and
 * Seam Get Device reports it. Causes come before what follows from them.
 */
export const REQUIREMENTS: readonly Requirement[] = [
	// Nuki, Tedee and August locks: their keypads are separate, and their metadata tells if there is one.
	{
		...KEYPAD_GONE,
		stops: ONLINE,
		severity: 'error',
		isMissing: (device) => isKeypadGone(device) && makerWithoutKeypad(device) !== null,
	},
	...(['Nuki', 'Tedee', 'August'] as const).map(
		(maker): Requirement => ({
			code: `${maker.toLowerCase()}_keypad_missing`,
			rule: 'keypad',
			stops: ONLINE,
			severity: 'error',
			meaning: `The lock has no ${maker} keypad, so there is nowhere to enter an access code`,
			fix: `Connect a ${maker} keypad to the lock in the ${maker} app.`,
			isMissing: (device) => !isKeypadGone(device) && makerWithoutKeypad(device) === maker,
		}),
	),
	// Creating online access codes: properties to check when a capability flag is false.
	...([true, false] as const).map(
		(isBuiltIn): Requirement => ({
			...KEYPAD_GONE,
			stops: NOTHING,
			severity: isBuiltIn ? 'warning' : 'error',
			isMissing: (device) => isKeypadGone(device) && hasBuiltInKeypad(device) === isBuiltIn,
		}),
	),
	{
		code: 'accessory_keypad_missing',
		rule: 'keypad',
		stops: NOTHING,
		severity: 'warning',
		meaning: 'The lock has no keypad of its own and no accessory keypad is connected',
		fix: "Connect an accessory keypad to the lock in the maker's app.",
		isMissing: (device) => lacksEveryKeypad(device) && canConnectKeypad(device),
	},
	{
		code: 'no_keypad',
		rule: 'keypad',
		stops: NOTHING,
		severity: 'warning',
		meaning: 'Seam lists no keypad for this lock, and none that could be connected to it',
		fix: 'Check that a guest can enter an access code at this door, or choose a lock with a keypad.',
		isMissing: (device) => lacksEveryKeypad(device) && !canConnectKeypad(device),
	},
	// igloohome locks.
	{
		code: 'igloohome_bridge_missing',
		rule: 'igloohome_bridge',
		stops: ONLINE,
		severity: 'info',
		meaning: 'The lock has no igloohome bridge, so it takes offline access codes only',
		fix: 'Link a bridge to the lock in the igloohome app if you need online access codes.',
		isMissing: ({ device_type, properties: { igloohome_metadata: metadata } }) =>
			(device_type === 'igloohome_lock' || metadata != null) && !metadata?.bridge_id,
	},
	{
		code: 'accessory_keypad_setup_required',
		rule: 'igloohome_keypad',
		stops: ONLINE,
		severity: 'warning',
		meaning: 'The keypad is not linked to the bridge, so online access codes fail',
		fix: 'Link the keypad to the bridge in the igloohome app, or use offline access codes.',
		isMissing: ({ properties: { igloohome_metadata: metadata } }) =>
			!!metadata?.bridge_id && metadata.is_accessory_keypad_linked_to_bridge === false,
	},
	// dormakaba Oracode: every code fits one of the door's user levels.
	{
		code: 'oracode_no_time_slots',
		rule: 'no_usable_user_level',
		stops: ['offline_hourly_bound', 'offline_daily_bound'],
		severity: 'error',
		meaning: 'This door has no user level that access codes can use',
		describe: whyNoLevel,
		fix: 'Ask the installer to add user levels with check-in and check-out times; Seam sees them after about 30 minutes.',
		isMissing: (device) =>
			(device.device_type === 'dormakaba_oracode_door' ||
				device.properties.dormakaba_oracode_metadata != null) &&
			(device.properties.offline_time_frame_options ?? []).length === 0 &&
			readUserLevels(device).usable.length === 0,
	},
	// TTLock and Omnitec locks: online codes go through a gateway.
	...(['TTLock', 'Omnitec'] as const).map(
		(maker): Requirement => ({
			code: `${maker.toLowerCase()}_gateway_missing`,
			rule: 'gateway',
			stops: ONLINE,
			severity: 'error',
			meaning: `The lock has no ${maker} gateway, so Seam can't program access codes on it`,
			fix: `Pair the lock with a gateway in the ${maker} app.`,
			isMissing: ({ properties: { ttlock_metadata, omnitec_metadata } }) =>
				(maker === 'TTLock' ? ttlock_metadata : omnitec_metadata)?.has_gateway === false,
		}),
	),
	{
		code: 'tedee_bridge_missing',
		rule: 'tedee_bridge',
		stops: ONLINE,
		severity: 'error',
		meaning: "The lock has no Tedee Bridge, so Seam can't program access codes on it",
		fix: 'Connect a bridge to the lock in the Tedee app.',
		isMissing: ({ properties: { tedee_metadata: metadata } }) =>
			metadata != null && metadata.bridge_id == null,
	},
	{
		code: 'keynest_unsupported_locker',
		rule: 'keynest_locker',
		stops: ONLINE,
		severity: 'error',
		meaning: 'Seam supports no access codes for this kind of KeyNest locker (Quadient)',
		fix: 'Use another KeyNest location for this key.',
		isMissing: ({ properties }) => properties.keynest_metadata?.is_quadient_locker === true,
	},
	// Time zones that time-bound codes depend on.
	{
		...NO_TIME_ZONE_2N,
		stops: ONLINE,
		meaning: 'This 2N intercom has no time zone, so Seam can give it no access codes',
		isMissing: () => false,
	},
	{
		...NO_TIME_ZONE_2N,
		stops: TIME_BOUND_ONLINE,
		meaning: 'Time-bound codes on 2N intercoms need a time zone, and this one has none',
		isMissing: (device) => device.device_type === 'two_n_intercom' && lockZone(device) === null,
	},
	{
		code: 'ultraloq_time_zone_unknown',
		rule: 'ultraloq_time_zone',
		stops: TIME_BOUND_ONLINE,
		severity: 'error',
		meaning:
			'Seam does not know the time zone of this Ultraloq lock and refuses time-bound codes for it',
		fix: 'Set the time zone with the Seam node (Device → Set Time Zone) or in Seam Console.',
		isMissing: ({ device_type, properties: { ultraloq_metadata: metadata } }) =>
			(device_type === 'ultraloq_lock' || metadata != null) && !metadata?.time_zone,
	},
	{
		code: 'lockly_time_zone_not_configured',
		rule: 'lockly_time_zone',
		// Lockly's offline codes carry their times in themselves.
		stops: ['online_time_bound', 'offline_time_bound', 'offline_one_time_use'],
		marking: 'caution',
		severity: 'warning',
		meaning:
			'No time zone is set for this Lockly lock, so codes may begin and end at other times than asked for',
		fix: 'Set the zone in the Lockly app.',
		isMissing: (device) =>
			(device.device_type === 'lockly_lock' || device.properties.lockly_metadata != null) &&
			lockZone(device) === null,
	},
	{
		code: 'korelock_location_missing',
		rule: 'korelock_location',
		stops: TIME_BOUND_ONLINE,
		severity: 'warning',
		meaning: 'The lock has no Korelock location, so it takes no time-bound access codes',
		fix: 'Assign the lock to a location in the Korelock app.',
		isMissing: ({ device_type, properties: { korelock_metadata: metadata } }) =>
			(device_type === 'keyincode_lock' || metadata != null) && !metadata?.location_id,
	},
	// Salto KS locks: only sites with a subscription for it may choose PINs.
	{
		code: 'salto_ks_custom_pin_not_subscribed',
		rule: 'salto_ks_custom_pin',
		stops: NOTHING,
		severity: 'info',
		meaning: 'Salto KS chooses the PINs of this site; a PIN of your own is refused',
		fix: "Leave the PIN empty, or add custom PINs to the site's Salto KS subscription.",
		isMissing: ({ properties }) =>
			properties.salto_ks_metadata?.has_custom_pin_subscription === false,
	},
];

/** The requirements that this lock does not meet, each with what it means for this lock. */
export function missingRequirements(device: Device): Requirement[] {
	const reported = new Set([
		...(device.errors ?? []).map(({ error_code }) => error_code),
		...(device.warnings ?? []).map(({ warning_code }) => warning_code),
	]);
	return REQUIREMENTS.filter(({ code, isMissing }) => reported.has(code) || isMissing(device)).map(
		(requirement) => ({
			...requirement,
			meaning: requirement.describe?.(device) ?? requirement.meaning,
		}),
	);
}

/** What keeps the lock from holding codes of this kind, with the way out in `because`; null if nothing does. */
export function missingFor(device: Device, kind: CodeKind): Obstacle | null {
	const missing = missingRequirements(device).find(({ stops }) => stops.includes(kind));
	if (missing === undefined) return null;
	const { rule, marking, meaning, fix } = missing;
	return { rule, marking, because: sentenceOf(meaning, fix) };
}

const hasBuiltInKeypad = ({ properties }: Device) => properties.model?.has_built_in_keypad === true;

const canConnectKeypad = ({ properties }: Device) =>
	properties.model?.can_connect_accessory_keypad === true;
