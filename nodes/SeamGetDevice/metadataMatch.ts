import type { ItemParameters } from '../shared/parameters/itemParameters';
import { Refusal } from '../shared/refusal';
import type { Device } from '../shared/schema/device';

/** A key of the device's custom metadata, the value it must have, and whether several devices may have it. */
export interface MetadataWish {
	key: string;
	value: string | boolean;
	severalMatches: 'all' | 'error';
}

const NAMED_AT_MOST = 5;

/**
 * Seam keeps strings and booleans, so a number such as a listing ID is searched for as the string of its digits.
 *
 * @throws Refusal if key or value is empty, or nothing that Seam could keep, or the choice is none
 */
export function readMetadataWish(item: ItemParameters): MetadataWish {
	const key = item.text('metadataKey');
	const value = item.given('metadataValue');
	return {
		key,
		value: typeof value === 'boolean' ? value : item.text('metadataValue'),
		severalMatches: item.choice('severalMatches'),
	};
}

/**
 * Checks how many devices Seam found.
 *
 * @throws Refusal if there is none; or several, unless all are wanted, and then it names them
 */
export function checkMatches(
	devices: Device[],
	{ key, value, severalMatches }: MetadataWish,
): void {
	if (devices.length === 0) {
		throw new Refusal(`No device has ${key} = '${value}' in its custom metadata`, {
			parameter: 'metadataValue',
			fix: `Check 'Metadata Key' and 'Metadata Value'. If no lock has it yet, store it: in Seam Console, or with the node Seam (Device → Update, ${key === 'listing_id' ? 'Listing ID' : 'Custom Metadata'}).`,
		});
	}
	if (devices.length === 1 || severalMatches === 'all') return;
	const named = devices.slice(0, NAMED_AT_MOST).map(nameOf).join(', ');
	const more = devices.length > NAMED_AT_MOST ? ', …' : '';
	throw new Refusal(`${devices.length} devices have ${key} = '${value}' in their custom metadata`, {
		parameter: 'metadataValue',
		fix: `They are ${named}${more}. To get all of them, set 'When Several Match' to Return All. To get one, give each lock a value of its own, or set 'Find By' to Device.`,
		facts: { candidates: devices.map(({ device_id }) => device_id) },
	});
}

function nameOf(device: Device): string {
	return `${device.nickname ?? device.display_name ?? 'without a name'} (${device.device_id})`;
}
