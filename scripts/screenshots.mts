// `node scripts/run.mjs scripts/screenshots.mts`: takes the pictures in docs/images/ from the real editor, going
// the way of a new user: find the nodes, make the credential, run the example.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { REPOSITORY, startN8n, startSandbox, waitFor } from '../test/e2e/harness/index.mts';
import { demoBookings } from './demo/bookings.mts';
import { prepareLocks, publishExamples } from './demo/setUp.mts';
import { inEditor } from './editor.mts';

const folder = join(REPOSITORY, 'docs', 'images');
await mkdir(folder, { recursive: true });
const [sandbox, n8n] = await Promise.all([startSandbox(), startN8n({ say: console.log })]);
try {
	await inEditor(n8n, { width: 1440, height: 900 }, async (page) => {
		await showNodesInPanel(page);
		await saveAndTestCredential(page);
		await runExample(page);
	});
} finally {
	await n8n.stop();
	await sandbox.stop();
}

async function shoot(page: Page, name: string): Promise<void> {
	await page.screenshot({ path: join(folder, `${name}.png`) });
	console.log(`docs/images/${name}.png`);
}

async function showNodesInPanel(page: Page): Promise<void> {
	await page.goto(`${n8n.baseUrl}/workflow/new`);
	await page.getByText('Add first step').waitFor();
	await page.keyboard.press('n');
	await page.getByTestId('node-creator-search-bar').fill('Seam');
	await page.getByText('Seam Create Access Code').first().waitFor();
	await page.getByText('Seam Wait for Code Set').first().waitFor();
	await shoot(page, 'node-panel');
}

async function saveAndTestCredential(page: Page): Promise<void> {
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

async function runExample(page: Page): Promise<void> {
	const locks = await prepareLocks(['igloohome'], sandbox);
	const booking = demoBookings(locks, new Date()).find(({ path }) => path === 'booking');
	const workflows = await publishExamples(n8n, sandbox);
	await n8n.client.deactivate(workflows.booking);
	await page.goto(`${n8n.baseUrl}/workflow/${workflows.booking}`);
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

	await page.locator('[data-node-name="Seam Create Access Code"]').first().dblclick();
	await page.getByTestId('ndv').waitFor();
	await pause(3_000);
	await shoot(page, 'create-access-code');
}
