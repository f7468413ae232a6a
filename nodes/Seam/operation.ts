import type { IExecuteFunctions } from 'n8n-workflow';

import type { DeviceReader } from '../shared/api/deviceReader';
import type { ItemParameters } from '../shared/parameters/itemParameters';
import type { Instant } from '../shared/time/instant';

/** What the items of one run of the node share. */
export interface Run {
	context: IExecuteFunctions;
	devices: DeviceReader;
	/** When the run began. */
	now: Instant;
}

/** One output item; or why there is none, if an item has several and the others were carried out. */
export type Outcome = { json: object } | { failure: unknown };

/** The work of one operation on one input item. */
export type Operation = (run: Run, itemIndex: number, item: ItemParameters) => Promise<Outcome[]>;

/** The operations of one resource by the names that the node's parameters use. */
export type Operations = Readonly<Record<string, Operation>>;

/** The outcomes of one record or a list of any length. */
export const outcomes = (records: object | readonly object[]): Outcome[] =>
	[records].flat().map((json) => ({ json }));
