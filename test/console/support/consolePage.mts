// The sandbox's page in a real browser, for tests.
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Real ms in which the page must show what the sandbox did. */
const PATIENCE = 10_000;

export interface ConsolePage {
	page: Page;
	/** Every address that the page asked for. */
	requests: string[];
	/** What the page complained about. */
	complaints: string[];
	lock(alias: string): Locator;
	/** The line of a code by its booking, on the right lock. */
	code(alias: string, booking: string): Locator;
	/** Waits for the state of a code, e.g. `set`. */
	hasState(alias: string, booking: string, state: string): Promise<void>;
	/** Types a PIN at a lock's keypad and gives what the keypad answers. */
	typePin(alias: string, pin: string): Promise<string>;
	/** Presses one of the clock's buttons and waits until the clock has moved. */
	moveClock(button: 'An hour' | 'A day' | 'To the next start' | 'Back to now'): Promise<void>;
	/** Books a stay with the page's form, and gives what the form then says. */
	bookStay(stay: {
		guest: string;
		lock: string;
		arrival?: string;
		nights?: number;
	}): Promise<string>;
	close(): Promise<void>;
}

export async function openConsole(
	browser: Browser,
	url: string,
	options: BrowserContextOptions = { viewport: DESKTOP },
): Promise<ConsolePage> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE);
	const requests: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	page.on('pageerror', ({ message }) => complaints.push(message));
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	await page.goto(`${url}/`);
	await page.getByText('Live', { exact: true }).waitFor();

	const lock = (alias: string): Locator => page.locator(`article[data-alias="${alias}"]`);
	const code = (alias: string, booking: string): Locator =>
		lock(alias).locator('.code').filter({ hasText: booking });
	return {
		...{ page, requests, complaints, lock, code },
		hasState: async (alias, booking, state) =>
			await code(alias, booking)
				.and(page.locator(`[data-state="${state}"]`))
				.waitFor(),
		async typePin(alias, pin) {
			const keypad = lock(alias).getByRole('button', { name: /^Keypad/ });
			if ((await keypad.getAttribute('aria-expanded')) !== 'true') await keypad.click();
			const answer = lock(alias).locator('.answer');
			for (const digit of pin) {
				await lock(alias).getByRole('button', { name: digit, exact: true }).click();
			}
			await lock(alias).getByRole('button', { name: 'Enter', exact: true }).click();
			await answer.locator('strong').waitFor();
			return await answer.innerText();
		},
		async moveClock(button) {
			const answered = page.waitForResponse(
				(response) =>
					response.url().endsWith('/sandbox/clock') && response.request().method() === 'POST',
			);
			await page.getByRole('button', { name: button }).click();
			await answered;
			await page.locator(`.clock button:text-is("An hour")[aria-disabled="false"]`).waitFor();
		},
		async bookStay({ guest, lock: door, arrival, nights }) {
			const form = page.getByRole('form', { name: 'Book a stay' });
			await form.getByLabel('Guest').fill(guest);
			await form.getByLabel('Lock').selectOption({ label: door });
			if (arrival) await form.getByLabel('Arrival').fill(arrival);
			if (nights) await form.getByLabel('Nights').fill(String(nights));
			await form.getByRole('button', { name: 'Book' }).click();
			const answer = form.getByRole('status');
			await answer.locator('.good, .bad').waitFor();
			return await answer.innerText();
		},
		close: async () => await context.close(),
	};
}
