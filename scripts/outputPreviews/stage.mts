// A sandbox, and nodes that run against it in this process, at a time that is always the same.
import { randomUUID } from 'node:crypto';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../test/e2e/harness/sandbox.mts';
import { runNode } from '../../test/unit/support/nodeHarness.mts';

/** Where all runs begin: which warnings a plan has depends on the date. */
const BEGINNING = Date.parse('2027-03-01T12:00:00Z');

type Items = Array<Record<string, unknown>>;

export interface Stage {
	sandbox: Sandbox;
	/** Runs a node with these parameters for one empty item. */
	run(node: new () => INodeType, parameters: INodeParameters): Promise<Items>;
	/** Puts the sandbox's clock and that of the nodes forward. */
	pass(milliseconds: number): Promise<void>;
}

/** Does the work with a sandbox that nothing has happened in. */
export async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
	const realNow = Date.now;
	const sandbox = await startSandbox();
	const setTime = async (time: number) => {
		await sandbox.setClock({ now: new Date(time).toISOString() });
		const ahead = time - realNow();
		Date.now = () => realNow() + ahead;
	};
	const run: Stage['run'] = async (node, parameters) => {
		const { baseUrl, apiKey } = sandbox;
		const setting = { seam: { baseUrl }, credential: { apiKey }, executionId: randomUUID() };
		const [items] = await runNode(node, { ...setting, parameters });
		return items.map(({ json }) => json);
	};
	try {
		await setTime(BEGINNING);
		const pass = async (milliseconds: number) =>
			await setTime((await sandbox.now()).getTime() + milliseconds);
		return await work({ sandbox, run, pass });
	} finally {
		Date.now = realNow;
		await sandbox.stop();
	}
}
