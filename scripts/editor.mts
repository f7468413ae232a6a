// The real editor of an n8n in a browser, for the scripts that take pictures of it.
import { selectors, type BrowserContextOptions, type Page } from 'playwright-core';
import { OWNER, type N8n } from '../test/e2e/harness/index.mts';
import { inBrowser } from './browser.mts';

/** How the editor names its parts. */
selectors.setTestIdAttribute('data-test-id');

/** Signs the owner in and lets `use` work in the editor. */
export async function inEditor(
	n8n: N8n,
	options: Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>,
	use: (page: Page) => Promise<void>,
): Promise<void> {
	await inBrowser(options, async (page) => {
		await signIn(page, n8n);
		await use(page);
	});
}

async function signIn(page: Page, n8n: N8n): Promise<void> {
	await page.goto(`${n8n.baseUrl}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
	await page.locator('input[name=password]').fill(OWNER.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL(/\/(home|projects|workflow)/);
}
