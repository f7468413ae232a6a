import type { Sandbox } from '../harness/index.mts';

/** Values that a call can use: IDs of the sandbox's devices by their aliases, times, and what earlier calls made. */
export type Known = Record<string, string>;

/** One operation of the node Seam, carried out once. The calls of a table run in its order. */
export interface OperationCall {
	/** As the node's parameters name it. */
	resource: string;
	operation: string;
	/** What the node's fields hold. */
	parameters?: (known: Known) => Record<string, unknown>;
	/** What each item holds that comes out, among other fields. */
	expected: (known: Known) => object[];
	/** Values for later calls: the name that each gets, and the field of the first item that holds it. */
	remember?: Record<string, string>;
	/** What must have happened at Seam first; what it returns is known from then on. */
	before?: (sandbox: Sandbox, known: Known) => Promise<Known | void>;
}

/** What the fields that choose one record from a list hold if its ID was given. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
