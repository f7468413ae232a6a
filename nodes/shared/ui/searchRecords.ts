import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { accessGrantSchema, type AccessGrant } from '../schema/accessGrant';
import { accessMethodSchema } from '../schema/accessMethod';
import { connectWebviewSchema, type ConnectWebview } from '../schema/connection';
import { entranceSchema, type Entrance } from '../schema/entrance';
import { spaceSchema, type Space } from '../schema/space';
import { byName, dayOf, daysOf } from './labels';
import { searchInside } from './searchInside';
import { searchPage, type SearchedList } from './searchPage';

/** The lists of the fields that pick one record, in alphabetical order within each page. */
const search = <T>(
	list: SearchedList<T>,
	idOf: (record: T) => string,
	labelOf: (record: T) => string,
) =>
	async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await searchPage(this, list, { filter, paginationToken }, (records) =>
			records.map((record) => ({ name: labelOf(record), value: idOf(record) })).sort(byName),
		);
	};

export const SPACES = { path: '/spaces/list', field: 'spaces', record: spaceSchema };
export const spaceLabel = ({ space_id, space_key, name }: Space): string =>
	`${name ?? space_id}${space_key == null ? '' : ` (${space_key})`}`;

export const ENTRANCES = {
	path: '/acs/entrances/list',
	field: 'acs_entrances',
	record: entranceSchema,
};
export const entranceLabel = ({ acs_entrance_id, display_name }: Entrance): string =>
	display_name ?? acs_entrance_id;

export const searchSpaces = search(SPACES, ({ space_id }) => space_id, spaceLabel);

export const searchEntrances = search(
	ENTRANCES,
	({ acs_entrance_id }) => acs_entrance_id,
	entranceLabel,
);

/** Seam can't search grants. */
const ACCESS_GRANTS = {
	path: '/access_grants/list',
	field: 'access_grants',
	record: accessGrantSchema,
	isSearchedHere: true,
};
const grantLabel = (grant: AccessGrant): string =>
	`${grant.name ?? grant.access_grant_key ?? grant.access_grant_id}${daysOf(grant.starts_at, grant.ends_at)}`;

export const searchAccessGrants = search(
	ACCESS_GRANTS,
	({ access_grant_id }) => access_grant_id,
	grantLabel,
);

const WAYS_IN: Readonly<Record<string, string>> = {
	code: 'PIN',
	card: 'Card',
	mobile_key: 'Mobile key',
	cloud_key: 'Cloud key',
};

/** The ways in of each grant; no PIN is shown. */
export const searchAccessMethods = searchInside({
	outer: ACCESS_GRANTS,
	inner: {
		path: '/access_methods/list',
		field: 'access_methods',
		record: accessMethodSchema,
		isSearchedHere: true,
	},
	bodyFor: ({ access_grant_id }) => ({ access_grant_id }),
	idOf: ({ access_method_id }) => access_method_id,
	labelOf: ({ mode, is_issued }, grant) =>
		`${grantLabel(grant)}: ${WAYS_IN[mode ?? ''] ?? mode ?? 'Method'}${is_issued === false ? ' – not issued yet' : ''}`,
});

/** A page has no name: what tells one from another is whose it is, when it was made and what became of it. */
export const searchConnectWebviews = search<ConnectWebview>(
	{ path: '/connect_webviews/list', field: 'connect_webviews', record: connectWebviewSchema },
	({ connect_webview_id }) => connect_webview_id,
	({ connect_webview_id, customer_key, status, created_at }) =>
		[customer_key ?? connect_webview_id, dayOf(created_at), status]
			.filter((part) => part != null)
			.join(', '),
);
