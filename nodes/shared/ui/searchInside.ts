import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../api/nodeError';
import { seamPage } from '../api/request';
import { byName } from './labels';
import { includesText, type SearchedList } from './searchPage';

/** How many outer records are asked for what is inside them at once. */
const AT_ONCE = 10;

type Choices = INodeListSearchResult['results'];

/** Records that Seam lists only by the record that holds them, such as codes by their lock. */
interface InnerList<Outer, Inner> {
	outer: SearchedList<Outer>;
	/** Whether an outer record can hold any. */
	mayHold?: (outer: Outer) => boolean;
	inner: SearchedList<Inner>;
	/** The body that asks for those of one outer record; not every such list knows `limit`. */
	bodyFor: (outer: Outer) => object;
	idOf: (inner: Inner) => string;
	labelOf: (inner: Inner, outer: Outer) => string;
}

/**
 * The list of a field that picks one such record. A page holds what some outer records hold; those without anything
 * that matches make no page of their own.
 */
export const searchInside = <Outer, Inner>({
	outer,
	mayHold = () => true,
	inner: { isSearchedHere = false, ...inner },
	bodyFor,
	idOf,
	labelOf,
}: InnerList<Outer, Inner>) =>
	async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const choicesIn = async (holder: Outer): Promise<Choices> => {
			const search = filter && !isSearchedHere ? { search: filter } : {};
			const body = { ...bodyFor(holder), ...search };
			const { records } = await seamPage(this, { ...inner, body, itemIndex: 0 });
			return records.map((record) => ({ name: labelOf(record, holder), value: idOf(record) }));
		};
		const results: Choices = [];
		let token = paginationToken;
		try {
			do {
				const page = { ...outer, body: { limit: AT_ONCE }, itemIndex: 0 };
				const { records, next } = await seamPage(this, page, token);
				const found = (await Promise.all(records.filter(mayHold).map(choicesIn))).flat();
				results.push(...(filter && isSearchedHere ? found.filter(includesText(filter)) : found));
				// A cursor that does not move on would be asked for ever.
				token = next === token ? undefined : next;
			} while (results.length === 0 && token !== undefined);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
		return {
			results: results.sort(byName),
			paginationToken: token,
		};
	};
