// The real editor of an n8n in a browser, for the scripts that take pictures of it.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, selectors, type Page } from 'playwright-core';
import { OWNER, type N8n } from '../test/e2e/harness/index.mts';
import { ensureChromium } from './setup/browser.mts';

/** How the editor names its parts. */
selectors.setTestIdAttribute('data-test-id');

/** Signs the owner in, lets `use` work in the editor, and closes the browser. A failure leaves a picture behind. */
export async function inEditor(
	n8n: N8n,
	viewport: { width: number; height: number },
	use: (page: Page) => Promise<void>,
): Promise<void> {
	const executablePath = await ensureChromium(console.log);
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	const page = await browser.newPage({ viewport });
	try {
		page.setDefaultTimeout(60_000);
		await signIn(page, n8n);
		await use(page);
	} catch (error) {
		const path = join(tmpdir(), 'n8n-nodes-seam-editor-failure.png');
		await page.screenshot({ path });
		console.error(`What the editor showed last: ${path}`);
		throw error;
	} finally {
		await browser.close();
	}
}

async function signIn(page: Page, n8n: N8n): Promise<void> {
	await page.goto(`${n8n.baseUrl}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
	await page.locator('input[name=password]').fill(OWNER.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL(/\/(home|projects|workflow)/);
}
