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

/** A burst of calls is answered by one look, when no call has come for this long … */
const QUIET_FOR = 2_000;
/** … but does not put the look off for longer than this. */
const GATHER_AT_MOST = 10_000;

/** However many call: the sub-execution is woken at most this often. */
const WAKE_AT_MOST_EVERY = 5_000;

const WAKE_ATTEMPTS = 3;

/** What this process knows of a sub-execution that it wakes; times in milliseconds since 1970. */
interface Waking {
	lastCall: number;
	/** null: a wake-up is still to come, which answers all calls until then. */
	wokenAt: number | null;
}

const wakings = new Map<string, Waking>();

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
	const began = Date.now();
	forgetOld(began);
	const known = wakings.get(url);
	if (known) known.lastCall = began;
	if (known?.wokenAt === null) return;

	const waking: Waking = { lastCall: began, wokenAt: null };
	wakings.set(url, waking);
	const earliest = (known?.wokenAt ?? 0) + WAKE_AT_MOST_EVERY;
	for (let now = began; ; now = Date.now()) {
		const quietAt = Math.min(waking.lastCall + QUIET_FOR, began + GATHER_AT_MOST);
		const wakeAt = Math.max(quietAt, earliest);
		if (wakeAt <= now) break;
		await sleep(wakeAt - now);
	}
	waking.wokenAt = Date.now();
	for (let attempt = 1; attempt <= WAKE_ATTEMPTS; attempt += 1) {
		if (await isWoken(context, url)) return;
		await sleep(WAKE_AT_MOST_EVERY);
	}
}

/** While the sub-execution looks, n8n refuses the call, and the news may have come too late for that look. */
async function isWoken(context: IWebhookFunctions, url: string): Promise<boolean> {
	try {
		await context.helpers.httpRequest({ method: 'POST', url, timeout: 5_000 });
		return true;
	} catch (error) {
		// Looking, ended meanwhile, or out of reach from here: the next look comes anyway.
		context.logger.debug(`The parked wait was not woken: ${String(error)}`);
		return false;
	}
}

function forgetOld(now: number): void {
	for (const [url, { wokenAt }] of wakings) {
		if (wokenAt !== null && now - wokenAt >= WAKE_AT_MOST_EVERY) wakings.delete(url);
	}
}
