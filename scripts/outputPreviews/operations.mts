// What the operations of the node Seam put out: the calls of the end-to-end tests, in their order.
import type { INodeParameters } from 'n8n-workflow';
import { Seam } from '../../nodes/Seam/Seam.node';
import { AREAS } from '../../test/e2e/operations/index.mts';
import { firstKnown } from '../../test/e2e/operations/known.mts';
import type { Stage } from './stage.mts';

/** What the sandbox was told is done before the next call, so that the same comes out each time. */
const SETTLED = 10_000;

/** All items by the operation that they come from, as `resource/operation`. */
export async function outputsOfOperations(stage: Stage): Promise<Map<string, object[]>> {
	const outputs = new Map<string, object[]>();
	const known = await firstKnown(stage.sandbox);
	for (const call of Object.values(AREAS).flat()) {
		const { resource, operation, parameters, remember = {}, before } = call;
		Object.assign(known, await before?.(stage.sandbox, known));
		await stage.pass(SETTLED);
		const given = { resource, operation, ...parameters?.(known) } as INodeParameters;
		const items = await stage.run(Seam, given);
		if (items.length === 0) throw new Error(`Nothing came out of ${resource}: ${operation}.`);
		for (const [name, field] of Object.entries(remember)) known[name] = String(items[0][field]);
		const name = `${resource}/${operation}`;
		outputs.set(name, [...(outputs.get(name) ?? []), ...items]);
	}
	return outputs;
}
