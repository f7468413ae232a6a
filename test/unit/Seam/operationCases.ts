import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { resources } from '../../../nodes/Seam/resources';
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

	// What an expression gives, and what the editor's lists put in its place, means the same.
	const asTyped = Object.entries(cases);
	const asPicked = asTyped.flatMap(([name, one]): Array<[string, Case]> => {
		const picked = picking(operationOf(name), one.parameters);
		const differs = JSON.stringify(picked) !== JSON.stringify(one.parameters);
		return differs ? [[`${name} (picked)`, { ...one, parameters: picked }]] : [];
	});
	it('has cases that can be picked', () => {
		expect(asPicked.length).toBeGreaterThan(0);
	});

	it.each([...asTyped, ...asPicked])(
		'%s',
		async (name, { parameters, answers, requests, json }) => {
			const [resource, operation] = operationOf(name).split(': ');
			for (const [path, answer] of Object.entries(answers)) seam.respondWith(path, answer);

			const [items] = await runNode(Seam, {
				parameters: { resource, operation, ...parameters },
				seam,
				timezone: 'Europe/Berlin',
			});

			expect(seam.requests).toEqual(
				requests.map(([path, body]) => ({ method: 'POST', path, body })),
			);
			expect(items.map((item) => item.json)).toEqual(json);
			expect(items.map((item) => item.pairedItem)).toEqual(json.map(() => ({ item: 0 })));
		},
	);
}

/** The same parameters as the editor's lists give them: locators and lists in place of texts. */
function picking(what: string, parameters: INodeParameters): INodeParameters {
	const [resource, operation] = what.split(': ');
	return pickedIn(resources[resource].operations[operation].fields, parameters);
}

function pickedIn(fields: readonly INodeProperties[], given: INodeParameters): INodeParameters {
	const entries = Object.entries(given).map(([name, value]) => {
		const field = fields.find((known) => known.name === name);
		if (field?.type === 'collection') {
			return [name, pickedIn(field.options as INodeProperties[], value as INodeParameters)];
		}
		if (typeof value !== 'string' || value === '') return [name, value];
		if (field?.type === 'resourceLocator') return [name, { __rl: true, mode: 'list', value }];
		if (field?.type === 'multiOptions') return [name, value.split(',').map((id) => id.trim())];
		return [name, value];
	});
	return Object.fromEntries(entries) as INodeParameters;
}

/** How the node refuses an operation, `resource: operation`. */
export async function refusalOf(
	seam: FakeSeam,
	what: string,
	parameters: INodeParameters,
): Promise<Error & { description?: string }> {
	const [resource, operation] = what.split(': ');
	return await runNode(Seam, { parameters: { resource, operation, ...parameters }, seam }).then(
		() => {
			throw new Error('it was not refused');
		},
		(error: Error) => error,
	);
}
