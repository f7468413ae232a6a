import { NodeApiError, NodeOperationError, type IDataObject } from 'n8n-workflow';

import { Refusal, type Facts } from '../refusal';
import type { Device } from '../schema/device';
import { SeamError } from './seamError';

/**
 * The same failure, with the name of the lock that it is about: once in the message, in place of its ID, and as the
 * fact `device`. Other errors unchanged.
 */
export function aboutLock<E>(error: E, device: Device): E {
	const name = device.nickname ?? device.display_name ?? device.device_id;
	const fact = { device: { device_id: device.device_id, name } };
	if (error instanceof Refusal || error instanceof SeamError) {
		error.message = naming(error.message, device.device_id, name);
		error.facts = { ...error.facts, ...fact };
	} else if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.message = naming(error.message, device.device_id, name);
		error.context.facts = { ...(error.context.facts as Facts), ...fact } as IDataObject;
	}
	return error;
}

function naming(message: string, id: string, name: string): string {
	const named = `“${name}”`;
	const told = message.replace(`device ${id}`, named).replace(`Device ${id}`, named);
	return told.includes(named) ? told : `${named}: ${told}`;
}
