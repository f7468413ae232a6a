// The pictures of the real editor, going the way of a new user: find the nodes, make the credential, run the example, look
// at each node.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { waitFor, type N8n, type Sandbox } from '../../test/e2e/harness/index.mts';
import { demoBookings } from '../demo/bookings.mts';
import { createCredential, importBookingToPin, prepareLocks } from '../demo/setUp.mts';
import { inEditor } from '../editor.mts';
import type { Shoot } from '../images.mts';
import type { Scheme } from './pictures.mts';

interface Stage {
	sandbox: Sandbox;
	n8n: N8n;
	scheme: Scheme;
	shoot: Shoot;
	/** Whether any picture of these names is to be taken. */
	areWanted: (...names: string[]) => boolean;
}

const NODES_OF_RUN = [
	['Seam Get Device', 'get-device'],
	['Seam Create Access Code', 'create-access-code'],
	['Seam Wait for Code Set', 'wait-for-code-set'],
] as const;

export async function takeEditor(stage: Stage): Promise<void> {
	const viewport = { width: 1440, height: 900 };
	await inEditor(stage.n8n, { viewport, colorScheme: stage.scheme }, async (page) => {
		const { areWanted } = stage;
		if (areWanted('node-panel')) await showNodesInPanel(stage, page);
		if (areWanted('credential')) await saveAndTestCredential(stage, page);
		const ofRun = NODES_OF_RUN.map(([, name]) => name);
		if (areWanted('example-run', ...ofRun)) await runExample(stage, page);
		if (areWanted('trigger', 'seam')) await showOthers(stage, page);
	});
}

async function showNodesInPanel({ n8n, shoot }: Stage, page: Page): Promise<void> {
	await page.goto(`${n8n.baseUrl}/workflow/new`);
	await page.getByText('Add first step').waitFor();
	await page.keyboard.press('n');
	await page.getByTestId('node-creator-search-bar').fill('Seam');
	await page.getByText('Seam Create Access Code').first().waitFor();
	await page.getByText('Seam Wait for Code Set').first().waitFor();
	await shoot(page, 'node-panel');
}

async function saveAndTestCredential({ n8n, sandbox, shoot }: Stage, page: Page): Promise<void> {
	await page.goto(`${n8n.baseUrl}/home/credentials`);
	await page.getByRole('button', { name: 'Create credential' }).last().click();
	await page.getByTestId('new-credential-type-select').locator('input').fill('Seam API');
	await page.getByTestId('new-credential-type-select-option').first().click();
	await page.getByTestId('new-credential-type-button').click();
	await page.getByTestId('parameter-input-baseUrl').locator('input').fill(sandbox.baseUrl);
	await page.getByTestId('parameter-input-apiKey').locator('input').fill(sandbox.apiKey);
	await page.getByTestId('credential-save-button').click();
	await page.getByTestId('credentials-config-container-test-success').waitFor();
	await shoot(page, 'credential');
}

async function runExample({ n8n, sandbox, shoot }: Stage, page: Page): Promise<void> {
	const locks = await prepareLocks(['igloohome'], sandbox);
	const booking = demoBookings(locks, new Date()).find(({ path }) => path === 'booking');
	const credential = await createCredential(n8n, sandbox);
	const workflow = await importBookingToPin({ n8n, sandbox, credential }, 'booking');
	await page.goto(`${n8n.baseUrl}/workflow/${workflow}`);
	await page.getByText('Message to Guest').first().waitFor();
	await page.getByTestId('execute-workflow-button').first().click();
	await waitFor(
		async () => {
			const response = await fetch(`${n8n.baseUrl}/webhook-test/booking`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(booking?.body),
			});
			return response.ok;
		},
		{ limit: 60, every: 1_000, what: 'the editor to listen for a booking' },
	);
	// A PIN of this kind takes the maker's server a moment.
	await sandbox.setClock({ advance_ms: 10 * 60_000 });
	await waitFor(async () => (await sandbox.messages()).length > 0, {
		limit: 90,
		what: 'the guest’s message',
	});
	await page.getByTestId('zoom-to-fit').click();
	await pause(3_000);
	await shoot(page, 'example-run');

	for (const [node, name] of NODES_OF_RUN) {
		await openNode(page, node);
		await shoot(page, name);
		await page.keyboard.press('Escape');
		await page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}
}

async function openNode(page: Page, name: string): Promise<void> {
	await page.locator(`[data-node-name="${name}"]`).first().dblclick();
	await atNode(page);
}

async function atNode(page: Page): Promise<void> {
	// A node that n8n does not know would have no parameters.
	await page.getByTestId('ndv').getByText('Parameters', { exact: true }).first().waitFor();
	await pause(3_000);
}

/** The trigger as it is set up, and the node Seam with the codes of the locks. */
async function showOthers({ n8n, sandbox, shoot }: Stage, page: Page): Promise<void> {
	const { apiKey, baseUrl } = sandbox;
	const data = { apiKey, baseUrl };
	const credential = await n8n.client.createCredential('seamApi', 'Seam account', data);
	const node = (
		id: string,
		type: string,
		name: string,
		at: [number, number],
		parameters: object,
		typeVersion = 1,
	) => ({
		id,
		name,
		type,
		typeVersion,
		position: at,
		parameters,
		...(type.startsWith('n8n-nodes-seam.') ? { credentials: { seamApi: credential } } : {}),
	});
	const events = ['access_code.set_on_device', 'access_code.failed_to_set_on_device'];
	const devices = { resource: 'device', operation: 'getMany' };
	const { id } = await n8n.client.rest('POST', '/workflows', {
		name: 'Seam',
		settings: {},
		nodes: [
			node('trigger', 'n8n-nodes-seam.seamTrigger', 'Seam Trigger', [0, 0], { events }, 1.1),
			node('start', 'n8n-nodes-base.manualTrigger', 'Start', [0, 250], {}),
			node('seam', 'n8n-nodes-seam.seam', 'Seam', [300, 250], devices),
		],
		connections: { Start: { main: [[{ node: 'Seam', type: 'main', index: 0 }]] } },
	});
	const open = async (name: string): Promise<void> => {
		await page.goto(`${n8n.baseUrl}/workflow/${String(id)}/${encodeURIComponent(name)}`);
		await atNode(page);
	};
	await open('trigger');
	await shoot(page, 'trigger');
	await open('seam');
	await page.getByTestId('node-execute-button').first().click();
	await page.getByTestId('ndv').getByText('Front Door').first().waitFor();
	await pause(1_000);
	await shoot(page, 'seam');
}
