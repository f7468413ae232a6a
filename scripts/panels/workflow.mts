// A workflow that has all nodes that are looked at, in a grid, each behind one start.
import type { N8n } from '../../test/e2e/harness/index.mts';
import type { Subject } from './subjects.mts';

const COLUMNS = 14;
const [WIDTH, HEIGHT] = [260, 200];

/** What has come out of a subject's node. */
export type ItemsOf = (subject: Subject) => object[];

/**
 * @param itemsOf is pinned as their output; without it they are there to be run.
 * @returns the address of the workflow in the editor.
 */
export async function createWorkflow(
	{ client, baseUrl }: N8n,
	subjects: Subject[],
	credential: { id: string; name: string },
	itemsOf: ItemsOf = () => [],
): Promise<string> {
	const start = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [-2 * WIDTH, 0],
		parameters: {},
	};
	const nodes = subjects.map(({ name, type, typeVersion, parameters }, index) => ({
		id: name,
		name,
		type,
		typeVersion,
		position: [(index % COLUMNS) * WIDTH, Math.floor(index / COLUMNS) * HEIGHT],
		parameters,
		credentials: { seamApi: credential },
	}));
	const after = subjects.filter(({ type }) => !type.endsWith('Trigger'));
	const { id } = await client.rest('POST', '/workflows', {
		name: 'Seam',
		settings: {},
		nodes: [start, ...nodes],
		connections: {
			Start: { main: [after.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] },
		},
		pinData: Object.fromEntries(
			subjects
				.map((subject) => [subject.name, itemsOf(subject).map((json) => ({ json }))] as const)
				.filter(([, items]) => items.length > 0),
		),
	});
	return `${baseUrl}/workflow/${String(id)}`;
}
