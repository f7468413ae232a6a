import { z } from 'zod';

import { webhookSchema, type SeamWebhook } from '../schema/webhook';
import { NO_ITEM, type SeamContext } from './context';
import { seamRequest } from './request';

const webhookAnswer = z.object({ webhook: webhookSchema }).transform((answer) => answer.webhook);

/** Subscribes a URL; the answer's `secret` signs the deliveries and may never be shown again. */
export async function createWebhook(
	context: SeamContext,
	request: { url: string; event_types: string[] },
): Promise<SeamWebhook> {
	return await seamRequest(context, {
		path: '/webhooks/create',
		body: request,
		schema: webhookAnswer,
		itemIndex: NO_ITEM,
		subject: `the webhook to ${request.url}`,
		isRepeatable: false,
	});
}

export async function getWebhook(context: SeamContext, webhookId: string): Promise<SeamWebhook> {
	return await seamRequest(context, {
		path: '/webhooks/get',
		body: { webhook_id: webhookId },
		schema: webhookAnswer,
		itemIndex: NO_ITEM,
		subject: `webhook ${webhookId}`,
		isRepeatable: true,
	});
}

export async function listWebhooks(context: SeamContext): Promise<SeamWebhook[]> {
	return await seamRequest(context, {
		path: '/webhooks/list',
		body: {},
		schema: z.object({ webhooks: z.array(webhookSchema) }).transform((answer) => answer.webhooks),
		itemIndex: NO_ITEM,
		subject: 'the list of webhooks',
		isRepeatable: true,
	});
}

export async function deleteWebhook(context: SeamContext, webhookId: string): Promise<void> {
	await seamRequest(context, {
		path: '/webhooks/delete',
		body: { webhook_id: webhookId },
		schema: z.object({}),
		itemIndex: NO_ITEM,
		subject: `webhook ${webhookId}`,
		isRepeatable: true,
	});
}
