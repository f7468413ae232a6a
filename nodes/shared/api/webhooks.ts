import { z } from 'zod';

import { webhookSchema, type SeamWebhook } from '../schema/webhook';
import { NO_ITEM, type SeamContext } from './context';
import { NO_ANSWER, answerWith } from './endpoint';
import { seamRequest } from './request';

const webhookAnswer = answerWith('webhook', webhookSchema);
const NOT_OF_AN_ITEM = { itemIndex: NO_ITEM, isRepeatable: true } as const;

/** Subscribes a URL; the answer's `secret` signs the deliveries and may never be shown again. */
export async function createWebhook(
	context: SeamContext,
	request: { url: string; event_types: string[] },
): Promise<SeamWebhook> {
	return await seamRequest(context, {
		...NOT_OF_AN_ITEM,
		path: '/webhooks/create',
		body: request,
		schema: webhookAnswer,
		subject: `the webhook to ${request.url}`,
		isRepeatable: false,
	});
}

export async function getWebhook(context: SeamContext, webhook_id: string): Promise<SeamWebhook> {
	const request = { path: '/webhooks/get', body: { webhook_id }, schema: webhookAnswer };
	return await seamRequest(context, { ...NOT_OF_AN_ITEM, ...request });
}

export async function listWebhooks(context: SeamContext): Promise<SeamWebhook[]> {
	return await seamRequest(context, {
		...NOT_OF_AN_ITEM,
		path: '/webhooks/list',
		body: {},
		schema: answerWith('webhooks', z.array(webhookSchema)),
		subject: 'the list of webhooks',
	});
}

export async function deleteWebhook(context: SeamContext, webhook_id: string): Promise<void> {
	const request = { path: '/webhooks/delete', body: { webhook_id }, schema: NO_ANSWER };
	await seamRequest(context, { ...NOT_OF_AN_ITEM, ...request });
}
