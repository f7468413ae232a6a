import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { connectedAccountField } from '../shared/ui/connectedAccountField';
import { readConnectedAccountId } from '../shared/ui/connectedAccountReference';
import { deviceField } from '../shared/ui/deviceField';
import { readDeviceIds } from '../shared/ui/deviceReference';
import type { DeliveredEvent } from '../shared/webhook/deliveredEvent';

/** What an event must be about to start the workflow; null lets any pass. */
export interface EventFilter {
	deviceIds: ReadonlySet<string> | null;
	connectedAccountId: string | null;
}

/** A filter knows its device by ID alone: asking Seam for a name at each event would cost the answer's speed. */
export const filterDeviceField: INodeProperties = {
	...deviceField,
	required: false,
	description: 'Only events about this device',
	modes: deviceField.modes?.filter(({ name }) => name !== 'name'),
};

export const filterConnectedAccountField: INodeProperties = {
	...connectedAccountField,
	required: false,
	description: 'Only events about this account and its devices',
};

/**
 * Reads the collection Filters.
 *
 * @throws Refusal naming the filter that can't be read.
 */
export function readFilter(filters: IDataObject): EventFilter {
	const deviceIds = [
		...readDeviceIds([filters.device], 'Device'),
		...readDeviceIds(filters.additionalDevices, 'Additional Device Names or IDs'),
	];
	return {
		deviceIds: deviceIds.length > 0 ? new Set(deviceIds) : null,
		connectedAccountId: readConnectedAccountId(filters.connectedAccount) ?? null,
	};
}

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
