// The examples as a user changes them after the import.
import {
	rememberingWaits,
	type Workflow,
	type WorkflowNode,
} from '../../test/e2e/harness/index.mts';
import type { Lock } from './bookings.mts';

/** The example with what the note of *Wake parked waits* says to add: its waits are remembered there. */
export function withWakeWaits(example: Workflow, wakeWaits: string): Workflow {
	const create = example.nodes.find(({ name }) => name === 'Seam Create Access Code')!;
	const [x] = create.position as [number, number];
	const remember = {
		...{ id: 'remember-the-wait', name: 'Remember the Wait', position: aboveAll(example, x + 220) },
		...rememberingWaits(wakeWaits),
	};
	const connections = structuredClone(example.connections) as Connections;
	connections[create.name].main[0].unshift({ node: remember.name, type: 'main', index: 0 });
	return { ...example, nodes: [...example.nodes, remember], connections };
}

/** Between two rows of nodes, whose names stand below them. */
const ROW = 180;
/** Nodes that are nearer than this side by side are in one column. */
const COLUMN = 200;

/** A free place above a column. n8n runs what is further up first, so the wait is remembered before it begins. */
function aboveAll({ nodes }: Workflow, x: number): [number, number] {
	const column = nodes
		.map(({ position }) => position as [number, number])
		.filter(([other]) => Math.abs(other - x) < COLUMN);
	return [x, Math.min(...column.map(([, y]) => y)) - ROW];
}

type Connections = Record<
	string,
	{ main: Array<Array<{ node: string; type: string; index: number }>> }
>;

/** The example with its e-mails sent to the local Seam's inbox: nobody has to set up a mail account for the demo. */
export function withInbox(example: Workflow, inbox: string): Workflow {
	const nodes = example.nodes.map((node): WorkflowNode => {
		if (node.type !== 'n8n-nodes-base.emailSend') return node;
		const { toEmail, text } = node.parameters;
		const bodyParameters = {
			parameters: [
				{ name: 'to', value: toEmail },
				{ name: 'text', value: text },
			],
		};
		return {
			...{ ...node, type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5 },
			parameters: { method: 'POST', url: inbox, sendBody: true, bodyParameters, options: {} },
		};
	});
	return { ...example, nodes };
}

/** Parameters of *Booking Form*: the listings that have a lock to choose from, and an address that can be told. */
export function withListings(
	{ nodes }: Workflow,
	locks: Lock[],
	path: string,
): Record<string, unknown> {
	const form = nodes.find(({ name }) => name === 'Booking Form')!;
	const { formFields, options } = form.parameters as {
		formFields: { values: Array<{ fieldName: string }> };
		options: object;
	};
	const values = formFields.values.map((field) => {
		if (field.fieldName !== 'listing') return field;
		const choices = locks.map(({ listing }) => ({ option: listing }));
		return { ...field, fieldType: 'dropdown', fieldOptions: { values: choices } };
	});
	return { formFields: { values }, options: { ...options, path } };
}
