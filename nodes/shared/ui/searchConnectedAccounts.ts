import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';

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
	const list = {
		path: '/connected_accounts/list',
		field: 'connected_accounts',
		record: accountSchema,
	};
	return await searchPage(this, list, { filter, paginationToken }, choicesOf);
}

type Account = z.infer<typeof accountSchema>;

function choicesOf(accounts: Account[]): INodeListSearchResult['results'] {
	return accounts
		.map((account) => ({ name: labelOf(account), value: account.connected_account_id }))
		.sort((a, b) => a.name.localeCompare(b.name));
}

function labelOf(account: Account): string {
	const name = account.display_name ?? account.connected_account_id;
	const type = account.account_type_display_name;
	return type == null ? name : `${name} (${type})`;
}
