import { randomBytes } from 'node:crypto';
import { ApiError, notFound } from '../http/apiError.mts';
import { newId } from '../ids.mts';
import { isLoopback } from '../webhookDelivery.mts';
import type { WebhookRecord } from '../world.mts';
import type { Call, Routes } from './call.mts';

export const webhookRoutes: Routes = {
	'/webhooks/create': create,
	'/webhooks/get': (call) => ({ webhook: present(webhookOf(call)) }),
	'/webhooks/list': ({ world, workspace }) => ({
		webhooks: [...world.webhooks.values()]
			.filter(({ workspace_id: id }) => id === workspace.workspace_id)
			.map(present),
	}),
	'/webhooks/update': (call) => {
		webhookOf(call).event_types = call.parameters.event_types as string[];
	},
	'/webhooks/delete': (call) => {
		const webhook = webhookOf(call);
		webhook.isDeleted = true;
		call.world.webhooks.delete(webhook.webhook_id);
	},
};

function create({ world, workspace, parameters }: Call) {
	const { url, event_types: types = ['*'] } = parameters as { url: string; event_types?: string[] };
	if (!isLoopback(url)) {
		throw new ApiError(400, 'invalid_input', 'The sandbox delivers webhooks to this machine only');
	}
	const webhook: WebhookRecord = {
		webhook_id: newId(),
		workspace_id: workspace.workspace_id,
		url,
		event_types: types,
		secret: `whsec_${randomBytes(24).toString('base64')}`,
		isDeleted: false,
	};
	world.webhooks.set(webhook.webhook_id, webhook);
	return { webhook: { ...present(webhook), secret: webhook.secret } };
}

/** The secret is shown once, in the answer to create: the documents do not promise it later. */
const present = ({ webhook_id, url, event_types }: WebhookRecord) => ({
	webhook_id,
	url,
	event_types,
});

function webhookOf({ world, workspace, parameters }: Call): WebhookRecord {
	const webhook = world.webhooks.get(parameters.webhook_id as string);
	if (webhook?.workspace_id !== workspace.workspace_id) throw notFound('webhook');
	return webhook;
}
