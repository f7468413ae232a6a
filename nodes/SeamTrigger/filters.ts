import type { IDataObject, IHookFunctions, INodeProperties } from 'n8n-workflow';

import { ofNoItem } from '../shared/api/context';
import { createDeviceReader, type GivenDevices } from '../shared/api/deviceReader';
import { Refusal } from '../shared/refusal';
import { connectedAccountField } from '../shared/ui/connectedAccountField';
import { readConnectedAccountId } from '../shared/ui/connectedAccountReference';
import { deviceField } from '../shared/ui/deviceField';
import { readDeviceReference, readDeviceReferences } from '../shared/ui/deviceReference';
import { isEmpty, readLocator } from '../shared/ui/locator';
import { severalDevicesField } from '../shared/ui/severalField';
import type { DeliveredEvent } from '../shared/webhook/deliveredEvent';

/** What an event must be about to start the workflow; null lets any pass. */
export interface EventFilter {
	deviceIds: ReadonlySet<string> | null;
	connectedAccountId: string | null;
}

export const filterDeviceField: INodeProperties = {
	...deviceField,
	required: false,
	description: 'Only events about this device',
};

export const filterDevicesField = severalDevicesField(
	'Additional Device Names or IDs',
	'additionalDevices',
	'Further devices whose events pass',
);

export const filterConnectedAccountField: INodeProperties = {
	...connectedAccountField,
	required: false,
	description: 'Only events about this account and its devices',
};

/** The IDs of the devices that the filters give by name. */
export type IdsByName = Record<string, string>;

/**
 * Reads the collection Filters.
 *
 * @param idsByName What was found when the workflow was published: to ask Seam at each event would delay the answer
 * @throws Refusal naming the filter that can't be read, or the name that was not looked up.
 */
export function readFilter(filters: IDataObject, idsByName: IdsByName): EventFilter {
	const known = new Map(Object.entries(idsByName));
	const deviceIds = devicesIn(filters).flatMap(({ references, label, parameter }) =>
		references.map((reference) => {
			const id = 'name' in reference ? known.get(reference.name) : reference.device_id;
			if (id !== undefined) return id;
			throw new Refusal(`'${label}' holds a name that was not looked up in Seam yet`, {
				parameter,
				fix: 'Publish (activate) the workflow again.',
			});
		}),
	);
	return {
		deviceIds: deviceIds.length > 0 ? new Set(deviceIds) : null,
		connectedAccountId: readConnectedAccountId(filters.connectedAccount) ?? null,
	};
}

/** Whether all devices that the filters give by name were looked up. */
export function areNamesKnown(filters: IDataObject, idsByName: IdsByName): boolean {
	return namesIn(devicesIn(filters)).every((name) => Object.hasOwn(idsByName, name));
}

/**
 * Looks up the devices that the filters give by name.
 *
 * @throws Refusal, SeamError if a name is that of no device, or of several
 */
export async function lookUpNames(
	context: IHookFunctions,
	filters: IDataObject,
): Promise<IdsByName> {
	const devices = createDeviceReader();
	const found: Array<[string, string]> = [];
	for (const given of devicesIn(filters)) {
		for (const name of namesIn([given])) {
			const [id] = await devices.idsOf(ofNoItem(context), { ...given, references: [{ name }] });
			found.push([name, id]);
		}
	}
	return Object.fromEntries(found);
}

function devicesIn({ device, additionalDevices }: IDataObject): GivenDevices[] {
	const [one, several] = [filterDeviceField, filterDevicesField].map(({ displayName, name }) => ({
		label: displayName,
		parameter: `filters.${name}`,
	}));
	const isGiven = !isEmpty(readLocator(device).given);
	return [
		{ ...one, references: isGiven ? [readDeviceReference(device, one.label)] : [] },
		{ ...several, references: readDeviceReferences(additionalDevices, several.label) },
	];
}

const namesIn = (given: readonly GivenDevices[]): string[] =>
	given.flatMap(({ references }) =>
		references.flatMap((reference) => ('name' in reference ? [reference.name] : [])),
	);

/** Whether the event is about what the filter asks for. An event that names no device is about none. */
export function passes(
	event: DeliveredEvent['fields'],
	{ deviceIds, connectedAccountId }: EventFilter,
): boolean {
	const isItsDevice = deviceIds === null || deviceIds.has(event.device_id ?? '');
	const isItsAccount =
		connectedAccountId === null || connectedAccountId === event.connected_account_id;
	return isItsDevice && isItsAccount;
}
