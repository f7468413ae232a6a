import type {
	IDataObject,
	IHookFunctions,
	IWebhookFunctions,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { callerOf } from '../shared/api/caller';
import { ofNoItem } from '../shared/api/context';
import { toNodeError } from '../shared/api/nodeError';
import { isNotFound, isPassing, SeamError } from '../shared/api/seamError';
import { createWebhook, deleteWebhook, getWebhook, listWebhooks } from '../shared/api/webhooks';
import { Refusal } from '../shared/refusal';
import type { SeamWebhook } from '../shared/schema/webhook';
import { isPrivateUrl } from '../shared/webhook/address';
import { readAttachments } from './attachments';
import { readEventTypes } from './eventChoice';
import { areNamesKnown, lookUpNames, readFilter, type IdsByName } from './filters';

/** What n8n keeps of a webhook at Seam, in the node's static data. */
interface Registration extends IDataObject {
	webhookId: string;
	url: string;
	secret: string;
	eventTypes: string[];
	/** Of the devices that the filters give by name, if any. */
	deviceIdsByName?: Record<string, string>;
}

/** An open workflow in the editor listens on the test URL, a published one on the production URL. */
type Slot = 'test' | 'production';
type Registrations = Partial<Record<Slot, Registration>>;

/** The secret that signs what arrives at the URL that was called; undefined if nothing is registered. */
export function secretOf(context: IWebhookFunctions): string | undefined {
	return registrationsOf(context)[slotOf(context.getMode())]?.secret;
}

/** What was found of the devices that the filters give by name. */
export function idsByNameOf(context: IWebhookFunctions): IdsByName {
	return registrationsOf(context)[slotOf(context.getMode())]?.deviceIdsByName ?? {};
}

/**
 * Whether Seam still has the webhook of this node as it must be: same URL, same choice of events; and whether the names in
 * its filters were looked up.
 *
 * If Seam can't be reached right now, the webhook counts as there. Some versions of n8n check at their own start, and a
 * failure would make them take down the webhook, and lose events, over a temporary problem.
 *
 * @throws SeamError if Seam refuses the key; Refusal if a parameter can't be read.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const url = webhookUrlOf(context);
	const eventTypes = readEventTypes(context.getNodeParameter('events', []));
	const known = registrationsOf(context)[slotOf(context.getMode())];
	if (!known || known.url !== url || !isSame(known.eventTypes, eventTypes)) return false;
	if (!areNamesKnown(filtersOf(context), known.deviceIdsByName ?? {})) return false;
	const webhook = await found(context, known);
	return webhook?.url === url && isSame(webhook.event_types ?? eventTypes, eventTypes);
}

/**
 * Creates the webhook at Seam and keeps its secret. Whatever was registered before for this node is deleted first.
 *
 * @throws Refusal if Seam could never reach the URL, or sends no secret; SeamError if Seam refuses.
 */
export async function register(context: IHookFunctions): Promise<void> {
	const url = webhookUrlOf(context);
	const eventTypes = readEventTypes(context.getNodeParameter('events', []));
	readAttachments(context.getNodeParameter('options.addToEvent', []));
	refuseUnreachable(url, (await callerOf(ofNoItem(context))).baseUrl);
	const filters = filtersOf(context);
	const deviceIdsByName = await lookUpNames(context, filters);
	readFilter(filters, deviceIdsByName);

	const registrations = registrationsOf(context);
	const slot = slotOf(context.getMode());
	await removeEarlier(context, url, registrations[slot]?.webhookId);
	delete registrations[slot];

	const webhook = await createWebhook(ofNoItem(context), { url, event_types: eventTypes });
	if (!webhook.secret) {
		await remove(context, webhook.webhook_id);
		const message = 'Seam created a webhook without a secret, so nothing it sends could be trusted';
		throw new Refusal(message, {
			fix: 'Publish (activate) the workflow again. If this persists, contact Seam support.',
		});
	}
	const { webhook_id: webhookId, secret } = webhook;
	const hasNames = Object.keys(deviceIdsByName).length > 0;
	registrations[slot] = {
		...{ webhookId, url, secret, eventTypes },
		...(hasNames ? { deviceIdsByName } : {}),
	};
}

const filtersOf = (context: IHookFunctions): IDataObject =>
	context.getNodeParameter('filters', {}) as IDataObject;

/** The webhook as Seam has it; null if it is gone; as it was registered if Seam can't be reached. */
async function found(
	context: IHookFunctions,
	{ webhookId, url, eventTypes }: Registration,
): Promise<Pick<SeamWebhook, 'url' | 'event_types'> | null> {
	try {
		return await getWebhook(ofNoItem(context), webhookId);
	} catch (error) {
		if (isNotFound(error)) return null;
		if (!isPassing(error)) throw toNodeError(context.getNode(), error);
		context.logger.warn(
			`${context.getNode().name}: Seam could not be asked whether its webhook ${webhookId} is still there. It is taken to be.`,
		);
		return { url, event_types: eventTypes };
	}
}

/**
 * Deletes the webhook at Seam. If that fails, the registration is kept, so that the next activation takes the
 * webhook over or removes it. n8n does not say here whether a test ends or a workflow is deactivated: the URL does,
 * and a workflow's URL may have changed since it was activated.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const registrations = registrationsOf(context);
	const slot = registrations.test?.url === webhookUrlOf(context) ? 'test' : 'production';
	const webhookId = registrations[slot]?.webhookId;
	if (webhookId === undefined) return true;
	if (!(await remove(context, webhookId))) return false;
	delete registrations[slot];
	return true;
}

/** Also finds what an activation left behind that never learned its webhook's ID: the URL belongs to this node alone. */
async function removeEarlier(context: IHookFunctions, url: string, knownId: string | undefined) {
	const webhooks = await listWebhooks(ofNoItem(context));
	const atThisUrl = webhooks
		.filter((webhook) => webhook.url === url)
		.map((webhook) => webhook.webhook_id);
	const earlier = new Set(knownId === undefined ? atThisUrl : [knownId, ...atThisUrl]);
	for (const webhookId of earlier) await remove(context, webhookId);
}

/** Whether the webhook is gone from Seam; a failure is logged and never stops what n8n is doing. */
async function remove(context: IHookFunctions, webhookId: string): Promise<boolean> {
	try {
		await deleteWebhook(ofNoItem(context), webhookId);
		return true;
	} catch (error) {
		if (isNotFound(error)) return true;
		const reason = error instanceof SeamError ? error.message : 'unknown reason';
		context.logger.warn(
			`${context.getNode().name}: the webhook ${webhookId} could not be deleted at Seam: ${reason}`,
		);
		return false;
	}
}

function refuseUnreachable(url: string, seamUrl: string): void {
	if (!isPrivateUrl(url) || isPrivateUrl(seamUrl)) return;
	throw new Refusal(`Seam can't reach this n8n: ${url} is an address of a private network`, {
		fix: "Give n8n a public address, for example through a reverse proxy or a tunnel, set it in n8n's environment variable WEBHOOK_URL, restart n8n and publish (activate) the workflow again.",
	});
}

function registrationsOf(context: IHookFunctions | IWebhookFunctions): Registrations {
	return context.getWorkflowStaticData('node');
}

function slotOf(mode: WorkflowExecuteMode): Slot {
	return mode === 'manual' ? 'test' : 'production';
}

function webhookUrlOf(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

function isSame(types: readonly string[], others: readonly string[]): boolean {
	return [...types].sort().join() === [...others].sort().join();
}
