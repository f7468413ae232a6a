import type { IDataObject, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { getAccessCode } from '../shared/api/accessCodes';
import { getDevice } from '../shared/api/devices';
import { readChoices } from '../shared/parameters/values';
import { SeamError } from '../shared/api/seamError';
import { getUnmanagedAccessCode } from '../shared/api/unmanagedAccessCodes';
import type { DeliveredEvent } from '../shared/webhook/deliveredEvent';

/** Seam waits for the answer to its delivery meanwhile. */
const LONGEST_WAIT_MS = 3_000;
const PATIENCE = { patienceMs: LONGEST_WAIT_MS };

const NO_ITEM = 0;

export const addToEventField: INodeProperties = {
	displayName: 'Add to Event',
	name: 'addToEvent',
	type: 'multiOptions',
	default: [],
	options: [
		{
			name: 'Access Code',
			value: 'access_code',
			description: 'The access code that the event is about, as it is now',
		},
		{
			name: 'Device',
			value: 'device',
			description: 'The device that the event is about, as it is now',
		},
	],
	description:
		'What to read from Seam and add to each event. What Seam does not answer within 3 seconds is left out, and the event says so.',
};

export type Attachment = 'access_code' | 'device';

/** @throws Refusal naming what can be added */
export function readAttachments(value: unknown): Attachment[] {
	return readChoices(value, addToEventField) as Attachment[];
}

/** What was read, or the sentence that says why it was not. */
type Reading = { value: IDataObject } | { because: string };

/**
 * Reads from Seam what the event is about, as it is now, for at most three seconds. What can't be had in that time is
 * null, and `not_added` says why; the event is never lost over it.
 */
export async function attachmentsOf(
	context: IWebhookFunctions,
	event: DeliveredEvent['fields'],
	wanted: readonly Attachment[],
): Promise<IDataObject> {
	if (wanted.length === 0) return {};
	const timeIsUp = endOfPatience();
	const readings = await Promise.all(
		wanted.map((what) => Promise.race([read(context, event, what), timeIsUp])),
	);

	const attached: IDataObject = {};
	const notAdded: IDataObject = {};
	wanted.forEach((what, index) => {
		const reading = readings[index];
		attached[what] = 'value' in reading ? reading.value : null;
		if ('because' in reading) notAdded[what] = reading.because;
	});
	return Object.keys(notAdded).length > 0 ? { ...attached, not_added: notAdded } : attached;
}

/** Also counts the time that a request queues behind others, before it is sent. */
async function endOfPatience(): Promise<Reading> {
	const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
	await new Promise((resolve) => signal.addEventListener('abort', resolve));
	return { because: `Seam did not answer within ${LONGEST_WAIT_MS / 1000} seconds` };
}

async function read(
	context: IWebhookFunctions,
	event: DeliveredEvent['fields'],
	what: Attachment,
): Promise<Reading> {
	try {
		return what === 'device'
			? await readDevice(context, event)
			: await readAccessCode(context, event);
	} catch (error) {
		return {
			because: error instanceof SeamError ? error.message : 'It could not be read from Seam',
		};
	}
}

async function readDevice(
	context: IWebhookFunctions,
	event: DeliveredEvent['fields'],
): Promise<Reading> {
	if (!event.device_id) return { because: 'The event names no device' };
	return { value: (await getDevice(context, event.device_id, NO_ITEM, PATIENCE)) as IDataObject };
}

async function readAccessCode(
	context: IWebhookFunctions,
	event: DeliveredEvent['fields'],
): Promise<Reading> {
	if (!event.access_code_id) return { because: 'The event names no access code' };
	const code = IS_UNMANAGED.test(event.event_type)
		? await getUnmanagedAccessCode(context, event.access_code_id, NO_ITEM)
		: await getAccessCode(context, event.access_code_id, NO_ITEM, PATIENCE);
	return { value: code as IDataObject };
}

/** Codes that Seam does not manage are read elsewhere; one that was converted is managed by now. */
const IS_UNMANAGED = /^access_code\.unmanaged\.(?!converted_to_managed$)/;
