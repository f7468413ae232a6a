// Every sentence that the package can say, read from its sources: errors, warnings, problems, outcomes, refusals.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A text in the sources; what a template fills in stands as `…`. */
export interface Sentence {
	text: string;
	/** The ways out that the code tells with it. */
	fixes: string[];
	/** Where it stands, as `nodes/…/file.ts:line`. */
	place: string;
}

/** Names, examples, event types, patterns, notes on nodes, and what AI agents are told about a tool beforehand. */
const NO_MESSAGES = [
	'nodes/shared/ui/eventTypes.ts',
	'nodes/shared/ui/examples.ts',
	'nodes/shared/ui/makers.ts',
	'nodes/Seam/toolOfOperation.ts',
	'nodes/SeamWaitForCodeSet/innerWorkflows.ts',
	'nodes/shared/ui/seamId.ts',
];

/** Properties whose texts describe a field, an operation or a plan's facts: the editor shows them, nothing went wrong. */
const DESCRIPTIVE_PROPERTIES = new Set(
	`action allows baseURL default description displayName done eventTriggerDescription activationMessage further
	hint lengthsSource name note parameter placeholder source subject subtitle toolDescription url value verb
	waitingNodeTooltip webhookResponse`.split(/\s+/),
);

/** Functions that make fields, facts or names of what they are given. */
const DESCRIPTIVE_CALLS =
	/(^|\.)(\w*Field|\w*Fields|\w*FieldOf|fieldFor|choice|filterBy|\w+Filter|stageNode|reasonOf|usable|shortHash|takeTurn|evaluateExpression|debug|startsWith|split|join|RegExp)$/;

/** Constants that name a document, a field's help or n8n's own names. */
const DESCRIPTIVE_CONSTANTS =
	/^(\w*DOCUMENT|OUR_CHOICE|LOCAL_TIME|WORKFLOW_TIME|THERMOSTAT_TIME|STORED_METADATA|BELOW|ABOVE|TIMES|PINS|SET_AT_RUN|label|source|key|verb)$/;

/** What tells something by itself, however short it is. */
const TELLING_CALLS =
	/^(Refusal|SeamError|Error|NodeOperationError|NodeApiError|refuse|refused|told|gone)$/;
const TELLING_PROPERTIES = new Set([
	'message',
	'because',
	'why',
	'meaning',
	'errorMessage',
	'holds',
	'verdict',
]);

export function sentencesOfPackage(): Sentence[] {
	return ['credentials', 'nodes']
		.flatMap((folder) =>
			readdirSync(`${repository}${folder}`, { recursive: true, encoding: 'utf8' }).map(
				(file) => `${folder}/${file}`,
			),
		)
		.filter((file) => file.endsWith('.ts') && !NO_MESSAGES.includes(file))
		.sort()
		.flatMap((file) => sentencesOf(file, readFileSync(`${repository}${file}`, 'utf8')));
}

/** The sentences of one file. @param file its name, for `place` */
export function sentencesOf(file: string, source: string): Sentence[] {
	const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
	const constants = constantsOf(tree);
	const found: Sentence[] = [];
	const visit = (node: ts.Node): void => {
		const text = textOf(node, constants);
		if (text !== undefined && isSaid(node, text)) {
			const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
			found.push({ text, fixes: fixesBeside(node, constants), place: `${file}:${line + 1}` });
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return found;
}

/** The file's own constants that are nothing but a text. */
function constantsOf(tree: ts.SourceFile): Map<string, string> {
	const constants = new Map<string, string>();
	for (const statement of tree.statements) {
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			const text = initializer && textOf(initializer, constants);
			if (text !== undefined && ts.isIdentifier(name)) constants.set(name.text, text);
		}
	}
	return constants;
}

function textOf(node: ts.Node, constants: ReadonlyMap<string, string>): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	const filled = node.templateSpans.map(({ expression, literal }) => {
		const constant = ts.isIdentifier(expression) ? constants.get(expression.text) : undefined;
		return `${constant ?? '…'}${literal.text}`;
	});
	return `${node.head.text}${filled.join('')}`;
}

function isSaid(node: ts.Node, text: string): boolean {
	const words = text.match(/(?<![\w@./$])[A-Za-z][A-Za-z'’-]*(?![\w@/$(])/g) ?? [];
	if (/^=?{{|^e\.g\./.test(text) || words.length === 0 || describes(node)) return false;
	return words.length >= 3 || (words.length === 2 && tells(node.parent));
}

/** Whether it is a way out, which stands with its sentence, or no message at all. */
function describes(node: ts.Node): boolean {
	for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
		const { parent } = at;
		if (ts.isImportDeclaration(parent) || ts.isTypeNode(parent) || ts.isParameter(parent))
			return true;
		if (ts.isPropertyAssignment(parent)) {
			const name = parent.name.getText();
			if (name === 'fix' || DESCRIPTIVE_PROPERTIES.has(name)) return true;
		}
		if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && isDescriptive(parent, at)) {
			return true;
		}
		if (ts.isPropertyAccessExpression(parent) && /^(split|join|get)$/.test(parent.name.text))
			return true;
		if (ts.isVariableDeclaration(parent) && at === parent.initializer) {
			return DESCRIPTIVE_CONSTANTS.test(parent.name.getText()) || isOnlyPart(parent);
		}
	}
	return false;
}

function isDescriptive(call: ts.CallExpression | ts.NewExpression, argument: ts.Node): boolean {
	return argument !== call.expression && DESCRIPTIVE_CALLS.test(call.expression.getText());
}

/** A constant that is told only as a part of other sentences, or as their way out. */
function isOnlyPart({ name, parent }: ts.VariableDeclaration): boolean {
	if (!ts.isSourceFile(parent.parent.parent)) return name.getText() === 'fix';
	const tree = parent.getSourceFile();
	let isPart = true;
	const visit = (node: ts.Node): void => {
		if (ts.isIdentifier(node) && node.text === name.getText() && node.parent !== name.parent) {
			isPart &&= ts.isTemplateSpan(node.parent) || isFix(node);
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return isPart;
}

function isFix(node: ts.Node): boolean {
	for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
		if (ts.isPropertyAssignment(at.parent) && at.parent.name.getText() === 'fix') return true;
	}
	return false;
}

function tells(parent: ts.Node): boolean {
	if (ts.isPropertyAssignment(parent)) return TELLING_PROPERTIES.has(parent.name.getText());
	return (
		(ts.isCallExpression(parent) || ts.isNewExpression(parent)) &&
		TELLING_CALLS.test(parent.expression.getText())
	);
}

/** The texts of the property `fix` of the object or call that the sentence belongs to. */
function fixesBeside(node: ts.Node, constants: ReadonlyMap<string, string>): string[] {
	for (let at = node; at.parent && !ts.isFunctionLike(at) && !ts.isBlock(at); at = at.parent) {
		const { parent } = at;
		if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
			const use = useOf(parent.name);
			return use ? fixesBeside(use, constants) : [];
		}
		const objects = ts.isObjectLiteralExpression(parent)
			? [parent]
			: ts.isNewExpression(parent)
				? [...(parent.arguments ?? [])].filter(ts.isObjectLiteralExpression)
				: [];
		for (const { properties } of objects) {
			const fix = properties.find(({ name }) => name?.getText() === 'fix');
			if (fix && ts.isPropertyAssignment(fix)) return textsIn(fix.initializer, constants);
			if (fix) return textsIn(declarationOf(fix), constants);
		}
		if (ts.isNewExpression(parent)) return [];
	}
	return [];
}

/** Where a function's own constant is thrown or handed on. */
function useOf(name: ts.Identifier): ts.Node | undefined {
	return firstIn(enclosingBlock(name), (node) =>
		ts.isIdentifier(node) && node !== name && node.text === name.text && !ts.isTypeNode(node.parent)
			? node
			: undefined,
	);
}

/** The value of the constant that `{ fix }` stands for. */
function declarationOf(shorthand: ts.Node): ts.Node | undefined {
	return firstIn(enclosingBlock(shorthand), (node) =>
		ts.isVariableDeclaration(node) && node.name.getText() === 'fix' ? node.initializer : undefined,
	);
}

function enclosingBlock(node: ts.Node): ts.Node {
	let at = node;
	while (at.parent && !ts.isBlock(at)) at = at.parent;
	return at;
}

function firstIn(root: ts.Node, find: (node: ts.Node) => ts.Node | undefined): ts.Node | undefined {
	const visit = (node: ts.Node): ts.Node | undefined => find(node) ?? ts.forEachChild(node, visit);
	return visit(root);
}

/** The texts that an expression may come to. */
function textsIn(node: ts.Node | undefined, constants: ReadonlyMap<string, string>): string[] {
	if (node === undefined) return [];
	if (ts.isIdentifier(node)) return [constants.get(node.text) ?? []].flat();
	if (ts.isConditionalExpression(node)) {
		return [...textsIn(node.whenTrue, constants), ...textsIn(node.whenFalse, constants)];
	}
	return [textOf(node, constants) ?? []].flat();
}
