import type { INodeProperties } from 'n8n-workflow';

import type { RequestedAccessMethod } from '../../shared/api/accessGrants';
import { Refusal } from '../../shared/refusal';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { choice, numberField } from '../../shared/ui/fieldKinds';
import { pinField } from '../fields';
import { given } from '../parameters';

/** What a guest opens the doors with. */
export const accessMethodsField: INodeProperties = {
	displayName: 'Access Methods',
	name: 'accessMethods',
	type: 'multiOptions',
	options: [
		choice('Card', 'card'),
		choice('Cloud Key', 'cloud_key'),
		choice('Mobile Key', 'mobile_key'),
		choice('PIN', 'code'),
	],
	required: true,
	default: ['code'],
	description: 'What the guest opens the doors with',
};

export const methodPinField = pinField('4 to 9 digits; empty lets Seam choose');

export const mobileKeyUsesField = numberField(
	'Mobile Key Uses',
	'instantKeyMaxUseCount',
	1,
	{ minValue: 1, numberPrecision: 0 },
	"How often the link of the mobile key can be used, such as once for each guest's phone (Seam: instant_key_max_use_count)",
);

/**
 * Reads the methods that are to be made.
 *
 * @param more the collection that holds the PIN and the uses of the mobile key
 * @throws Refusal if none is chosen, or a detail is given of a method that is not
 */
export function readMethods(
	item: ItemParameters,
	more: ItemParameters<undefined>,
): RequestedAccessMethod[] {
	const modes = item.choices<RequestedAccessMethod['mode']>('accessMethods');
	if (modes.length === 0) {
		throw new Refusal("'Access Methods' is empty", {
			parameter: 'accessMethods',
			fix: 'Choose what the guest opens the doors with.',
		});
	}
	const code = readPin(more, modes);
	const instant_key_max_use_count = readUses(more, modes);
	return modes.map((mode) =>
		given({
			mode,
			code: mode === 'code' ? code : undefined,
			instant_key_max_use_count: mode === 'mobile_key' ? instant_key_max_use_count : undefined,
		}),
	);
}

function readPin(more: ItemParameters<undefined>, modes: readonly string[]): string | undefined {
	const pin = more.textIfAny(methodPinField.name);
	if (pin === undefined) return undefined;
	refuseWithout(more, methodPinField.name, modes.includes('code'), 'PIN');
	if (/^\d{4,9}$/.test(pin)) return pin;
	throw new Refusal("'PIN' is not made of 4 to 9 digits", {
		parameter: more.path(methodPinField.name),
		fix: 'Give digits only, or leave it empty to let Seam choose.',
	});
}

function readUses(more: ItemParameters<undefined>, modes: readonly string[]): number | undefined {
	const uses = more.number(mobileKeyUsesField.name);
	if (uses === undefined) return undefined;
	refuseWithout(more, mobileKeyUsesField.name, modes.includes('mobile_key'), 'Mobile Key');
	return uses;
}

function refuseWithout(
	more: ItemParameters<undefined>,
	name: string,
	isChosen: boolean,
	method: string,
): void {
	if (isChosen) return;
	throw new Refusal(`'${more.label(name)}' is given, but 'Access Methods' has no ${method}`, {
		parameter: more.path(name),
		fix: `Add ${method} to 'Access Methods', or remove '${more.label(name)}'.`,
	});
}
