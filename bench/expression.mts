import { createRequire } from 'node:module';
import type { IExecuteData, INodeExecutionData, INodeType, ITaskData } from 'n8n-workflow';
import type { Work } from './measure.mts';

// Its ES modules are made for bundlers; Node takes the others.
const require = createRequire(import.meta.url);
const { createRunExecutionData, Expression, Workflow } =
	require('n8n-workflow') as typeof import('n8n-workflow');

/** What gives Seam Create Access Code its start in the example workflow, two nodes after the booking. */
const EXPRESSION = "={{ $('Settings').item.json.arrives }}";

/** The engine that n8n evaluates expressions with unless told otherwise, with n8n's own settings. */
const ENGINE = {
	engine: 'vm',
	poolSize: 1,
	maxCodeCacheSize: 1024,
	bridgeTimeout: 5000,
	bridgeMemoryLimit: 128,
} as const;

const NODE_TYPE = {
	description: {
		displayName: 'Any',
		name: 'any',
		group: [],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
} as unknown as INodeType;

const ITEMS = 64;

/** n8n's evaluation of one expression for one item after another. */
export async function startExpression(): Promise<{ work: Work; stop: () => Promise<void> }> {
	await Expression.initExpressionEngine(ENGINE);
	const workflow = workflowOf('Settings', 'Seam Get Device', 'Seam Create Access Code');
	const settings = itemsOf((index) => ({ arrives: `2027-03-${index}T16:00` }));
	const devices = itemsOf((index) => ({ device_id: `device-${index}` }));
	const run = createRunExecutionData({
		resultData: {
			runData: {
				Settings: [outputOf(settings)],
				'Seam Get Device': [outputOf(devices, 'Settings')],
			},
		},
	});
	const executeData: IExecuteData = {
		node: workflow.nodes['Seam Create Access Code'],
		data: { main: [devices] },
		source: { main: [{ previousNode: 'Seam Get Device' }] },
	};
	await workflow.expression.acquireIsolate();

	return {
		work: (round) => {
			const index = round % ITEMS;
			const value = workflow.expression.getParameterValue(
				EXPRESSION,
				run,
				0,
				index,
				executeData.node.name,
				devices,
				'manual',
				{},
				executeData,
			);
			if (value !== settings[index].json.arrives) throw new Error(`n8n gave ${String(value)}`);
		},
		stop: async () => {
			await workflow.expression.releaseIsolate();
			await Expression.disposeExpressionEngine();
		},
	};
}

/** A workflow whose nodes follow each other. */
function workflowOf(...names: string[]) {
	const nodes = names.map((name) => ({
		id: name,
		name,
		type: 'any',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
	}));
	const connections = Object.fromEntries(
		names
			.slice(0, -1)
			.map((name, index) => [
				name,
				{ main: [[{ node: names[index + 1], type: 'main' as const, index: 0 }]] },
			]),
	);
	return new Workflow({
		id: 'bench',
		name: 'Bench',
		nodes,
		connections,
		active: false,
		nodeTypes: {
			getByName: () => NODE_TYPE,
			getByNameAndVersion: () => NODE_TYPE,
			getKnownTypes: () => ({}),
		},
		settings: { timezone: 'Europe/Berlin' },
	});
}

function itemsOf(json: (index: number) => INodeExecutionData['json']): INodeExecutionData[] {
	return Array.from({ length: ITEMS }, (_, item) => ({ json: json(item), pairedItem: { item } }));
}

function outputOf(items: INodeExecutionData[], previousNode?: string): ITaskData {
	return {
		startTime: 0,
		executionTime: 0,
		executionIndex: 0,
		source: previousNode === undefined ? [] : [{ previousNode }],
		data: { main: [items] },
	};
}
