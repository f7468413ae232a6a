import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { seamRequest } from '../api/request';

/** As many as Seam gives at most at once, so that most workspaces fit on one page and are sorted as a whole. */
const PAGE_SIZE = 500;

/**
 * One page of one of Seam's lists for a list in the editor, and the token that asks for the next one.
 * Seam searches; the same search goes with every page (Seam: Pagination).
 *
 * @throws SeamError, Refusal as `seamRequest`
 */
export async function searchPage<T>(
	context: ILoadOptionsFunctions,
	list: { path: string; field: string; record: z.ZodType<T, z.ZodTypeDef, unknown> },
	search: string | undefined,
	paginationToken: string | undefined,
): Promise<{ records: T[]; paginationToken?: string }> {
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
	const { records, cursor } = await seamRequest(context, {
		path: list.path,
		body: {
			...(search ? { search } : {}),
			limit: PAGE_SIZE,
			...(paginationToken ? { page_cursor: paginationToken } : {}),
		},
		schema,
		itemIndex: 0,
		isRepeatable: true,
	});
	return cursor ? { records, paginationToken: cursor } : { records };
}
