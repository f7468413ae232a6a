import { z } from 'zod';

import { mask } from '../masking';
import { tolerant } from '../schema/tolerant';
import { SeamError, type SeamErrorKind } from './seamError';

/** What was asked, as far as a failure must tell it. */
export interface Asked {
	path: string;
	/** What the call was about, in words: `device 1234…`. */
	subject?: string;
	/** The call must not be carried out twice, so that a lost answer matters. */
	isWrite: boolean;
	baseUrl: string;
	secrets: readonly string[];
}

export interface Answer {
	status: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** Seam's error body. Source: `@seamapi/http`, api-error-types. */
const errorBodySchema = z.object({
	error: z.object({
		type: tolerant(z.string()),
		message: tolerant(z.string()),
		validation_errors: tolerant(z.record(z.unknown())),
	}),
});

/** Reads an answer that is not a success. */
export function failureOfAnswer(answer: Answer, asked: Asked, retryAfterMs?: number): SeamError {
	const read = errorBodySchema.safeParse(answer.body);
	const said = read.success ? whatSeamSays(read.data.error, asked.secrets) : '';
	const seamType = (read.success && read.data.error.type) || undefined;
	const { kind, message, fix } = explain(answer.status, { asked, said, seamType, retryAfterMs });
	return new SeamError(message, {
		kind,
		fix: withRequestId(fix, answer),
		httpStatus: answer.status,
		seamType,
		requestId: requestIdOf(answer),
		answerLost: asked.isWrite && kind === 'server',
	});
}

/** A success whose body is not what Seam's documents promise: whoever answered, it can't be relied on. */
export function unexpectedAnswer(answer: Answer, asked: Asked, missing?: string): SeamError {
	const what =
		typeof answer.body === 'object' && answer.body !== null
			? `without what it promises${missing ? ` (${missing})` : ''}`
			: 'with something that is not JSON';
	return new SeamError(`${asked.baseUrl}${asked.path} answered ${what}`, {
		kind: 'unexpected_answer',
		fix: withRequestId(
			'Check the Base URL of the credential, and whether a proxy answers in place of Seam.',
			answer,
		),
		httpStatus: answer.status,
		requestId: requestIdOf(answer),
		answerLost: asked.isWrite,
	});
}

/** Codes of connections that never came about: nothing was sent. */
const NEVER_CONNECTED =
	'ECONNREFUSED ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH ERR_INVALID_URL'.split(' ');

/** Codes of TLS handshakes that failed, most over the certificate: nothing was sent either. */
const NOT_TRUSTED = [
	'SELF_SIGNED_CERT_IN_CHAIN DEPTH_ZERO_SELF_SIGNED_CERT CERT_HAS_EXPIRED EPROTO',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_ISSUER_CERT_LOCALLY ERR_TLS_CERT_ALTNAME_INVALID',
].flatMap((codes) => codes.split(' '));

const TIMED_OUT = ['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT'];

/** Reads what n8n's HTTP client throws if no answer came. */
export function failureOfConnection(error: unknown, asked: Asked): SeamError {
	const code = codeOf(error);
	if (code === 'ERR_CANCELED') {
		return new SeamError('The execution was cancelled while Seam was asked', {
			kind: 'cancelled',
			answerLost: asked.isWrite,
		});
	}
	const wasSent = !NEVER_CONNECTED.includes(code) && !NOT_TRUSTED.includes(code);
	const answerLost = asked.isWrite && wasSent;
	const about = asked.subject ? ` about ${asked.subject}` : '';
	const message = TIMED_OUT.includes(code)
		? `Seam did not answer in time when asked${about}`
		: wasSent
			? `The connection to Seam broke off when asked${about}`
			: `Seam can't be reached at ${asked.baseUrl}`;
	return new SeamError(`${message}${code ? ` (${code})` : ''}`, {
		kind: 'unreachable',
		fix: fixOfConnection(code, answerLost),
		answerLost,
	});
}

function fixOfConnection(code: string, answerLost: boolean): string {
	if (answerLost) {
		return 'The request may have been carried out: check the device in Seam before you send it again.';
	}
	if (NOT_TRUSTED.includes(code)) {
		return 'n8n has no secure connection to that address, most often over its certificate: check the Base URL of the credential, renew a certificate that has expired, and name the authority of a private one (of a proxy, for example) in the environment variable NODE_EXTRA_CA_CERTS of n8n.';
	}
	return 'Check the network of this n8n and the Base URL of the credential, then run again.';
}

/** n8n wraps the HTTP client's error, sometimes more than once. */
function codeOf(error: unknown): string {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		if ('code' in cause && typeof cause.code === 'string') return cause.code;
	}
	return '';
}

interface Circumstances {
	asked: Asked;
	said: string;
	seamType?: string;
	retryAfterMs?: number;
}

/** What a status means to the user, and what to do about it. */
function explain(
	status: number,
	{ asked, said, seamType, retryAfterMs }: Circumstances,
): { kind: SeamErrorKind; message: string; fix: string } {
	const subject = subjectOf(asked, said);
	const quote = said === '' ? '' : `: ${said}`;
	if (/suspend/i.test(`${seamType} ${said}`)) {
		return {
			kind: 'forbidden',
			message: `The Seam workspace of this key is suspended${quote}`,
			fix: 'Open the workspace in the Seam Console to reactivate it.',
		};
	}
	if (status === 401) {
		return {
			kind: 'unauthorized',
			message: `Seam does not know this API key${quote}`,
			fix: 'It may have been revoked or copied in part: copy it again from the Seam Console (under API Keys) into the credential.',
		};
	}
	if (status === 403) {
		return {
			kind: 'forbidden',
			message: `This key is not allowed to do that with ${subject}${quote}`,
			fix: 'Use an API key of the workspace that the device is in.',
		};
	}
	if (status === 404 && seamType === undefined) {
		return {
			kind: 'unexpected_answer',
			message: `${asked.baseUrl} has no ${asked.path}`,
			fix: 'Check the Base URL of the credential.',
		};
	}
	if (status === 404) {
		return {
			kind: 'not_found',
			message: `Seam does not find ${subject}${quote}`,
			fix: 'Check the ID, and that the key belongs to the workspace it is in.',
		};
	}
	if (status === 409) {
		return {
			kind: 'conflict',
			message: `What was asked of ${subject} conflicts with what is there${quote}`,
			fix: 'Choose another PIN, or remove what is in the way.',
		};
	}
	if (status === 429) {
		return {
			kind: 'rate_limited',
			message: `Seam takes no more requests for ${subject} at the moment${quote}`,
			fix: `${waitingTime(retryAfterMs)} Nothing was changed by this request.`,
		};
	}
	if (status >= 500 || status === 408) {
		return {
			kind: 'server',
			message: `Seam could not carry out the request for ${subject} (HTTP ${status})${quote}`,
			fix: asked.isWrite
				? 'The request may have been carried out all the same: check the device in Seam before you send it again.'
				: "Run again in a few minutes, or check Seam's status page.",
		};
	}
	if (status < 400) {
		return {
			kind: 'unexpected_answer',
			message: `${asked.baseUrl} redirects to another address (HTTP ${status})`,
			fix: 'Put the final address, usually one with https, into the Base URL of the credential.',
		};
	}
	return {
		kind: 'invalid_input',
		message: `Seam refused the request for ${subject}${quote || ` (HTTP ${status})`}`,
		fix: 'Change what Seam names here, then run again.',
	};
}

/** An ID that Seam names itself is not said twice. */
function subjectOf({ path, subject = `the request ${path}` }: Asked, said: string): string {
	const [, kind, id] = /^(.+) ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(subject) ?? [];
	return id !== undefined && said.includes(id) ? `this ${kind}` : subject;
}

function waitingTime(retryAfterMs: number | undefined): string {
	if (retryAfterMs === undefined) return 'Run again in a minute or two.';
	const seconds = Math.ceil(retryAfterMs / 1_000);
	const time = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
	return `Seam asks to wait another ${time}: run again after that.`;
}

/** Seam's own words, masked, with the parameters that it names. */
function whatSeamSays(
	error: z.infer<typeof errorBodySchema>['error'],
	secrets: readonly string[],
): string {
	const named = Object.entries(error.validation_errors ?? {}).flatMap(([parameter, found]) => {
		const reasons = validationReasons(found);
		return parameter === '_errors' || reasons.length === 0
			? []
			: [`${parameter}: ${reasons.join(', ')}`];
	});
	const said = [error.message || error.type || '', ...named]
		.filter((part) => part !== '')
		.join('; ');
	return mask(said, secrets);
}

function validationReasons(found: unknown): string[] {
	if (typeof found !== 'object' || found === null || !('_errors' in found)) return [];
	return Array.isArray(found._errors) ? found._errors.map(String) : [];
}

function requestIdOf({ headers }: Answer): string | undefined {
	const id = headers['seam-request-id'];
	return typeof id === 'string' && id !== '' ? id : undefined;
}

function withRequestId(fix: string, answer: Answer): string {
	const id = requestIdOf(answer);
	return id === undefined ? fix : `${fix} (Seam request ID: ${id})`;
}
