import type { IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';

import { secretsOf } from '../masking';
import { callerOf, type Caller } from './caller';
import { cancelSignalOf, type SeamContext } from './context';
import {
	failureOfAnswer,
	failureOfConnection,
	unexpectedAnswer,
	type Answer,
	type Asked,
} from './failure';
import { inFlightLimit, waitForTurn, type Pace } from './pacing';
import { delayBeforeRetry, readRetryAfter } from './retry';
import type { SeamError } from './seamError';
import { throwIfCancelled, wait } from './wait';

/** What a caller may change about any call. */
export interface CallOptions {
	/**
	 * Ends the call when it aborts, in a queue, in a pause or under way. Only for contexts without an execution, which
	 * n8n can't cancel; elsewhere the execution's own signal serves.
	 */
	signal?: AbortSignal;
}

export interface SeamRequest<T> extends CallOptions {
	/** Seam's path, e.g. `/devices/get`; every endpoint takes POST with a JSON body. */
	path: string;
	body: object;
	/** Reads the answer's body; what it can't read is an unexpected answer. */
	schema: z.ZodType<T, z.ZodTypeDef, unknown>;
	/** The item whose credential and failure this is; 0 outside of items. */
	itemIndex: number;
	/** What the call is about, in words, for its failures; else what the body names first by an ID: `device 1234…`. */
	subject?: string;
	/**
	 * A call that does no harm if it is carried out twice: a read, a delete. All others are never repeated if it is
	 * unclear whether they were carried out.
	 */
	isRepeatable: boolean;
	/** The per-device limit that the call counts towards. */
	pace?: Pace;
}

const TIMEOUT_MS = 30_000;

/**
 * Sends one request to Seam and reads its answer: the only place where this package talks HTTP.
 *
 * Repeatable calls are repeated after a broken connection or a 5xx. Rate limits are waited for with any call,
 * because Seam has done nothing then; so are connections that never came about.
 *
 * @throws SeamError Seam refused, could not be reached, or answered what it does not promise
 * @throws Refusal the credential can't work; nothing was sent
 */
export async function seamRequest<T>(context: SeamContext, request: SeamRequest<T>): Promise<T> {
	const caller = await callerOf(context, request.itemIndex);
	const asked: Asked = {
		path: request.path,
		subject: request.subject ?? namedIn(request.body),
		isWrite: !request.isRepeatable,
		baseUrl: caller.baseUrl,
		secrets: secretsOf(caller.credential.apiKey, request.body),
	};
	const signal = request.signal ?? cancelSignalOf(context);
	// Waiting for a turn is not counted: that time is this package's, not Seam's.
	let spentMs = 0;

	for (let attempt = 1; ; attempt += 1) {
		if (request.pace) await waitForTurn(caller.id, request.pace, signal);
		const inTurn = async () => {
			throwIfCancelled(signal);
			const begun = Date.now();
			const result = await send(context, { asked, caller, body: request.body, signal });
			spentMs += Date.now() - begun;
			return result;
		};
		const sent = await inFlightLimit(caller.id, inTurn, signal);
		if ('answer' in sent && sent.answer.status >= 200 && sent.answer.status < 300) {
			const read = request.schema.safeParse(sent.answer.body);
			if (read.success) return read.data;
			throw unexpectedAnswer(sent.answer, asked, read.error.issues[0]?.path.join('.'));
		}

		const retryAfterMs =
			'answer' in sent ? readRetryAfter(sent.answer.headers['retry-after'], Date.now()) : undefined;
		const failure =
			'answer' in sent ? failureOfAnswer(sent.answer, asked, retryAfterMs) : sent.failure;
		const delay = mayRepeat(failure)
			? delayBeforeRetry({
					attempt,
					elapsedMs: spentMs,
					retryAfterMs,
					wasRateLimited: failure.kind === 'rate_limited',
				})
			: null;
		if (delay === null) throw failure;
		await wait(delay, signal);
		spentMs += delay;
	}
}

/** `access_code_id: '1234…'` as `access code 1234…`. */
function namedIn(body: object): string | undefined {
	const [key, id] = Object.entries(body).find(([name]) => name.endsWith('_id')) ?? [];
	return key && `${key.slice(0, -'_id'.length).replaceAll('_', ' ')} ${String(id)}`;
}

/** Whether trying again can help and can't do a thing twice. */
function mayRepeat({ kind, answerLost }: SeamError): boolean {
	return !answerLost && ['rate_limited', 'server', 'unreachable'].includes(kind);
}

type Sent = { answer: Answer } | { failure: SeamError };

interface Sending {
	asked: Asked;
	caller: Caller;
	body: object;
	signal?: AbortSignal;
}

async function send(context: SeamContext, { asked, caller, body, signal }: Sending): Promise<Sent> {
	const options: IHttpRequestOptions = {
		method: 'POST',
		baseURL: asked.baseUrl,
		url: asked.path,
		body,
		json: true,
		timeout: TIMEOUT_MS,
		abortSignal: signal,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirect would carry the key to an address that nobody entered.
		disableFollowRedirect: true,
	};
	// Handed over, because n8n by itself takes the credential of the first item for all of them.
	const credentialsDecrypted = { id: '', name: '', type: 'seamApi', data: caller.credential };
	try {
		const { httpRequestWithAuthentication: request } = context.helpers;
		const response = await request.call(context, 'seamApi', options, { credentialsDecrypted });
		const { statusCode: status, headers, body: answered } = response;
		return { answer: { status, headers, body: answered } };
	} catch (error) {
		return { failure: failureOfConnection(error, asked) };
	}
}

const paginationSchema = z
	.object({ has_next_page: z.boolean(), next_page_cursor: z.string().nullish() })
	.nullish()
	.catch(undefined);

export interface SeamListRequest<T>
	extends Omit<SeamRequest<T[]>, 'schema' | 'isRepeatable' | 'pace'> {
	/** The answer's field that holds the records, e.g. `devices`. */
	field: string;
	record: z.ZodType<T, z.ZodTypeDef, unknown>;
}

/** Reads one page of a list; the cursor asks for the next one, with the same filters (Seam: Pagination). */
export async function seamPage<T>(
	context: SeamContext,
	{ field, record, ...request }: SeamListRequest<T>,
	cursor?: string,
): Promise<{ records: T[]; next?: string }> {
	const schema = z
		.object({ [field]: z.array(record), pagination: paginationSchema })
		.transform((answer) => {
			const pagination = answer.pagination as z.infer<typeof paginationSchema>;
			const next = pagination?.has_next_page ? pagination.next_page_cursor : undefined;
			return { records: answer[field] as T[], next: next ?? undefined };
		});
	const body = { ...request.body, ...(cursor === undefined ? {} : { page_cursor: cursor }) };
	return await seamRequest(context, { ...request, body, schema, isRepeatable: true });
}

/** Reads all pages of a list, or as many as hold `limit` records. */
export async function seamList<T>(
	context: SeamContext,
	request: SeamListRequest<T>,
	limit = Number.POSITIVE_INFINITY,
): Promise<T[]> {
	const records: T[] = [];
	let cursor: string | undefined;
	do {
		const page = await seamPage(context, request, cursor);
		for (const record of page.records) records.push(record);
		// A cursor that does not move on would be asked for ever.
		cursor = page.next === cursor ? undefined : page.next;
	} while (cursor !== undefined && records.length < limit);
	return records.slice(0, limit);
}
