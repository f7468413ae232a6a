import type { IDataObject, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { getAccessCode } from '../shared/api/accessCodes';
import { callerOf } from '../shared/api/caller';
import { NO_ITEM } from '../shared/api/context';
import { getDevice } from '../shared/api/devices';
import { readChoices } from '../shared/parameters/values';
import { SeamError } from '../shared/api/seamError';
import { getUnmanagedAccessCode } from '../shared/api/unmanagedAccessCodes';
import type { DeliveredEvent } from '../shared/webhook/deliveredEvent';
import { choice } from '../shared/ui/fieldKinds';

/** Seam waits for the answer to its delivery meanwhile, and n8n takes some of that time too. */
const LONGEST_WAIT_MS = 2_000;

export const addToEventField: INodeProperties = {
	displayName: 'Add to Event',
	name: 'addToEvent',
	type: 'multiOptions',
	default: [],
	options: [
		choice('Access Code', 'access_code', 'The access code that the event is about, as it is now'),
		choice('Device', 'device', 'The device that the event is about, as it is now'),
	],
	description:
		'What to read from Seam and add to each event. What Seam does not answer within 2 seconds is left out, and the event says so.',
};

export type Attachment = 'access_code' | 'device';

/** @throws Refusal naming what can be added */
export function readAttachments(value: unknown): Attachment[] {
	return readChoices(value, addToEventField) as Attachment[];
}

/** What was read, or the sentence that says why it was not. */
type Reading = { value: IDataObject } | { because: string };

/**
 * Reads from Seam what the event is about, as it is now, for at most two seconds. What can't be had in that time is
 * null, and `not_added` says why; the event is never lost over it.
 */
export async function attachmentsOf(
	context: IWebhookFunctions,
	event: DeliveredEvent['fields'],
	wanted: readonly Attachment[],
): Promise<IDataObject> {
	if (wanted.length === 0) return {};
	const about = { context, event, ...(await patienceWith(context)) };
	const readings = await Promise.all(wanted.map(async (what) => await read(what, about)));

	const attached: IDataObject = {};
	const notAdded: IDataObject = {};
	wanted.forEach((what, index) => {
		const reading = readings[index];
		attached[what] = 'value' in reading ? reading.value : null;
		if ('because' in reading) notAdded[what] = reading.because;
	});
	return Object.keys(notAdded).length > 0 ? { ...attached, not_added: notAdded } : attached;
}

/** By caller, while Seam has answered nothing: deliveries that come meanwhile share the time of the first. */
const patience = new Map<string, AbortSignal>();

interface Patience {
	/** Ends the reading, also while it queues behind others. */
	signal: AbortSignal;
	/** Seam answers: the next delivery has a time of its own. */
	renew: () => void;
}

async function patienceWith(context: IWebhookFunctions): Promise<Patience> {
	const caller = await callerOf(context, NO_ITEM).then(
		({ id }) => id,
		() => '',
	);
	const known = patience.get(caller);
	const signal = known && !known.aborted ? known : AbortSignal.timeout(LONGEST_WAIT_MS);
	patience.set(caller, signal);
	return { signal, renew: () => patience.delete(caller) };
}

interface About extends Patience {
	context: IWebhookFunctions;
	event: DeliveredEvent['fields'];
}

async function read(what: Attachment, about: About): Promise<Reading> {
	try {
		const reading = what === 'device' ? await readDevice(about) : await readAccessCode(about);
		about.renew();
		return reading;
	} catch (error) {
		if (error instanceof SeamError && error.kind === 'cancelled') {
			return { because: `Seam did not answer within ${LONGEST_WAIT_MS / 1000} seconds` };
		}
		about.renew();
		return {
			because: error instanceof SeamError ? error.message : 'It could not be read from Seam',
		};
	}
}

async function readDevice({ context, event, signal }: About): Promise<Reading> {
	if (!event.device_id) return { because: 'The event names no device' };
	const device = await getDevice(context, event.device_id, NO_ITEM, { signal });
	return { value: device as IDataObject };
}

async function readAccessCode({ context, event, signal }: About): Promise<Reading> {
	if (!event.access_code_id) return { because: 'The event names no access code' };
	const readCode = IS_UNMANAGED.test(event.event_type) ? getUnmanagedAccessCode : getAccessCode;
	const code = await readCode(context, event.access_code_id, NO_ITEM, { signal });
	return { value: code as IDataObject };
}

/** Codes that Seam does not manage are read elsewhere; one that was converted is managed by now. */
const IS_UNMANAGED = /^access_code\.unmanaged\.(?!converted_to_managed$)/;
