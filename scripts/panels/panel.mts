// A node's panel in the editor: opened from the canvas, photographed piece by piece, closed.
import type { Locator, Page } from 'playwright-core';

/** The canvas of the workflow with all its nodes in view. */
export async function openCanvas(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.locator('[data-node-name]').first().waitFor();
	await page.getByTestId('zoom-to-fit').dispatchEvent('click');
}

export async function openPanel(page: Page, name: string): Promise<void> {
	await page.locator(`[data-node-name="${name}"]`).first().dblclick();
	// A node that n8n does not know would have no parameters.
	await page.getByTestId('ndv').getByText('Parameters', { exact: true }).first().waitFor();
}

export async function closePanel(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.getByTestId('ndv').waitFor({ state: 'hidden' });
}

/** Scrolls down the fields and calls `look` at each stop, so that all of them are seen once. */
export async function downThePanel(
	page: Page,
	look: (piece: number) => Promise<void>,
): Promise<void> {
	const fields = page.getByTestId('ndv').locator('.node-parameters-wrapper');
	for (let piece = 1; ; piece += 1) {
		await look(piece);
		if (!(await scrollOn(fields))) return;
	}
}

/** @returns whether there was more to see. */
async function scrollOn(fields: Locator): Promise<boolean> {
	return await fields.evaluate((inside) => {
		let box = inside as typeof inside | null;
		while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
		if (!box) return false;
		const before = box.scrollTop;
		// The last line of a piece is the first of the next.
		box.scrollTop += box.clientHeight - 60;
		return box.scrollTop > before + 1;
	});
}

/** Names of fields that the panel does not show whole. */
export async function cutNames(page: Page): Promise<string[]> {
	// The span is what the editor ends with dots.
	const names = page.getByTestId('ndv').locator('.n8n-input-label .n8n-text');
	const cut = await names.evaluateAll((spans) =>
		spans
			.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
			.map(({ textContent }) => textContent?.trim() ?? ''),
	);
	return [...new Set(cut)];
}

/** Carries the node out, until something has come of it. */
export async function executeNode(page: Page, isWaiting = false): Promise<void> {
	await page.getByTestId('node-execute-button').first().click();
	const output = page.getByTestId('output-panel');
	const come = isWaiting
		? output.getByText(/Waiting until/)
		: output.getByTestId('node-run-info').or(output.getByTestId('node-error-message'));
	await come.first().waitFor();
}

/** Shows the output in one of n8n's views, which keeps to the one that was chosen last. */
export async function showAs(page: Page, view: 'table' | 'json'): Promise<void> {
	await page.getByTestId('output-panel').getByTestId(`radio-button-${view}`).click();
}
