// `node scripts/run.mjs scripts/screenshots.mts`: takes the pictures in docs/images/ from the real editor, going
// the way of a new user: find the nodes, make the credential, run the example.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { OWNER, REPOSITORY, startN8n, startSandbox } from '../test/e2e/harness/index.mts';
import { demoBookings } from './demo/bookings.mts';
import { prepareLocks, publishExamples } from './demo/setUp.mts';
import { ensureChromium } from './setup/browser.mts';

const folder = join(REPOSITORY, 'docs', 'images');
await mkdir(folder, { recursive: true });
const executablePath = await ensureChromium(console.log);
const [sandbox, n8n] = await Promise.all([startSandbox(), startN8n({ say: console.log })]);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	page.setDefaultTimeout(20_000);
	await signIn(page);
	await showNodesInPanel(page);
	await saveAndTestCredential(page);
	await runExample(page);
} catch (error) {
	for (const page of browser.contexts().flatMap((context) => context.pages())) {
		await page.screenshot({ path: '/tmp/n8n-nodes-seam-screenshots-failure.png' });
	}
	throw error;
} finally {
	await browser.close();
	await n8n.stop();
	await sandbox.stop();
}

async function shoot(page: Page, name: string): Promise<void> {
	await page.screenshot({ path: join(folder, `${name}.png`) });
	console.log(`docs/images/${name}.png`);
}

async function signIn(page: Page): Promise<void> {
	await page.goto(`${n8n.baseUrl}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
	await page.locator('input[name=password]').fill(OWNER.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL(/\/(home|projects|workflow)/);
}

async function showNodesInPanel(page: Page): Promise<void> {
	await page.goto(`${n8n.baseUrl}/workflow/new`);
	await page.getByText('Add first step').click();
	await page.getByTestId('node-creator-search-bar').fill('Seam');
	await page.getByText('Seam Create Access Code').first().waitFor();
	await page.getByText('Seam Wait for Code Set').first().waitFor();
	await shoot(page, 'node-panel');
}

async function saveAndTestCredential(page: Page): Promise<void> {
	await page.goto(`${n8n.baseUrl}/home/credentials`);
	await page.getByRole('button', { name: 'Create credential' }).last().click();
	await page.getByTestId('new-credential-type-select').locator('input').fill('Seam');
	await page.getByText('Seam API').first().click();
	await page.getByTestId('new-credential-type-button').click();
	const field = (name: string): ReturnType<Page['locator']> =>
		page.getByTestId(`parameter-input-${name}`).locator('input');
	await field('baseUrl').fill(sandbox.baseUrl);
	await field('apiKey').fill(sandbox.apiKey);
	await page.getByTestId('credential-save-button').click();
	await page.getByText('Connection tested successfully').waitFor();
	await shoot(page, 'credential');
}

async function runExample(page: Page): Promise<void> {
	const locks = await prepareLocks(['igloohome'], sandbox);
	const [booking] = demoBookings(locks, new Date()).filter(({ path }) => path === 'booking');
	const workflows = await publishExamples(n8n, sandbox);
	await n8n.client.deactivate(workflows.booking);
	await page.goto(`${n8n.baseUrl}/workflow/${workflows.booking}`);
	await page.getByTestId('execute-workflow-button').first().click();
	await page
		.getByText('Listening for test event')
		.waitFor()
		.catch(() => {});
	await fetch(`${n8n.baseUrl}/webhook-test/booking`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(booking.body),
	});
	await page.getByText('executed successfully').first().waitFor();
	await shoot(page, 'example-run');
}
