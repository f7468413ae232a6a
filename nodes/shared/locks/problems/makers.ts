import type { Device } from '../../schema/device';
import type { DeviceProblem } from './problem';

/** What only one maker's locks can lack besides a keypad, read from the maker's metadata in the device. */
export function makerProblems(device: Device): DeviceProblem[] {
	return [
		...igloohome(device),
		...oracode(device),
		...gateways(device),
		...tedee(device),
		...korelock(device),
		...salto(device),
	];
}

/** Seam: igloohome locks. Online codes need the bridge, and the keypad linked to it. */
function igloohome({ properties }: Device): DeviceProblem[] {
	const metadata = properties.igloohome_metadata;
	if (metadata == null) return [];
	if (metadata.bridge_id == null) {
		return [
			{
				code: 'igloohome_bridge_missing',
				severity: 'info',
				message: 'The lock has no igloohome bridge, so it takes offline access codes only',
				fix: 'Link a bridge to the lock in the igloohome app if you need online access codes.',
			},
		];
	}
	if (metadata.is_accessory_keypad_linked_to_bridge !== false) return [];
	return [
		{
			code: 'accessory_keypad_setup_required',
			severity: 'warning',
			message: 'The keypad is not linked to the bridge, so online access codes fail',
			fix: 'Link the keypad to the bridge in the igloohome app, or use offline access codes.',
		},
	];
}

/** Seam: dormakaba Oracode. Every code fits one of the door's user levels; master and one-shot levels can't be used. */
function oracode({ properties }: Device): DeviceProblem[] {
	const metadata = properties.dormakaba_oracode_metadata;
	if (metadata == null) return [];
	const usable = (metadata.predefined_time_slots ?? []).filter(
		(slot) => slot.is_master !== true && slot.is_one_shot !== true,
	);
	if (usable.length > 0) return [];
	return [
		{
			code: 'oracode_no_time_slots',
			severity: 'error',
			message: 'The door has no user level that access codes can use',
			fix: 'Ask the installer to add user levels with check-in and check-out times; Seam sees them after about 30 minutes.',
		},
	];
}

/** Seam: TTLock and Omnitec locks. Online codes go through a gateway. */
function gateways({ properties }: Device): DeviceProblem[] {
	return [
		{ maker: 'TTLock', prefix: 'ttlock', metadata: properties.ttlock_metadata },
		{ maker: 'Omnitec', prefix: 'omnitec', metadata: properties.omnitec_metadata },
	]
		.filter(({ metadata }) => metadata?.has_gateway === false)
		.map(({ maker, prefix }) => ({
			code: `${prefix}_gateway_missing`,
			severity: 'error',
			message: `The lock has no ${maker} gateway, so Seam can't program access codes on it`,
			fix: `Pair the lock to a gateway in the ${maker} app.`,
		}));
}

/** Seam: Tedee locks. Codes need a bridge to program them. */
function tedee({ properties }: Device): DeviceProblem[] {
	const metadata = properties.tedee_metadata;
	if (metadata == null || metadata.bridge_id != null) return [];
	return [
		{
			code: 'tedee_bridge_missing',
			severity: 'error',
			message: "The lock has no Tedee Bridge, so Seam can't program access codes on it",
			fix: 'Connect a bridge to the lock in the Tedee app.',
		},
	];
}

/** Seam: Korelock devices need their location for time-bound codes. */
function korelock({ properties }: Device): DeviceProblem[] {
	const metadata = properties.korelock_metadata;
	if (metadata == null || metadata.location_id != null) return [];
	return [
		{
			code: 'korelock_location_missing',
			severity: 'warning',
			message: 'The lock has no Korelock location, so it takes no time-bound access codes',
			fix: 'Assign the lock to a location in the Korelock app.',
		},
	];
}

/** Seam: Salto KS locks. Only sites with a subscription for it may choose PINs. */
function salto({ properties }: Device): DeviceProblem[] {
	if (properties.salto_ks_metadata?.has_custom_pin_subscription !== false) return [];
	return [
		{
			code: 'salto_ks_custom_pin_not_subscribed',
			severity: 'info',
			message: 'Salto KS chooses the PINs of this site; a PIN of your own is refused',
			fix: "Leave the PIN empty, or add custom PINs to the site's Salto KS subscription.",
		},
	];
}
