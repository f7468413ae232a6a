import type { Facts } from '../refusal';

/** What a failed call to Seam means for the one who asked. */
export type SeamErrorKind =
	| 'not_found'
	| 'conflict'
	| 'invalid_input'
	| 'unauthorized'
	| 'forbidden'
	| 'rate_limited'
	| 'server'
	| 'unreachable'
	| 'unexpected_answer'
	| 'cancelled';

export interface SeamErrorDetails {
	kind: SeamErrorKind;
	/** The way out, in one sentence or two. */
	fix?: string;
	httpStatus?: number;
	/** `error.type` as Seam sent it, for callers that tell refusals apart. */
	seamType?: string;
	/** Seam's `seam-request-id`, which its support asks for. */
	requestId?: string;
	/** The request may have been carried out: it was sent, and what became of it is unknown. */
	answerLost?: boolean;
}

/**
 * A call to Seam that failed. `message` says what happened, and to which device or code; neither text holds a key
 * or a PIN. `answerLost` is only ever true for calls that must not be carried out twice.
 */
export class SeamError extends Error {
	readonly kind: SeamErrorKind;
	readonly fix?: string;
	readonly httpStatus?: number;
	readonly seamType?: string;
	readonly requestId?: string;
	readonly answerLost: boolean;
	/** What the call was about, as data for the workflow. */
	facts: Facts = {};

	constructor(message: string, details: SeamErrorDetails) {
		super(message);
		this.name = 'SeamError';
		this.kind = details.kind;
		this.fix = details.fix;
		this.httpStatus = details.httpStatus;
		this.seamType = details.seamType;
		this.requestId = details.requestId;
		this.answerLost = details.answerLost ?? false;
	}
}

/** Whether Seam knows no such thing, or knows it no longer. */
export function isNotFound(error: unknown): error is SeamError {
	return error instanceof SeamError && error.kind === 'not_found';
}

/** Whether Seam was busy or out of reach: that passes by itself, and says nothing about what was asked. */
export function isPassing(error: unknown): error is SeamError {
	return error instanceof SeamError && PASSING.includes(error.kind);
}

const PASSING: readonly SeamErrorKind[] = ['rate_limited', 'server', 'unreachable'];
