import type { IWebhookDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/**
 * The resume URL of a parked wait (`$execution.resumeUrl`). n8n itself provides it: nothing has to be registered
 * anywhere, which is why the node has no webhook methods.
 */
export const resumeWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '',
		path: '',
		restartWebhook: true,
	},
];

/** However many call: the sub-execution is woken at most this often. */
const WAKE_AT_MOST_EVERY = 5_000;

/** When which sub-execution was last woken by this process, as milliseconds since 1970. */
const lastWakes = new Map<string, number>();

/**
 * Answers a call to the resume URL. Whoever calls, and whatever is said, it only makes the parked wait look again: the
 * execution itself is never resumed from here, because only Seam knows whether the code is ready. It never throws:
 * n8n would lose the execution.
 */
export async function wakeEarly(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const isWoken = await wake(context);
	return { webhookResponse: { looking_again: isWoken } };
}

async function wake(context: IWebhookFunctions): Promise<boolean> {
	try {
		const name = JSON.stringify(context.getNode().name);
		const url = context.evaluateExpression(`{{ $node[${name}].context.wakeUrl }}`);
		if (typeof url !== 'string' || !isTurn(url)) return false;
		await context.helpers.httpRequest({ method: 'POST', url, timeout: 5_000 });
		return true;
	} catch (error) {
		// Looking already, just ended, or out of reach from here: the next look comes anyway.
		context.logger.debug(`The parked wait was not woken: ${String(error)}`);
		return false;
	}
}

function isTurn(url: string): boolean {
	const now = Date.now();
	for (const [known, at] of lastWakes) {
		if (now - at >= WAKE_AT_MOST_EVERY) lastWakes.delete(known);
	}
	if (lastWakes.has(url)) return false;
	lastWakes.set(url, now);
	return true;
}
