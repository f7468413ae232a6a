import {
	sleep,
	type IDataObject,
	type IExecuteFunctions,
	type IWebhookDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

/**
 * The resume URL of an execution (`$execution.resumeUrl`). n8n itself provides it: nothing has to be registered
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

/** A burst of calls is answered by one poll, when no call has come for this long … */
const QUIET_FOR = 2_000;
/** … but does not put the poll off for longer than this. */
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
 * Answers a call to the resume URL. Whoever calls, and whatever is said, it only makes the parked wait poll again: only
 * the sleep between two polls is ever resumed from here, because only Seam knows whether the code is ready. It never
 * throws: n8n would lose the execution.
 */
export async function wakeEarly(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	if (context.getNodeParameter('parkedWait', false) === 'sleep') {
		return { workflowData: [[{ json: {} }]], webhookResponse: { polling_again: true } };
	}
	// n8n gives no body at all for a call without one.
	const body = context.getBodyData() as IDataObject | undefined;
	if (body?.[ASKS_WHETHER_PARKED] === true) {
		return { webhookResponse: { is_parked: true } };
	}
	const url = wakeUrlOf(context);
	if (url !== null) void wake(context, url);
	return { webhookResponse: { polling_again: url !== null } };
}

/** An execution that sleeps until the wait is over. */
export interface ParkedExecution {
	executionId: string;
	url: string;
}

const ASKS_WHETHER_PARKED = 'asks_whether_parked';

/** Not by an expression: n8n would set up its engine for them, here and for every wait. */
export function resumeUrlOf(context: IExecuteFunctions): string {
	return (context.getWorkflowDataProxy(0).$execution as { resumeUrl: string }).resumeUrl;
}

/**
 * Whether the execution that waited was stopped or deleted, so that nobody will get an answer. Only n8n's own word for
 * that execution counts: n8n may be unable to reach its own address, and then the guest still needs the code.
 */
export async function isAbandoned(
	context: IExecuteFunctions,
	{ executionId, url }: ParkedExecution,
): Promise<boolean> {
	try {
		const { statusCode, body } = (await context.helpers.httpRequest({
			method: 'POST',
			url,
			body: { [ASKS_WHETHER_PARKED]: true },
			json: true,
			timeout: 5_000,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; body?: { message?: unknown } };
		const isOfExecution = String(body?.message).startsWith(`The execution "${executionId}`);
		return [404, 409].includes(statusCode) && isOfExecution;
	} catch (error) {
		context.logger.debug(`The parked execution could not be asked: ${String(error)}`);
		return false;
	}
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

/** While the sub-execution polls, n8n refuses the call, and the news may have come too late for that poll. */
async function isWoken(context: IWebhookFunctions, url: string): Promise<boolean> {
	try {
		await context.helpers.httpRequest({ method: 'POST', url, timeout: 5_000 });
		return true;
	} catch (error) {
		// Polling, ended meanwhile, or out of reach from here: the next poll comes anyway.
		context.logger.debug(`The parked wait was not woken: ${String(error)}`);
		return false;
	}
}

function forgetOld(now: number): void {
	for (const [url, { wokenAt }] of wakings) {
		if (wokenAt !== null && now - wokenAt >= WAKE_AT_MOST_EVERY) wakings.delete(url);
	}
}
