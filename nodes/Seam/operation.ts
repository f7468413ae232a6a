import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ItemContext } from '../shared/api/context';
import type { Outcome } from '../shared/api/eachItem';
import type { DeviceReader } from '../shared/api/deviceReader';
import type { ItemParameters } from '../shared/parameters/itemParameters';
import type { Instant } from '../shared/time/instant';

/** An item, and what the items of one run of the node share. */
export interface Run extends ItemContext<IExecuteFunctions> {
	devices: DeviceReader;
	/** When the run began. */
	now: Instant;
}

/** The work of one operation on one input item. */
export type Execute = (run: Run, item: ItemParameters) => Promise<Outcome[]>;

/** What an operation does in the world: nothing, a change, a loss that can't be undone, or an open door. */
export type Effect = 'read' | 'change' | 'delete' | 'open';

/** One operation of a resource: what the editor shows of it, its fields and its work. */
export interface Operation {
	name: string;
	description: string;
	action: string;
	/** An AI agent needs leave for anything but `read`. */
	effect: Effect;
	fields: INodeProperties[];
	execute: Execute;
}

/** One resource, with its operations by the names that the node's parameters use. */
export interface Resource {
	name: string;
	operations: Readonly<Record<string, Operation>>;
	/** The operation that a new node starts with. */
	default: string;
}

/** The outcomes of one record or a list of any length. */
export const outcomes = (records: object | readonly object[]): Outcome[] =>
	[records].flat().map((json) => ({ json }));
