import { z } from 'zod';

import type { SeamContext } from './context';
import {
	seamList,
	seamRequest,
	type CallOptions,
	type SeamListRequest,
	type SeamRequest,
} from './request';

/**
 * One of Seam's endpoints as a function of what is asked for, as `requestOf` takes it (without defaults), and of the item
 * that it is asked for.
 */
export function endpoint<A extends unknown[], T>(
	requestOf: (...asked: A) => Omit<SeamRequest<T>, 'itemIndex'>,
) {
	return async (
		context: SeamContext,
		...rest: [...asked: A, itemIndex: number, options?: CallOptions]
	): Promise<T> => {
		const asked = rest.slice(0, requestOf.length) as A;
		const [itemIndex, options] = rest.slice(requestOf.length) as [number, CallOptions?];
		return await seamRequest(context, { ...options, ...requestOf(...asked), itemIndex });
	};
}

/** An endpoint that lists records: all pages unless `limit` says how many are enough. */
export function listEndpoint<A, T>(requestOf: (asked: A) => Omit<SeamListRequest<T>, 'itemIndex'>) {
	return async (context: SeamContext, asked: A, itemIndex: number, limit?: number): Promise<T[]> =>
		await seamList(context, { ...requestOf(asked), itemIndex }, limit);
}

/** Reads the one field of an answer that holds what was asked for. */
export function answerWith<T>(field: string, record: z.ZodType<T, z.ZodTypeDef, unknown>) {
	return z.object({ [field]: record }).transform((answer) => answer[field] as T);
}

/** The answer to a change holds nothing that is needed. */
export const NO_ANSWER = z.object({}).transform(() => undefined);
