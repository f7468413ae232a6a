import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../api/nodeError';
import { seamPage, type SeamListRequest } from '../api/request';

/** As many as Seam gives at most at once, so that most workspaces fit on one page and are sorted as a whole. */
export const PAGE_SIZE = 500;

/** One of Seam's lists. */
export type SearchedList<T> = Pick<SeamListRequest<T>, 'path' | 'field' | 'record'> & {
	/** Seam takes no search for it: what was typed is looked for in the labels. */
	isSearchedHere?: boolean;
};

/** What the editor asks for: the text that was typed, and the token of the page before. */
interface Search {
	filter: string | undefined;
	paginationToken: string | undefined;
}

/**
 * One page of one of Seam's lists as choices for the editor, and the token that asks for the next one.
 * Where Seam searches, the same search goes with every page (Seam: Pagination).
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function searchPage<T>(
	context: ILoadOptionsFunctions,
	{ isSearchedHere = false, ...list }: SearchedList<T>,
	{ filter, paginationToken }: Search,
	choicesOf: (records: T[]) => INodeListSearchResult['results'],
): Promise<INodeListSearchResult> {
	try {
		const body = { ...(filter && !isSearchedHere ? { search: filter } : {}), limit: PAGE_SIZE };
		const { records, next } = await seamPage(
			context,
			{ ...list, body, itemIndex: 0 },
			paginationToken,
		);
		const choices = choicesOf(records);
		const wanted = isSearchedHere && filter ? choices.filter(includesText(filter)) : choices;
		return { results: wanted, paginationToken: next };
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

/** Whether a choice shows the text, in any case. */
export const includesText = (text: string) => (choice: { name: string }) =>
	choice.name.toLowerCase().includes(text.toLowerCase());
