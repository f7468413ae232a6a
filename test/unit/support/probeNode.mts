import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

/** A node class with the Seam credential whose `execute` is the given work: to test what nodes share. */
export function probeNode(
	work: (context: IExecuteFunctions) => Promise<unknown>,
): new () => INodeType {
	return class Probe implements INodeType {
		description: INodeTypeDescription = {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: 'Runs what a test gives it',
			defaults: { name: 'Probe' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'seamApi', required: true }],
			properties: [],
		};

		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const result = await work(this);
			return [[{ json: { result: result as object }, pairedItem: { item: 0 } }]];
		}
	};
}
