import { z } from 'zod';

import { webhookSchema } from '../schema/webhook';
import { NO_ANSWER, answerWith, endpoint } from './endpoint';

const webhookAnswer = answerWith('webhook', webhookSchema);

/** Subscribes a URL; the answer's `secret` signs the deliveries and may never be shown again. */
export const createWebhook = endpoint((request: { url: string; event_types: string[] }) => ({
	path: '/webhooks/create',
	body: request,
	schema: webhookAnswer,
	subject: `the webhook to ${request.url}`,
	isRepeatable: false,
}));

export const getWebhook = endpoint((webhook_id: string) => ({
	path: '/webhooks/get',
	body: { webhook_id },
	schema: webhookAnswer,
	isRepeatable: true,
}));

export const listWebhooks = endpoint(() => ({
	path: '/webhooks/list',
	body: {},
	schema: answerWith('webhooks', z.array(webhookSchema)),
	subject: 'the list of webhooks',
	isRepeatable: true,
}));

export const deleteWebhook = endpoint((webhook_id: string) => ({
	path: '/webhooks/delete',
	body: { webhook_id },
	schema: NO_ANSWER,
	isRepeatable: true,
}));
