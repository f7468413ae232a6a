import type { ErrorObject } from 'ajv';
import type { Refused } from '../rules/types.mts';

/** An answer other than 200, in Seam's shape: `{error: {type, message, validation_errors?, data?}, ok: false}`. */
export class ApiError extends Error {
	readonly status: number;
	readonly type: string;
	readonly validationErrors: Record<string, unknown> | undefined;

	constructor(
		status: number,
		type: string,
		message: string,
		validationErrors?: Record<string, unknown>,
	) {
		super(message);
		this.status = status;
		this.type = type;
		this.validationErrors = validationErrors;
	}

	body(): unknown {
		const { type, message, validationErrors } = this;
		return {
			error: {
				type,
				message,
				...(validationErrors && { validation_errors: validationErrors }),
			},
			ok: false,
		};
	}
}

export const notFound = (what: string): ApiError =>
	new ApiError(404, `${what}_not_found`, `${capital(what.replaceAll('_', ' '))} not found`);

export const refusedBy = ({ status, type, message }: Refused): ApiError =>
	new ApiError(status, type, message);

/** ajv's findings as Seam words them: one list of sentences per parameter. */
export function invalidInput(errors: ErrorObject[]): ApiError {
	const byParameter: Record<string, { _errors: string[] }> = {};
	for (const { instancePath, params, message, keyword } of errors) {
		const missing =
			keyword === 'required' ? (params as { missingProperty: string }).missingProperty : '';
		const name =
			[...instancePath.split('/').filter(Boolean), missing].filter(Boolean)[0] ?? '_body';
		const sentence = missing ? 'Required' : (message ?? 'Invalid');
		(byParameter[name] ??= { _errors: [] })._errors.push(sentence);
	}
	const names = Object.keys(byParameter);
	const count = `${names.length} Input Error${names.length === 1 ? '' : 's'}`;
	const list = names.map((name) => `${name}: ${byParameter[name]._errors[0]}`).join('; ');
	return new ApiError(400, 'invalid_input', `${count}: ${list}`, { _errors: [], ...byParameter });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
