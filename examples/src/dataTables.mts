// n8n’s data tables, in which the examples remember what they did.
import { RETRY, type Node } from './nodes.mts';

type At = Node['at'];
type Settings = Record<string, unknown>;
type Columns = Record<string, 'string' | 'number'>;

const dataTable = (name: string, at: At, parameters: object, settings: Settings): Node => ({
	...{ name, type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, at },
	parameters: { ...parameters },
	...settings,
});

/** Makes the table unless it is there. Two at once may collide, so it tries again. */
const makeTable = (name: string, at: At, title: string, columns: Columns): Node =>
	dataTable(
		name,
		at,
		{
			...{ resource: 'table', operation: 'create', tableName: title },
			columns: {
				column: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
			},
			options: { createIfNotExists: true },
		},
		{ ...RETRY, waitBetweenTries: 1000 },
	);

/** The columns of a row and what is written into them, each an expression or a constant. */
const valuesToWrite = (value: Record<string, string>, typeOf: (column: string) => string) => ({
	columns: {
		...{ mappingMode: 'defineBelow', value, matchingColumns: [] },
		schema: Object.keys(value).map((id) => ({
			...{ id, displayName: id, required: false, defaultMatch: false, display: true },
			...{ type: typeOf(id), canBeUsedToMatch: true },
		})),
	},
	options: {},
});

/** A data table with one row for each value of the first column, all columns text. */
export function table(
	title: string,
	columns: [key: string, ...others: string[]],
	keyValue: string,
) {
	const [key] = columns;
	const row = {
		dataTableId: { __rl: true, mode: 'name', value: title },
		matchType: 'allConditions',
		filters: { conditions: [{ keyName: key, condition: 'eq', keyValue }] },
	};
	return {
		make: (name: string, at: At): Node =>
			makeTable(name, at, title, Object.fromEntries(columns.map((column) => [column, 'string']))),
		/** The row, or an empty item if there is none. */
		get: (name: string, at: At): Node =>
			dataTable(
				name,
				at,
				{ resource: 'row', operation: 'get', ...row, limit: 1 },
				{ executeOnce: true, alwaysOutputData: true },
			),
		/** Writes these columns, leaves the others alone, and gives the whole row. */
		write: (name: string, at: At, values: Record<string, string>): Node => {
			const parameters = {
				...{ resource: 'row', operation: 'upsert', ...row },
				...valuesToWrite({ [key]: keyValue, ...values }, () => 'string'),
			};
			return dataTable(name, at, parameters, { executeOnce: true });
		},
	};
}

/** All of these must hold for a row: a column equals a value, or compares with it. */
type Where = Record<string, string | { is: 'lt' | 'neq' | 'gt'; value: string }>;

/** A data table of which several rows are read and written at once, item by item. */
export function rows(title: string, columns: Columns) {
	const onRows = (operation: string, where: Where) => ({
		...{ resource: 'row', operation },
		dataTableId: { __rl: true, mode: 'name', value: title },
		matchType: 'allConditions',
		filters: {
			conditions: Object.entries(where).map(([keyName, wanted]) =>
				typeof wanted === 'string'
					? { keyName, condition: 'eq', keyValue: wanted }
					: { keyName, condition: wanted.is, keyValue: wanted.value },
			),
		},
	});
	const written = (value: Record<string, string>) => valuesToWrite(value, (id) => columns[id]);
	return {
		make: (name: string, at: At): Node => makeTable(name, at, title, columns),
		/** The rows for each item, at most `limit` of them. */
		get: (
			name: string,
			at: At,
			where: Where,
			{ limit, ...settings }: { limit?: number; [setting: string]: unknown } = {},
		): Node =>
			dataTable(
				name,
				at,
				{ ...onRows('get', where), ...(limit ? { limit } : { returnAll: true }) },
				settings,
			),
		/** Lets on the items for which there is no such row. */
		absent: (name: string, at: At, where: Record<string, string>): Node =>
			dataTable(name, at, onRows('rowNotExists', where), {}),
		/** Changes the row, or adds it; `where` is written too. */
		upsert: (name: string, at: At, where: Record<string, string>, values: Record<string, string>) =>
			dataTable(name, at, { ...onRows('upsert', where), ...written({ ...where, ...values }) }, {}),
		/** Changes rows that are there. */
		update: (
			name: string,
			at: At,
			where: Where,
			values: Record<string, string>,
			settings: Settings = {},
		): Node => dataTable(name, at, { ...onRows('update', where), ...written(values) }, settings),
		/** Deletes rows, and goes on with an empty item if there was none. */
		forget: (name: string, at: At, where: Where): Node =>
			dataTable(
				name,
				at,
				{ ...onRows('deleteRows', where), options: {} },
				{ alwaysOutputData: true, executeOnce: true },
			),
	};
}
