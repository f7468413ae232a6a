import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { connectedAccountSchema, type ConnectedAccount } from '../schema/connection';
import { byName } from './labels';
import { searchPage } from './searchPage';

/** The list of `connectedAccountField`, in alphabetical order within each page. */
export async function searchConnectedAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const list = {
		path: '/connected_accounts/list',
		field: 'connected_accounts',
		record: connectedAccountSchema,
	};
	return await searchPage(this, list, { filter, paginationToken }, choicesOf);
}

function choicesOf(accounts: ConnectedAccount[]): INodeListSearchResult['results'] {
	return accounts
		.map((account) => ({ name: labelOf(account), value: account.connected_account_id }))
		.sort(byName);
}

function labelOf(account: ConnectedAccount): string {
	const name = account.display_name ?? account.connected_account_id;
	const type = account.account_type_display_name;
	return type == null ? name : `${name} (${type})`;
}
