/**
 * Runs a node the way n8n does: n8n-core's own contexts (parameters and expressions, item pairing, credentials,
 * `httpRequestWithAuthentication`) around the node class, with nothing mocked but the credential store.
 *
 *     const [items] = await runNode(SeamGetDevice, { parameters: { device: … }, items: [{ json: {} }], seam });
 *     await runNode(SeamGetDevice, { …, onError: 'continueRegularOutput' });           // continue on fail
 *     const context = hookContext(SeamTrigger, { parameters, seam });                  // webhookMethods.default.create.call(context)
 *     const { context, response } = webhookContext(SeamTrigger, { parameters, seam, request: { headers, rawBody } });
 *     const context = loadOptionsContext(SeamGetDevice, { parameters, seam });         // methods.listSearch.searchDevices.call(context, 'front')
 *
 * `seam` is a fake Seam (see fakeSeam.mts) or anything with a `baseUrl`; `credential` overrides its fields.
 * What must survive from one call to the next (static data) is handed in and read back: `staticData`.
 */
import { EventEmitter } from 'node:events';

import { ExecuteContext, HookContext, LoadOptionsContext, WebhookContext } from 'n8n-core';
import {
	createRunExecutionData,
	ICredentialsHelper,
	type ICredentialsExpressionResolveValues,
	Workflow,
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
	type OnError,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { SeamApi } from '../../../credentials/SeamApi.credentials';
import { countingRequests } from './underWay.mts';

export type NodeClass = new () => INodeType;

export interface NodeSetting {
	parameters?: INodeParameters;
	/** Where Seam is; without it the credential points at Seam itself, for tests that must not send anything. */
	seam?: { baseUrl: string };
	credential?: ICredentialDataDecryptedObject;
	/** The workflow's zone. */
	timezone?: string;
	/** The node's memory between activations and deliveries; changed in place. */
	staticData?: IDataObject;
	workflowId?: string;
	typeVersion?: number;
	/** As the tool that n8n makes of the node for AI agents. */
	isTool?: boolean;
	mode?: WorkflowExecuteMode;
	/** Replaces parts of what n8n itself would serve, e.g. `executeWorkflow` or `webhookBaseUrl`. */
	additionalData?: Partial<IWorkflowExecuteAdditionalData>;
}

export interface ExecuteSetting extends NodeSetting {
	/** Input items; one empty item where left out. */
	items?: INodeExecutionData[];
	onError?: OnError;
	executionId?: string;
	runIndex?: number;
	/** Aborting it cancels the execution. */
	abortSignal?: AbortSignal;
}

/** A key in the shape of Seam's sandbox keys; tests look for it where it must not appear. */
export const TEST_API_KEY = 'seam_test1234_exampleExampleExample12';

const NODE_NAME = 'Seam';

/** Runs `execute` and returns its outputs. */
export async function runNode(
	nodeClass: NodeClass,
	setting: ExecuteSetting = {},
): Promise<INodeExecutionData[][]> {
	const node = new nodeClass();
	const context = executeContextOf(node, setting);
	const outputs = await node.execute?.call(context);
	if (!Array.isArray(outputs)) throw new Error(`${nodeClass.name} returned no items`);
	return outputs;
}

/** What `execute` is called on, for tests of helpers and for reading the hints that a node gave. */
export function executeContext(
	nodeClass: NodeClass,
	setting: ExecuteSetting = {},
): ExecuteContext & { readonly hints: NodeExecutionHint[] } {
	return executeContextOf(new nodeClass(), setting);
}

function executeContextOf(nodeType: INodeType, setting: ExecuteSetting) {
	const items = setting.items ?? [{ json: {} }];
	const { workflow, node, additionalData } = world(nodeType, setting);
	const context = new ExecuteContext(
		workflow,
		node,
		{ ...additionalData, executionId: setting.executionId ?? 'execution-1' },
		setting.mode ?? 'manual',
		createRunExecutionData(),
		setting.runIndex ?? 0,
		items,
		{ main: [items] },
		{ node, data: { main: [items] }, source: { main: [{ previousNode: 'Before' }] } },
		[],
		setting.abortSignal,
	);
	return countingRequests(context);
}

/** What the `webhookMethods` of a trigger are called on. */
export function hookContext(
	nodeClass: NodeClass,
	setting: NodeSetting & { activation?: WorkflowActivateMode; isTest?: boolean } = {},
): HookContext {
	const { workflow, node, additionalData, nodeType } = world(new nodeClass(), setting);
	return countingRequests(
		new HookContext(
			workflow,
			node,
			additionalData,
			setting.mode ?? 'trigger',
			setting.activation ?? 'activate',
			webhookDataOf(workflow, nodeType, additionalData, setting.isTest),
		),
	);
}

export interface IncomingWebhook {
	headers?: Record<string, string>;
	/** The bytes as they arrived; `body` is parsed from them unless given. */
	rawBody: string | Buffer;
	body?: unknown;
	query?: Record<string, string>;
}

/** What the `webhook` method of a trigger is called on, and what it answered by itself. */
export function webhookContext(
	nodeClass: NodeClass,
	setting: NodeSetting & { request: IncomingWebhook; isTest?: boolean },
): { context: WebhookContext; response: SentResponse } {
	const { workflow, node, additionalData, nodeType } = world(new nodeClass(), setting);
	const response = new SentResponse();
	const withHttp = {
		...additionalData,
		httpRequest: expressRequest(setting.request),
		httpResponse: response,
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new WebhookContext(
		workflow,
		node,
		withHttp,
		setting.mode ?? 'trigger',
		webhookDataOf(workflow, nodeType, withHttp, setting.isTest),
		[],
		null,
	);
	return { context: countingRequests(context), response };
}

/** The part of Express's response that nodes answer with, and wait for the end of. */
export class SentResponse extends EventEmitter {
	statusCode = 200;
	body: unknown = undefined;
	headers: Record<string, string> = {};
	isSent = false;

	status(code: number) {
		this.statusCode = code;
		return this;
	}
	setHeader(name: string, value: string) {
		this.headers[name.toLowerCase()] = value;
		return this;
	}
	send(body: unknown) {
		this.body = body;
		this.isSent = true;
		return this;
	}
	json(body: unknown) {
		return this.send(body);
	}
	end(body?: unknown) {
		return this.isSent ? this : this.send(body);
	}
	/** What n8n does after the node's part: it answers, with 500 where it could not start the workflow. */
	finish(statusCode = this.statusCode) {
		this.statusCode = statusCode;
		this.emit('finish');
	}
}

/** What list searches are called on. */
export function loadOptionsContext(
	nodeClass: NodeClass,
	setting: NodeSetting = {},
): LoadOptionsContext {
	const { workflow, node, additionalData } = world(new nodeClass(), setting);
	return countingRequests(
		new LoadOptionsContext(
			workflow,
			node,
			{ ...additionalData, currentNodeParameters: node.parameters },
			'',
		),
	);
}

/** What the canvas shows under the node's name. */
export function subtitleOf(nodeClass: NodeClass, parameters: INodeParameters): unknown {
	const { workflow, node, nodeType } = world(new nodeClass(), { parameters });
	const { subtitle } = nodeType.description;
	return workflow.expression.getSimpleParameterValue(node, subtitle, 'manual', {});
}

/** What the editor says at the node while it waits. */
export function waitingTooltipOf(nodeClass: NodeClass, parameters: INodeParameters): unknown {
	const { workflow, node, nodeType } = world(new nodeClass(), { parameters });
	const { waitingNodeTooltip } = nodeType.description;
	return workflow.expression.getSimpleParameterValue(node, waitingNodeTooltip, 'internal', {});
}

/** A workflow that holds only the node, and all that n8n gives to run it. */
function world(given: INodeType, setting: NodeSetting & { onError?: OnError }) {
	const nodeType = setting.isTool ? toolOf(given) : given;
	const credentialNames = (nodeType.description.credentials ?? []).map(({ name }) => name);
	const node: INode = {
		id: 'a1c3f0d2-3f5e-4d49-9a5a-000000000001',
		name: NODE_NAME,
		type: `n8n-nodes-seam.${nodeType.description.name}`,
		typeVersion: setting.typeVersion ?? newestVersion(nodeType),
		position: [0, 0],
		parameters: setting.parameters ?? {},
		webhookId: 'b2d4e1c3-0000-4000-8000-000000000002',
		credentials: Object.fromEntries(
			credentialNames.map((name) => [name, { id: 'credential-1', name: 'Seam account' }]),
		),
		...(setting.onError ? { onError: setting.onError } : {}),
	};
	const before: INode = {
		id: 'before',
		name: 'Before',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		id: setting.workflowId ?? 'workflow-1',
		name: 'Test workflow',
		nodes: [before, node],
		connections: { Before: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: (type) => (type === before.type ? EMPTY_NODE : nodeType),
			getKnownTypes: () => ({}),
		},
		settings: { timezone: setting.timezone ?? 'Europe/Berlin' },
		staticData: setting.staticData ? { [`node:${NODE_NAME}`]: setting.staticData } : {},
	});
	return {
		workflow,
		nodeType,
		// The workflow has filled in the defaults of the parameters that were not given.
		node: workflow.nodes[NODE_NAME],
		additionalData: additionalDataOf(setting),
	};
}

/** The description that n8n gives a tool; its name decides which fields it has. */
function toolOf(nodeType: INodeType): INodeType {
	const { description } = nodeType;
	const tool = Object.create(nodeType) as INodeType;
	tool.description = { ...description, name: `${description.name}Tool` };
	return tool;
}

const EMPTY_NODE = {
	description: { properties: [], inputs: [], outputs: ['main'] },
} as unknown as INodeType;

function newestVersion({ description: { version } }: INodeType) {
	return Array.isArray(version) ? Math.max(...version) : version;
}

function additionalDataOf(setting: NodeSetting): IWorkflowExecuteAdditionalData {
	const unused = () => {
		throw new Error('Not served by the test harness');
	};
	return {
		credentialsHelper: new CredentialOfTest({
			apiKey: TEST_API_KEY,
			workspaceId: '',
			...(setting.seam ? { baseUrl: setting.seam.baseUrl } : {}),
			...setting.credential,
		}),
		executeWorkflow: unused,
		getRunExecutionData: unused,
		getRuntimeCredential: unused,
		startRunnerTask: unused,
		logAiEvent: unused,
		currentNodeExecutionIndex: 0,
		restApiUrl: 'https://n8n.example.com/rest',
		instanceBaseUrl: 'https://n8n.example.com/',
		formBaseUrl: 'https://n8n.example.com/form',
		formWaitingBaseUrl: 'https://n8n.example.com/form-waiting',
		formTestBaseUrl: 'https://n8n.example.com/form-test',
		webhookBaseUrl: 'https://n8n.example.com/webhook',
		webhookWaitingBaseUrl: 'https://n8n.example.com/webhook-waiting',
		webhookTestBaseUrl: 'https://n8n.example.com/webhook-test',
		mcpBaseUrl: 'https://n8n.example.com/mcp',
		mcpTestBaseUrl: 'https://n8n.example.com/mcp-test',
		variables: {},
		...setting.additionalData,
	} as IWorkflowExecuteAdditionalData;
}

/** n8n's credential store, reduced to the one credential; authentication is the credential class's own. */
class CredentialOfTest extends ICredentialsHelper {
	private readonly type = new SeamApi();
	private readonly data: ICredentialDataDecryptedObject;

	constructor(data: ICredentialDataDecryptedObject) {
		super();
		const defaults = this.type.properties.map(({ name, default: value }) => [name, value]);
		this.data = { ...Object.fromEntries(defaults), ...data };
	}

	getParentTypes() {
		return [];
	}
	isCredentialUsableByNode() {
		return true;
	}
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
	) {
		const authenticate: IAuthenticate = this.type.authenticate;
		if (typeof authenticate !== 'function') throw new Error('The credential must refuse by itself');
		return await authenticate(credentials, requestOptions as IHttpRequestOptions);
	}
	async preAuthentication() {
		return undefined;
	}
	async runPreAuthentication() {
		return undefined;
	}
	async getCredentials(): Promise<never> {
		throw new Error('Not served by the test harness');
	}
	/** Expressions in fields are evaluated for the item, as n8n does it. */
	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_credential: unknown,
		_typeName: string,
		mode: WorkflowExecuteMode,
		_executeData?: unknown,
		_isRaw?: boolean,
		at?: ICredentialsExpressionResolveValues,
	) {
		if (!at) return { ...this.data };
		return at.workflow.expression.getParameterValue(
			{ ...this.data } as INodeParameters,
			at.runExecutionData,
			at.runIndex,
			at.itemIndex,
			at.node.name,
			at.connectionInputData,
			mode,
			{},
		) as ICredentialDataDecryptedObject;
	}
	async updateCredentials() {}
	async updateCredentialsOauthTokenData() {}
	getCredentialsProperties() {
		return this.type.properties;
	}
}

function webhookDataOf(
	workflow: Workflow,
	nodeType: INodeType,
	workflowExecuteAdditionalData: IWorkflowExecuteAdditionalData,
	isTest = false,
) {
	const webhookDescription = nodeType.description.webhooks?.[0];
	if (!webhookDescription) throw new Error('The node declares no webhook');
	return {
		httpMethod: 'POST' as const,
		node: NODE_NAME,
		path: 'webhook',
		webhookDescription,
		workflowId: workflow.id,
		workflowExecuteAdditionalData,
		isTest,
	};
}

function expressRequest({ headers = {}, rawBody, body, query = {} }: IncomingWebhook) {
	const bytes = Buffer.from(rawBody);
	const lowerCased = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return {
		method: 'POST',
		headers: Object.fromEntries(lowerCased) as Record<string, string>,
		rawBody: bytes,
		body: body === undefined ? parsed(bytes) : body,
		query,
		params: {},
	};
}

function parsed(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString());
	} catch {
		return bytes.toString();
	}
}
