// n8n's UX guidelines and its review's checklist, over all that the five nodes' descriptions show. n8n's lint has some of
// these rules as well, but reads only literals, and most fields are made by helpers. Simplify: `Seam/simplifiedOutputs.ts`.
import { SeamApi } from '../../../credentials/SeamApi.credentials';
import { fieldRules } from './fieldRules';
import { nodeRules } from './nodeRules';
import { operationRules } from './operationRules';
import type { Rule } from './rule';
import { FIELDS, NODES, OPERATIONS } from './subjects';

function hold<T>(
	rules: ReadonlyArray<Rule<T>>,
	subjects: ReadonlyArray<readonly [string, T]>,
): void {
	describe.each(rules.map((rule) => [rule.says, rule] as const))('%s', (_, rule) => {
		const { applies = () => true, complaints, broken } = rule;

		it('is kept', () => {
			const concerned = subjects.filter(([, subject]) => applies(subject));
			expect(concerned.length).toBeGreaterThan(0);
			expect(
				concerned.flatMap(([name, subject]) =>
					complaints(subject).map((complaint) => `${name}: ${complaint}`),
				),
			).toEqual([]);
		});

		it('is seen when broken', () => {
			expect(broken.length).toBeGreaterThan(0);
			for (const subject of broken) {
				expect(applies(subject)).toBe(true);
				expect(complaints(subject)).not.toEqual([]);
			}
		});
	});
}

describe('nodes', () => hold(nodeRules, Object.entries(NODES)));

describe('operations', () => hold(operationRules, OPERATIONS));

describe('fields', () => {
	const credential = new SeamApi();
	const inCredential = credential.properties.map(
		(field) => [`${credential.displayName}: ${field.displayName}`, field] as const,
	);
	hold(fieldRules, [...FIELDS, ...inCredential]);
});

it('finds the fields and operations of all five nodes', () => {
	expect(FIELDS.length).toBeGreaterThan(300);
	expect(OPERATIONS.length).toBeGreaterThan(60);
});
