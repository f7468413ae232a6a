import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { NO_ITEM } from '../api/context';
import { toNodeError } from '../api/nodeError';
import { seamPage, type SeamListRequest } from '../api/request';

/** As many as Seam gives at most at once, so that most workspaces fit on one page and are sorted as a whole. */
const PAGE_SIZE = 500;

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
	list: Pick<SeamListRequest<T>, 'path' | 'field' | 'record'>,
	{ filter, paginationToken }: Search,
	choicesOf: (records: T[]) => INodeListSearchResult['results'],
): Promise<INodeListSearchResult> {
	try {
		const body = { ...(filter ? { search: filter } : {}), limit: PAGE_SIZE };
		const { records, next } = await seamPage(
			context,
			{ ...list, body, itemIndex: NO_ITEM },
			paginationToken,
		);
		return { results: choicesOf(records), paginationToken: next };
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
