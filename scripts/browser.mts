// A browser for the scripts that take pictures and for the tests of pages.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { ensureChromium } from './setup/browser.mts';

/** The machine's Chromium, installed where it is missing and that is allowed. */
export async function launchBrowser(): Promise<Browser> {
	const executablePath = await ensureChromium(console.log);
	return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Lets `use` work on a page, and closes the browser. A failure leaves a picture behind. */
export async function inBrowser(
	options: BrowserContextOptions,
	use: (page: Page) => Promise<void>,
): Promise<void> {
	const browser = await launchBrowser();
	const page = await browser.newPage(options);
	try {
		page.setDefaultTimeout(60_000);
		await use(page);
	} catch (error) {
		const path = join(tmpdir(), 'n8n-nodes-seam-browser-failure.png');
		await page.screenshot({ path });
		console.error(`What the browser showed last: ${path}`);
		throw error;
	} finally {
		await browser.close();
	}
}
