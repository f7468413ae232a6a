import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readDeliveredEvent, type DeliveredEvent } from '../shared/webhook/deliveredEvent';
import { latenessOf } from '../shared/webhook/lateness';
import { verifyDelivery, type RefusedBecause } from '../shared/webhook/signature';
import { attachmentsOf, readAttachments } from './attachments';
import { isChosen, readEventTypes } from './eventChoice';
import { passes, readFilter } from './filters';
import { Intake, type Standing } from './intake';
import { idsByNameOf, secretOf } from './registration';

/** Which events each trigger node of this process has taken in, by workflow and node. */
const intakes = new Map<string, Intake>();

const REFUSALS: Record<RefusedBecause, string> = {
	no_secret:
		'no secret is stored for its webhook. Unpublish the workflow and publish it again to register a new one',
	no_body: 'it has no body that could be verified',
	missing_headers: 'it is not signed',
	wrong_signature: 'its signature is not that of this webhook',
	wrong_time:
		'it was signed more than five minutes from now. If this persists, set the clock of this machine',
};

/**
 * Answers one delivery: 401 unless its raw bytes are signed by Seam for this webhook, 400 for what is no event, 503
 * for a repeat while n8n still works on the first delivery, 200 for everything else. Only an event that was chosen,
 * passes the filters and was not taken in before starts the workflow. Never throws: what goes wrong here is answered
 * with 500, so that Seam sends the event again.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await takeIn(context);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		context.logger.error(`${context.getNode().name} could not take in an event: ${reason}`);
		return answer(context, 500, 'Not taken in');
	}
}

async function takeIn(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const { headers, rawBody } = context.getRequestObject();
	const verification = verifyDelivery({ headers, rawBody }, secretOf(context), now);
	if (!verification.isGenuine) {
		context.logger.warn(
			`${context.getNode().name} refused a delivery: ${REFUSALS[verification.because]}.`,
		);
		return answer(context, 401, 'Unauthorized');
	}
	const event = readDeliveredEvent(rawBody);
	if (!event) return answer(context, 400, 'Not a Seam event');
	if (!isWanted(context, event)) return { webhookResponse: 'Not wanted' };
	const standing = standingOf(context, event.fields.event_id ?? verification.messageId, now);
	// What becomes of the first delivery is not known yet: Seam is to retry.
	if (standing === 'undecided') return answer(context, 503, 'Still being taken in');
	if (standing === 'received') return { webhookResponse: 'Received before' };

	const wanted = readAttachments(context.getNodeParameter('options.addToEvent', []));
	const json = {
		...inReadingOrder(event.asSent),
		...latenessOf(event.fields, now),
		...(await attachmentsOf(context, event.fields, wanted)),
	} as IDataObject;
	return { workflowData: [[{ json }]] };
}

/** What happened, when and to what stands first, before the IDs that nobody reads. */
function inReadingOrder(asSent: Record<string, unknown>): Record<string, unknown> {
	const first = ['event_type', 'occurred_at', 'device_id', 'access_code_id'];
	const present = first.filter((field) => field in asSent);
	return { ...Object.fromEntries(present.map((field) => [field, asSent[field]])), ...asSent };
}

/** Answers in place of n8n: whatever the reason is, nothing starts. */
function answer(context: IWebhookFunctions, status: number, text: string): IWebhookResponseData {
	context.getResponseObject().status(status).send(text).end();
	return { noWebhookResponse: true };
}

function isWanted(context: IWebhookFunctions, { fields }: DeliveredEvent): boolean {
	const chosen = readEventTypes(context.getNodeParameter('events', []));
	const filters = context.getNodeParameter('filters', {}) as IDataObject;
	const filter = readFilter(filters, idsByNameOf(context));
	return isChosen(fields.event_type, chosen) && passes(fields, filter);
}

/** A test listens for one event, which may be one that was seen before. */
function standingOf(context: IWebhookFunctions, eventId: string, now: number): Standing {
	if (context.getMode() === 'manual') return 'new';
	return intakeOf(context).takeIn(eventId, context.getResponseObject(), now);
}

function intakeOf(context: IWebhookFunctions): Intake {
	const key = `${context.getWorkflow().id} ${context.getNode().id}`;
	const intake = intakes.get(key) ?? new Intake();
	intakes.set(key, intake);
	return intake;
}
