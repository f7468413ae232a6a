import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';

import { toNodeError } from '../api/nodeError';
import { seamRequest } from '../api/request';

/** As many as Seam gives at most at once, so that most workspaces fit on one page and are sorted as a whole. */
const PAGE_SIZE = 500;

/** One of Seam's lists: where it is, in which field of the answer, and what is read of each record. */
interface SeamList<T> {
	path: string;
	field: string;
	record: z.ZodType<T, z.ZodTypeDef, unknown>;
}

/** What the editor asks for: the text that was typed, and the token of the page before. */
interface Search {
	filter: string | undefined;
	paginationToken: string | undefined;
}

/**
 * One page of one of Seam's lists as choices for the editor, and the token that asks for the next one.
 * Seam searches; the same search goes with every page (Seam: Pagination).
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function searchPage<T>(
	context: ILoadOptionsFunctions,
	list: SeamList<T>,
	search: Search,
	choicesOf: (records: T[]) => INodeListSearchResult['results'],
): Promise<INodeListSearchResult> {
	try {
		const { records, cursor } = await readPage(context, list, search);
		return { results: choicesOf(records), paginationToken: cursor ?? undefined };
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

async function readPage<T>(
	context: ILoadOptionsFunctions,
	list: SeamList<T>,
	{ filter, paginationToken }: Search,
): Promise<{ records: T[]; cursor?: string | null }> {
	const schema = z
		.object({
			[list.field]: z.array(list.record),
			pagination: z.object({ next_page_cursor: z.string().nullish() }).nullish(),
		})
		.transform((answer) => ({
			records: answer[list.field] as T[],
			cursor: (answer.pagination as { next_page_cursor?: string | null } | null | undefined)
				?.next_page_cursor,
		}));
	return await seamRequest(context, {
		path: list.path,
		body: {
			...(filter ? { search: filter } : {}),
			limit: PAGE_SIZE,
			...(paginationToken ? { page_cursor: paginationToken } : {}),
		},
		schema,
		itemIndex: 0,
		isRepeatable: true,
	});
}
