import type { IExecuteFunctions, INode, IWorkflowBase, IWorkflowSettings } from 'n8n-workflow';

/** What this node does in an inner workflow: the value of its hidden parameter `parkedWait`. */
export type Stage = 'conclude' | 'supervise' | 'sleep' | 'poll';

/**
 * The outer inner workflow: keeps a polling one going, across ends of n8n's process, until it has an answer.
 *
 * @param waiting What the wait waits for and when it checks next, for people
 */
export function supervisingWorkflow(context: IExecuteFunctions, waiting: string): IWorkflowBase {
	const conclude = stageNode(context, 'Conclude', 'conclude', 220);
	const supervise: INode = {
		...stageNode(context, 'Wait for Polling', 'supervise', 440),
		// If a worker of n8n's queue mode is lost, n8n itself fails the polling: `conclude` is to have it started again.
		onError: 'continueRegularOutput',
	};
	const note = noteOf(context, {
		waiting,
		job: 'It keeps the wait going: if n8n stops while the code is polled, polling starts again from here. The execution right after this one polls; there the output of **Poll Codes** tells of later checks.',
		waitingId: context.getExecutionId(),
	});
	return workflowOf(context, note, [conclude, supervise], {
		Begin: [[conclude]],
		[conclude.name]: [[], [supervise]],
		[supervise.name]: [[conclude]],
	});
}

/** What the note on the canvas tells. */
interface Told {
	/** What the wait waits for and when it checks next. */
	waiting: string;
	job: string;
	/** The execution of the user's workflow, which waits. */
	waitingId: string;
}

/**
 * Polls when a poll is due, and sleeps in between. It begins with the sleep, which passes everything on the first
 * time: if n8n ends during a later poll, it takes away the last run of the node that slept, and what the run before it
 * put out must be there to go on with.
 */
export function pollingWorkflow(
	context: IExecuteFunctions,
	told: Pick<Told, 'waiting' | 'waitingId'>,
): IWorkflowBase {
	const sleep = stageNode(context, 'Sleep Until Next Poll', 'sleep', 220);
	const poll = stageNode(context, 'Poll Codes', 'poll', 440);
	const note = noteOf(context, {
		...told,
		job: 'It polls the access codes and sleeps in between; the output of **Poll Codes** tells of later checks.',
	});
	return workflowOf(context, note, [sleep, poll], {
		Begin: [[sleep]],
		[sleep.name]: [[poll]],
		[poll.name]: [[], [sleep]],
	});
}

/** What a person reads who finds the sub-execution in the list of executions. */
function noteOf(context: IExecuteFunctions, { waiting, job, waitingId }: Told): string {
	const { name = 'this workflow' } = context.getWorkflow();
	return `## A part of a wait, not a workflow of yours\n\n*${waiting}* So it was when this execution began.\n\nThe node **Seam Wait for Code Set** of **${name}** made it (execution ${waitingId}). ${job}\n\nThere is nothing to do here: it ends with the wait. To call the wait off, stop execution ${waitingId}, which runs your workflow; this one then ends within a day. The code itself stays until you delete it.`;
}

function stageNode(context: IExecuteFunctions, name: string, stage: Stage, x: number): INode {
	const { type, typeVersion, credentials } = context.getNode();
	const position: [number, number] = [x, 0];
	const parameters = { parkedWait: stage };
	return {
		id: stage,
		name,
		type,
		typeVersion,
		position,
		webhookId: stage,
		parameters,
		credentials,
	};
}

function workflowOf(
	context: IExecuteFunctions,
	note: string,
	stages: INode[],
	targets: Record<string, INode[][]>,
): IWorkflowBase {
	const { id = '', name = context.getNode().name } = context.getWorkflow();
	const begin: INode = {
		id: 'begin',
		name: 'Begin',
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		typeVersion: 1.1,
		position: [0, 0],
		parameters: { inputSource: 'passthrough' },
	};
	const sticky: INode = {
		id: 'note',
		name: 'Note',
		type: 'n8n-nodes-base.stickyNote',
		typeVersion: 1,
		position: [0, -400],
		parameters: { content: note, width: 620, height: 340 },
	};
	const main = (outputs: INode[][]) =>
		outputs.map((to) => to.map(({ name: node }) => ({ node, type: 'main' as const, index: 0 })));
	return {
		id,
		name,
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: [begin, ...stages, sticky],
		connections: Object.fromEntries(
			Object.entries(targets).map(([from, outputs]) => [from, { main: main(outputs) }]),
		),
		settings: settingsOf(context),
	};
}

/**
 * The workflow's own settings, except that it may be called by itself, that its time limit is not for sleeping, and
 * that its error workflow is not told of one failure twice.
 */
function settingsOf(context: IExecuteFunctions): IWorkflowSettings {
	const settings = { ...context.getWorkflowSettings?.() };
	delete settings.errorWorkflow;
	delete settings.executionTimeout;
	delete settings.callerIds;
	return { ...settings, executionOrder: 'v1', callerPolicy: 'workflowsFromSameOwner' };
}
