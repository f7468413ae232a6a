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
	const [x, y] = create.position as [number, number];
	const remember = {
		...{ id: 'remember-the-wait', name: 'Remember the Wait', position: [x + 220, y - 60] },
		...rememberingWaits(wakeWaits),
	};
	const connections = structuredClone(example.connections) as Connections;
	connections[create.name].main[0].unshift({ node: remember.name, type: 'main', index: 0 });
	return { ...example, nodes: [...example.nodes, remember], connections };
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
