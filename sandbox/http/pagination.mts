import { createHash } from 'node:crypto';
import { ApiError } from './apiError.mts';

interface PageRequest {
	limit?: number;
	page_cursor?: string | null;
	[filter: string]: unknown;
}

export interface Page<T> {
	items: T[];
	pagination: {
		has_next_page: boolean;
		next_page_cursor: string | null;
		next_page_url: string | null;
	};
}

/**
 * One page of a list. The cursor names the last item and the filters it was made with: a call that sends other filters
 * with it is refused, as the documents want the same ones resent.
 */
export function paginate<T>(
	all: readonly T[],
	idOf: (item: T) => string,
	request: PageRequest,
	url: string,
): Page<T> {
	const { limit = 500, page_cursor: cursor, ...filters } = request;
	const fingerprint = createHash('sha1').update(JSON.stringify(filters)).digest('hex').slice(0, 12);
	let from = 0;
	if (cursor) {
		const [after, made] = Buffer.from(cursor, 'base64url').toString().split('|');
		const position = all.findIndex((item) => idOf(item) === after);
		if (made !== fingerprint || position < 0) {
			throw new ApiError(400, 'invalid_input', 'page_cursor does not belong to these parameters');
		}
		from = position + 1;
	}
	const items = all.slice(from, from + limit);
	const hasNext = from + items.length < all.length && items.length > 0;
	const next = hasNext
		? Buffer.from(`${idOf(items[items.length - 1])}|${fingerprint}`).toString('base64url')
		: null;
	return {
		items,
		pagination: {
			has_next_page: hasNext,
			next_page_cursor: next,
			next_page_url: next && `${url}?page_cursor=${next}`,
		},
	};
}
