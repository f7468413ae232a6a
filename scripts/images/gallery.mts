// The pictures of examples/README.md: each example's canvas, from the real editor.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import {
	readExample,
	type N8n,
	type Workflow,
	type WorkflowNode,
} from '../../test/e2e/harness/index.mts';
import { inEditor } from '../editor.mts';
import type { Shoot } from '../images.mts';
import type { Scheme } from './pictures.mts';

/** The browser’s window; what is empty around the workflow is cut off. */
const HEIGHT = 1150;
const [NARROWEST, WIDEST] = [900, 2300];
/** Of the canvas’s own size: still readable, and no larger than needed. */
const ZOOM = 0.6;
const MARGIN = 16;

/** Nothing but the canvas, and on it nothing but the workflow. */
const CANVAS_ALONE = `
	[data-test-id=canvas-wrapper] { position: fixed; inset: 0; z-index: 9999; }
	[data-test-id=canvas-background], .vue-flow__panel, [class*=executionButtons] { display: none; }
`;

/** Which credential a node takes, where its parameters do not say so. */
const CREDENTIAL_OF: Record<string, string> = {
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
	'n8n-nodes-base.calTrigger': 'calApi',
	'n8n-nodes-base.calendlyTrigger': 'calendlyOAuth2Api',
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.googleCalendar': 'googleCalendarOAuth2Api',
	'n8n-nodes-base.googleCalendarTrigger': 'googleCalendarOAuth2Api',
};

interface Gallery {
	n8n: N8n;
	scheme: Scheme;
	shoot: Shoot;
	/** Names of the examples' files. */
	slugs: string[];
}

/** With made-up credentials, so that no node shows that it lacks one. */
type Credentials = Map<string, ReturnType<N8n['client']['createCredential']>>;

/** One picture of each example's canvas. */
export async function takeGallery({ n8n, scheme, shoot, slugs }: Gallery): Promise<void> {
	const credentials: Credentials = new Map();
	await inEditor(
		n8n,
		{ viewport: { width: WIDEST, height: HEIGHT }, colorScheme: scheme },
		async (page) => {
			for (const slug of slugs) await takeCanvas(page, slug);
		},
	);

	async function takeCanvas(page: Page, slug: string): Promise<void> {
		const example = await readExample(slug);
		const viewport = { width: widthFor(example), height: HEIGHT };
		await page.setViewportSize(viewport);
		const id = await importExample(n8n, credentials, example);
		await page.goto(`${n8n.baseUrl}/workflow/${id}`);
		await page.locator('.vue-flow__node').first().waitFor();
		await page.addStyleTag({ content: CANVAS_ALONE });
		await pause(2_000);
		await page.getByTestId('zoom-to-fit').dispatchEvent('click');
		await pause(2_000);
		await shoot(page, `examples/${slug}`, { clip: await boxOfWorkflow(page, viewport) });
	}
}

function widthFor({ nodes }: Workflow): number {
	const columns = nodes.map(({ position }) => (position as [number, number])[0]);
	const width = ZOOM * (Math.max(...columns) - Math.min(...columns));
	return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

/** With its pinned sample. */
async function importExample(
	n8n: N8n,
	credentials: Credentials,
	example: Workflow,
): Promise<string> {
	const nodes = await Promise.all(
		example.nodes.map(async (node) => await withCredential(n8n, credentials, node)),
	);
	// The public API would leave out what is pinned.
	const { id } = await n8n.client.rest('POST', '/workflows', { ...example, nodes });
	return id as string;
}

async function withCredential(
	n8n: N8n,
	credentials: Credentials,
	node: WorkflowNode,
): Promise<WorkflowNode> {
	const type = credentialTypeOf(node);
	if (!type) return node;
	if (!credentials.has(type)) {
		credentials.set(type, n8n.client.createCredential(type, 'Made up', {}));
	}
	return { ...node, credentials: { [type]: await credentials.get(type)! } };
}

function credentialTypeOf({ type, parameters }: WorkflowNode): string | undefined {
	if (type.startsWith('n8n-nodes-seam.')) return 'seamApi';
	const { nodeCredentialType, genericAuthType, authentication } = parameters;
	if (authentication === 'basicAuth') return 'httpBasicAuth';
	return (nodeCredentialType ?? genericAuthType ?? CREDENTIAL_OF[type]) as string | undefined;
}

/** Around all nodes and wires, with their names. */
async function boxOfWorkflow(page: Page, viewport: { width: number; height: number }) {
	const parts = page.locator('.vue-flow__node, .vue-flow__node *, .vue-flow__edge-path');
	const { left, top, right, bottom } = await parts.evaluateAll((elements) => {
		const boxes = elements
			.filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
			.map((one) => one.getBoundingClientRect())
			.filter(({ width, height }) => width > 0 && height > 0);
		return {
			left: Math.min(...boxes.map((box) => box.left)),
			top: Math.min(...boxes.map((box) => box.top)),
			right: Math.max(...boxes.map((box) => box.right)),
			bottom: Math.max(...boxes.map((box) => box.bottom)),
		};
	});
	const [x, y] = [Math.max(0, left - MARGIN), Math.max(0, top - MARGIN)];
	return {
		...{ x, y },
		width: Math.min(viewport.width, right + MARGIN) - x,
		height: Math.min(viewport.height, bottom + MARGIN) - y,
	};
}
