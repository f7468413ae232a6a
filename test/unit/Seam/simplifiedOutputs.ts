import { Seam } from '../../../nodes/Seam/Seam.node';
import { resources } from '../../../nodes/Seam/resources';
import { simplifyField } from '../../../nodes/shared/ui/simplifyField';
import { startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';
import { completed, documentedEvents, isDocumented } from './documentedRecords';
import { operationOf, type Case, type Cases } from './operationCases';

const MOST_FIELDS = 10;

/** Put together from several fields of Seam's. */
const MADE_HERE = ['available_climate_preset_keys'];

/**
 * Runs each case with records that have every field that Seam documents: an output of more than ten fields has
 * Simplify, and simplified it has at most ten, all of them Seam's, the PIN first.
 */
export function testSimplifiedOutputs(cases: Cases): void {
	let seam: FakeSeam;
	beforeEach(async () => {
		seam = await startFakeSeam();
	});
	afterEach(async () => await seam.stop());

	const outputOf = async (name: string, { parameters, answers }: Case, simplify: boolean) => {
		const [resource, operation] = operationOf(name).split(': ');
		for (const [path, answer] of Object.entries(answers)) {
			seam.respondWith(path, completed(path, answer));
		}
		const run = { parameters: { ...parameters, resource, operation, simplify }, seam };
		const [items] = await runNode(Seam, run);
		return items.map(({ json }) => json);
	};

	it.each(Object.entries(cases).filter(([, { json }]) => json.length > 0))(
		'%s: is simplified if it has more than ten fields',
		async (name, given) => {
			const [resource, operation] = operationOf(name).split(': ');
			const { fields } = resources[resource].operations[operation];
			const [whole] = await outputOf(name, given, false);
			if (!fields.includes(simplifyField)) {
				expect(Object.keys(whole).length).toBeLessThanOrEqual(MOST_FIELDS);
				return;
			}
			expect(Object.keys(whole).length).toBeGreaterThan(MOST_FIELDS);
			for (const simple of await outputOf(name, given, true)) {
				expectFew(Object.keys(simple), 'code' in whole);
			}
		},
	);

	it.each(documentedEvents)('simplifies an event of type $type', async ({ fields }) => {
		const event = Object.fromEntries(fields.map((field) => [field, 'x']));
		seam.respondWith('/events/get', { event });
		const parameters = { resource: 'event', operation: 'get', eventId: 'event-1' };
		const [[{ json }]] = await runNode(Seam, { parameters, seam });
		expectFew(Object.keys(json), fields.includes('code'));
		expect(Object.keys(json)).toEqual(expect.arrayContaining(['event_type', 'occurred_at']));
	});
}

function expectFew(fields: string[], hasPin: boolean): void {
	expect(fields.length).toBeLessThanOrEqual(MOST_FIELDS);
	expect(fields.filter((field) => !isDocumented(field) && !MADE_HERE.includes(field))).toEqual([]);
	if (hasPin) expect(fields[0]).toBe('code');
}
