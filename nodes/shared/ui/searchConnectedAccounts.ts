import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';

import { toNodeError } from '../api/nodeError';
import { tolerant } from '../schema/tolerant';
import { searchPage } from './searchPage';

const accountSchema = z.object({
	connected_account_id: z.string(),
	display_name: tolerant(z.string()),
	account_type_display_name: tolerant(z.string()),
});

/** The list of `connectedAccountField`, in alphabetical order within each page. */
export async function searchConnectedAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	try {
		const page = await searchPage(
			this,
			{
				path: '/connected_accounts/list',
				field: 'connected_accounts',
				record: accountSchema,
			},
			filter,
			paginationToken,
		);
		const results = page.records
			.map((account) => ({
				name: labelOf(account),
				value: account.connected_account_id,
			}))
			.sort((a, b) => a.name.localeCompare(b.name));
		return { results, paginationToken: page.paginationToken };
	} catch (error) {
		throw toNodeError(this.getNode(), error, 0);
	}
}

function labelOf(account: z.infer<typeof accountSchema>): string {
	const name = account.display_name ?? account.connected_account_id;
	const type = account.account_type_display_name;
	return type == null ? name : `${name} (${type})`;
}
