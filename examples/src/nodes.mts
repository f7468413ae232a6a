// The nodes of n8n and of this package that the examples are made of, with the few parameters that differ.

/** A node as a workflow file has it, without its ID. Its position is a column and a row of the canvas. */
export interface Node {
	name: string;
	type: string;
	typeVersion: number;
	at: [column: number, row: number];
	parameters: Record<string, unknown>;
	[setting: string]: unknown;
}

/** Nodes, and how they are connected. */
export interface Part {
	nodes: Node[];
	wires: Wire[];
}

/** A connection: output number `output` of `from`, or what it is to an AI agent, leads to `to`. */
export type Wire = [from: string, to: string, output?: number | AgentPart];
type AgentPart = 'ai_languageModel' | 'ai_memory' | 'ai_tool';

type At = Node['at'];
type Settings = Record<string, unknown>;

/** Tries that a moment's outage costs nothing. */
export const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 };
/** What goes wrong is an item at the second output. */
export const ERRORS_OUT = { onError: 'continueErrorOutput' };

export const note = (
	text: string,
	at: At,
	{ name = 'Read Me', width = 620, height = 300, color = 5 } = {},
): Node => ({
	...{ name, type: 'n8n-nodes-base.stickyNote', typeVersion: 1, at },
	parameters: { content: text, height, width, color },
});

/** n8n gives it a random path when the workflow is saved, so that nobody can guess its address. */
export const webhook: Node = {
	...{ name: 'Booking Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2.1, at: [0, 0] },
	parameters: { httpMethod: 'POST', path: '', options: {} },
};

/** Edit Fields: fields of text, and objects for those named. */
export function fields(
	name: string,
	at: At,
	values: Record<string, string>,
	{ objects = [], keepsOthers = false }: { objects?: string[]; keepsOthers?: boolean } = {},
	settings: Settings = {},
): Node {
	const assignments = Object.entries(values).map(([field, value]) => ({
		...{ id: field, name: field, value, type: objects.includes(field) ? 'object' : 'string' },
	}));
	return {
		...{ name, type: 'n8n-nodes-base.set', typeVersion: 3.5, at },
		parameters: {
			assignments: { assignments },
			...(keepsOthers ? { includeOtherFields: true } : {}),
			options: {},
		},
		...settings,
	};
}

/** The kinds of credential with which an HTTP Request node reads a booking system. */
export type Authentication =
	| 'httpHeaderAuth'
	| 'httpBasicAuth'
	| 'httpBearerAuth'
	| 'httpCustomAuth'
	| 'oAuth2Api';

const httpRequest = (name: string, at: At, parameters: object, settings: Settings): Node => ({
	...{ name, type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5, at },
	parameters: { ...parameters, options: {} },
	...RETRY,
	...settings,
});

/** The import asks for a credential of this kind. */
const credential = (genericAuthType: Authentication) => ({
	...{ authentication: 'genericCredentialType', genericAuthType },
});

/** Reads one address, signed in another way if there is no credential; the notes say that this is the state as it is now. */
export const read = (
	name: string,
	at: At,
	url: string,
	authentication: Authentication | null,
	more: object = {},
): Node =>
	httpRequest(
		name,
		at,
		{ url, ...(authentication ? credential(authentication) : {}), ...more },
		{ notes: 'As it is now.', notesInFlow: true },
	);

/** Sends text to an address of the web; what can’t be sent goes to the second output. */
export const send = (
	name: string,
	at: At,
	url: string,
	body: Record<string, string>,
	{ method = 'POST', authentication }: { method?: string; authentication?: Authentication } = {},
): Node =>
	httpRequest(
		name,
		at,
		{
			...{ method, url, ...(authentication ? credential(authentication) : {}) },
			sendBody: true,
			bodyParameters: {
				parameters: Object.entries(body).map(([field, value]) => ({ name: field, value })),
			},
		},
		ERRORS_OUT,
	);

/** Sends an e-mail; one that can’t be sent goes to the second output. */
export const email = (
	name: string,
	at: At,
	{ to, subject, text }: { to: string; subject: string; text: string },
): Node => ({
	...{ name, type: 'n8n-nodes-base.emailSend', typeVersion: 2.1, at },
	parameters: {
		fromEmail: "={{ $('Settings').first().json.sender }}",
		...{ toEmail: to, subject, emailFormat: 'text', text },
		options: { appendAttribution: false },
	},
	...RETRY,
	...ERRORS_OUT,
});

/**
 * For a trigger that may bring several bookings at once: the workflow calls itself once for each, so that each has an
 * execution, and a wait, of its own.
 */
export const eachInARun = (from: string, at: At): Part => ({
	nodes: [
		{
			...{ name: 'Each Booking', type: 'n8n-nodes-base.executeWorkflow', typeVersion: 1.4, at },
			parameters: {
				workflowId: { __rl: true, mode: 'id', value: '={{ $workflow.id }}' },
				...{ mode: 'each', options: { waitForSubWorkflow: false } },
			},
		},
		{
			...{ name: 'One Booking', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.2 },
			at: [0, 0],
			parameters: { inputSource: 'passthrough' },
		},
	],
	wires: [
		[from, 'Each Booking'],
		['One Booking', 'Settings'],
	],
});

/** What Seam Wait for Code Set put out, one item for each lock. */
const CODES = "$('Seam Wait for Code Set').all().map(({ json }) => json)";
const works =
	"(code) => 'It works from ' + code.starts_at_text + (code.ends_at_text ? ' to ' + code.ends_at_text : '') + '.'";

/**
 * What the guest is told: one sentence if a PIN opens all locks, else one for each lock.
 *
 * @param booking an expression that gives the booking.
 */
export const greeting = (booking: string): string =>
	`=Hello{{ ${booking}.guest_name ? ' ' + ${booking}.guest_name : '' }}, {{ ((codes, works) => (codes.every((code) => code.code_to_give === codes[0].code_to_give && works(code) === works(codes[0])) ? ['your door code is ' + codes[0].code_to_give + '.', works(codes[0])] : ['your door codes are:'].concat(codes.map((code) => ($('Seam Get Device').all().find(({ json }) => json.device_id === code.device_id)?.json.name ?? 'Door') + ': ' + code.code_to_give + '. ' + works(code)))).concat(codes.flatMap((code) => code.guest_instructions).filter((line, index, all) => all.indexOf(line) === index)).join(' '))(${CODES}, ${works}) }}`;

/** Locks, PINs and windows of a message, as an expression. A hash, so that the table shows no PIN. */
export const toldHash = `${CODES}.map((code) => [code.device_id, code.code_to_give, code.starts_at, code.ends_at].join(' ')).sort().join(' ').hash('sha256')`;

/**
 * The expression of an error's text without what differs from one call to the next, so that the same reason is told
 * once.
 */
export const reasonIn = (text: string): string =>
	`${text}.replaceAll(/\\.? \\[item \\d+\\](?= \\S)/g, '.').replaceAll(/ \\[item \\d+\\]| \\(Seam request ID: [^)]*\\)/g, '')`;

/** The expression of a time of day as texts are compared: `8` and `8:00` get their zero. */
export const timeOfDay = (text: string): string => `${text}.trim().replace(/^(?=\\d(?!\\d))/, '0')`;

function conditional(type: 'if' | 'filter') {
	return (name: string, at: At, condition: string, settings: Settings = {}): Node => ({
		...{ name, type: `n8n-nodes-base.${type}`, typeVersion: 2.3, at },
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 },
				conditions: [
					{
						...{ id: 'holds', leftValue: `={{ ${condition} }}`, rightValue: '' },
						operator: { type: 'boolean', operation: 'true', singleValue: true },
					},
				],
				combinator: 'and',
			},
			options: {},
		},
		...settings,
	});
}
/** Two outputs: the condition holds, or not. */
export const either = conditional('if');
/** Lets on only what the condition holds for. */
export const only = conditional('filter');

/** A message that tells an older state than the one that was served last must not undo it. */
export const notOlder = (at: At, booking: string): Node =>
	only(
		'Not Older',
		at,
		`!(new Date(${booking}.changed_at).getTime() < new Date($json.changed_at).getTime())`,
		{ notes: 'Than the state that was served last.', notesInFlow: true },
	);
/** For the table: when the state that is served was made; a message that does not say it leaves what is known. */
export const changedAt = (booking: string): string =>
	`={{ ${booking}.changed_at || ($json.changed_at ?? '') }}`;

/** One of several outputs, by an expression that gives its number. */
export const choice = (name: string, at: At, outputs: number, expression: string): Node => ({
	...{ name, type: 'n8n-nodes-base.switch', typeVersion: 3.4, at },
	parameters: { mode: 'expression', numberOutputs: outputs, output: `={{ ${expression} }}` },
	executeOnce: true,
});

/** Long enough for executions that began at the same moment to see each other’s rows: the last one goes on. */
export const aMoment = (name: string, at: At, seconds = 3): Node => ({
	...{ name, type: 'n8n-nodes-base.wait', typeVersion: 1.1, at },
	parameters: { resume: 'timeInterval', amount: seconds, unit: 'seconds' },
	...{ notes: 'Of several at once, only the last one tells.', notesInFlow: true },
});

/** What fails stops the execution: n8n shows it, and its error workflow may tell somebody. */
export const stopping = ({ onError: _, ...node }: Node): Node => node as Node;

export const fail = (name: string, at: At, text: string): Node => ({
	...{ name, type: 'n8n-nodes-base.stopAndError', typeVersion: 1, at },
	parameters: { errorMessage: text },
});

export type SeamNode = 'seam' | 'seamGetDevice' | 'seamCreateAccessCode' | 'seamWaitForCodeSet';

/** The newest version of one of the package's nodes. */
export const versionOf = (type: SeamNode): number =>
	type === 'seamCreateAccessCode' || type === 'seamWaitForCodeSet' ? 1.1 : 1;

export const seam = (
	name: string,
	type: SeamNode,
	at: At,
	parameters: Node['parameters'],
): Node => ({
	...{ name, type: `n8n-nodes-seam.${type}`, typeVersion: versionOf(type), at, parameters },
	...ERRORS_OUT,
});

export const device = (expression: string) => ({
	device: { __rl: true, mode: 'id', value: `={{ ${expression} }}` },
});

/** @param ids an expression that gives a list of device IDs, one at least. */
export const devices = (ids: string) => ({
	...device(`${ids}[0]`),
	additionalDevices: `={{ ${ids}.slice(1) }}`,
});

/**
 * Puts nodes and wires together as n8n imports them.
 *
 * @param samples what nodes put out when the workflow is tried in the editor; an active workflow knows nothing of it.
 */
export function workflow(
	slug: string,
	name: string,
	nodes: Node[],
	wires: Wire[],
	samples: Record<string, object[]> = {},
): object {
	const connections: Record<string, Record<string, object[][]>> = {};
	for (const [from, to, output = 0] of wires) {
		for (const end of [from, to]) {
			if (!nodes.some((node) => node.name === end)) throw new Error(`${slug} has no "${end}".`);
		}
		const [type, number] = typeof output === 'number' ? ['main', output] : [output, 0];
		const outputs = ((connections[from] ??= {})[type] ??= []);
		while (outputs.length <= number) outputs.push([]);
		outputs[number].push({ node: to, type, index: 0 });
	}
	return {
		name,
		nodes: nodes.map(
			({ name: title, type, typeVersion, at: [column, row], parameters, ...more }, index) => ({
				...{ parameters, id: `${slug}-${index + 1}`, name: title, type, typeVersion },
				position: [column * 220, row * 180],
				...more,
			}),
		),
		connections,
		pinData: Object.fromEntries(
			Object.entries(samples).map(([node, items]) => [node, items.map((json) => ({ json }))]),
		),
		settings: { executionOrder: 'v1' },
	};
}
