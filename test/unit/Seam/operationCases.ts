import type { INodeParameters } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import { startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';

/** One operation with its parameters, and all that it may send and hand out. */
export interface Case {
	parameters: INodeParameters;
	/** Path and answer of each call that may come. */
	answers: Record<string, Record<string, unknown>>;
	requests: Array<[path: string, body: object]>;
	json: object[];
}

/** The cases by the operation that they are about, as `resource: operation`, with a remark in brackets if there are several. */
export type Cases = Record<string, Case>;

/** What the case is about, without the remark. */
export const operationOf = (name: string): string => name.replace(/ \(.*\)$/, '');

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Runs each case: the calls with method, path and body in their order, then the items and what they are paired with. */
export function testOperations(cases: Cases): void {
	let seam: FakeSeam;
	beforeEach(async () => {
		seam = await startFakeSeam();
	});
	afterEach(async () => await seam.stop());

	it.each(Object.entries(cases))('%s', async (name, { parameters, answers, requests, json }) => {
		const [resource, operation] = operationOf(name).split(': ');
		for (const [path, answer] of Object.entries(answers)) seam.respondWith(path, answer);

		const [items] = await runNode(Seam, {
			parameters: { resource, operation, ...parameters },
			seam,
			timezone: 'Europe/Berlin',
		});

		expect(seam.requests).toEqual(requests.map(([path, body]) => ({ method: 'POST', path, body })));
		expect(items.map((item) => item.json)).toEqual(json);
		expect(items.map((item) => item.pairedItem)).toEqual(json.map(() => ({ item: 0 })));
	});
}

/** How the node refuses an operation, `resource: operation`. */
export async function refusalOf(
	seam: FakeSeam,
	what: string,
	parameters: INodeParameters,
): Promise<Error> {
	const [resource, operation] = what.split(': ');
	return await runNode(Seam, { parameters: { resource, operation, ...parameters }, seam }).then(
		() => {
			throw new Error('it was not refused');
		},
		(error: Error) => error,
	);
}
