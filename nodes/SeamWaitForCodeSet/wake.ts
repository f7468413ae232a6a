import {
	sleep,
	type IWebhookDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

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

/** Calls that come within this time of the first are answered by one look; events come in bursts. */
const GATHER_FOR = 2_000;

/** However many call: the sub-execution is woken at most this often. */
const WAKE_AT_MOST_EVERY = 5_000;

/** When which sub-execution is woken, or was last, by this process; as milliseconds since 1970. */
const wakes = new Map<string, number>();

/**
 * Answers a call to the resume URL. Whoever calls, and whatever is said, it only makes the parked wait look again: the
 * execution itself is never resumed from here, because only Seam knows whether the code is ready. It never throws:
 * n8n would lose the execution.
 */
export async function wakeEarly(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const url = wakeUrlOf(context);
	if (url !== null) void wake(context, url);
	return { webhookResponse: { looking_again: url !== null } };
}

function wakeUrlOf(context: IWebhookFunctions): string | null {
	try {
		const name = JSON.stringify(context.getNode().name);
		const url = context.evaluateExpression(`{{ $node[${name}].context.wakeUrl }}`);
		return typeof url === 'string' ? url : null;
	} catch (error) {
		context.logger.debug(`The parked wait has no address to wake it: ${String(error)}`);
		return null;
	}
}

async function wake(context: IWebhookFunctions, url: string): Promise<void> {
	const now = Date.now();
	const last = wakes.get(url) ?? 0;
	// A wake-up that is still to come answers this call too.
	if (last > now) return;
	const wakeAt = Math.max(now + GATHER_FOR, last + WAKE_AT_MOST_EVERY);
	forgetOld(now);
	wakes.set(url, wakeAt);
	try {
		await sleep(wakeAt - now);
		await context.helpers.httpRequest({ method: 'POST', url, timeout: 5_000 });
	} catch (error) {
		// Looking already, just ended, or out of reach from here: the next look comes anyway.
		context.logger.debug(`The parked wait was not woken: ${String(error)}`);
	}
}

function forgetOld(now: number): void {
	for (const [url, at] of wakes) {
		if (now - at >= WAKE_AT_MOST_EVERY) wakes.delete(url);
	}
}
