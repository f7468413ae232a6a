// The sandbox's page as a person uses it, in a real browser.
import { startSandboxServer } from '../../sandbox/server.mts';
import { launchBrowser } from '../../scripts/browser.mts';
import { startTestSandbox, type TestSandbox } from '../contract/support/sandbox.mts';
import { DESKTOP, openConsole, PHONE, type ConsolePage } from './support/consolePage.mts';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let browser: Browser;
let sandbox: TestSandbox;
let view: ConsolePage;

beforeAll(async () => {
	browser = await launchBrowser();
}, 300_000);
afterAll(async () => await browser?.close());
beforeEach(async () => {
	sandbox = await startTestSandbox();
	await sandbox.freezeAt('2027-03-09T12:00:00Z');
	view = await openConsole(browser, sandbox.server.url);
}, 30_000);
afterEach(async () => {
	await view?.close();
	await sandbox?.close();
});

/** Books a stay through the API, `startsIn` and `endsIn` ms from now, and gives its PIN. */
async function book(alias: string, name: string, startsIn: number, endsIn: number) {
	const now = sandbox.server.world.clock.now();
	const { devices } = await sandbox.control<{ devices: Record<string, string> }>(
		'GET',
		'/sandbox/devices',
	);
	const { code } = await sandbox.seam.accessCodes.create({
		device_id: devices[alias],
		name,
		starts_at: new Date(now + startsIn).toISOString(),
		ends_at: new Date(now + endsIn).toISOString(),
	});
	return code!;
}

test('a code appears on its lock’s line, turns green, and its PIN opens until check-out', async () => {
	const pin = await book('yale', 'Ada HM4', 5 * DAY, 7 * DAY);
	await view.hasState('yale', 'Ada HM4', 'waiting');
	expect(await view.code('yale', 'Ada HM4').locator('.pin').innerText()).toBe(pin);
	expect(await view.code('yale', 'Ada HM4').innerText()).toContain(
		'Put on the lock by Thu 11 Mar, 13:00',
	);
	expect(await view.page.locator('.code').count()).toBe(1);
	expect(await view.typePin('yale', pin)).toContain('Stays shut');

	await view.moveClock('A day');
	await view.moveClock('A day');
	await view.moveClock('An hour');
	await view.hasState('yale', 'Ada HM4', 'scheduled');
	await view.moveClock('To the next start');
	await view.hasState('yale', 'Ada HM4', 'set');
	expect(await view.typePin('yale', pin)).toContain('Opens');

	await view.moveClock('A day');
	await view.moveClock('A day');
	await view.moveClock('An hour');
	await view.hasState('yale', 'Ada HM4', 'removed');
	expect(await view.typePin('yale', pin)).toContain('Stays shut');
	expect(view.complaints).toEqual([]);
	const foreign = view.requests.filter((url) => !url.startsWith(`${sandbox.server.url}/`));
	expect(foreign).toEqual([]);
}, 60_000);

test('the line shows when a code was asked for, stored and set', async () => {
	await book('yale', 'Ada HM4', DAY, 2 * DAY);
	await sandbox.advance(DAY);
	await view.hasState('yale', 'Ada HM4', 'set');
	const marks = view.code('yale', 'Ada HM4').locator('.mark');
	const titles = await marks.evaluateAll((all) => all.map((one) => one.getAttribute('title')));
	expect(titles).toEqual([
		'Asked for Tue 9 Mar, 13:00',
		'Stored on lock Tue 9 Mar, 13:00',
		'Set on lock Wed 10 Mar, 13:00',
	]);
}, 60_000);

test('a lock that is made to fail shows why', async () => {
	await view.lock('yale').getByRole('button', { name: 'Trouble of Flat 3' }).click();
	await view.lock('yale').getByRole('button', { name: 'Refuse codes' }).click();
	await view.lock('yale').locator('[aria-pressed=true]').waitFor();
	await book('yale', 'Ada HM4', HOUR, DAY);
	await sandbox.advance(10_000);
	await view.hasState('yale', 'Ada HM4', 'failed');
	expect(await view.code('yale', 'Ada HM4').innerText()).toContain(
		'The lock did not confirm the access code.',
	);
}, 60_000);

test.each([
	['Be offline', 'The lock has lost its connection.'],
	['Run low', 'Battery 5%'],
])(
	'the button "%s" shows on the lock, and a second press mends it',
	async (button, shown) => {
		const lock = view.lock('yale');
		await lock.getByRole('button', { name: /^Trouble/ }).click();
		await lock.getByRole('button', { name: button }).click();
		await lock.getByText(shown).waitFor();
		await lock.getByRole('button', { name: button }).click();
		await lock.getByText(shown).waitFor({ state: 'detached' });
	},
	60_000,
);

test('a full lock says so, and a lost answer is lost once', async () => {
	const lock = view.lock('yale');
	await lock.getByRole('button', { name: /^Trouble/ }).click();
	await lock.getByRole('button', { name: 'Be full' }).click();
	await lock.getByRole('button', { name: 'Be full', pressed: true }).waitFor();
	await lock.getByRole('button', { name: 'Lose the next answer' }).click();
	await lock.getByRole('button', { name: 'Lose the next answer', pressed: true }).waitFor();
	await expect(book('yale', 'Ada HM4', HOUR, DAY)).rejects.toThrow();
	await lock.getByRole('button', { name: 'Lose the next answer', pressed: false }).waitFor();
	const label = 'document.activeElement.textContent.trim()';
	expect(await view.page.evaluate(label)).toBe('Lose the next answer');
	await sandbox.advance(10_000);
	await view.code('yale', 'Ada HM4').getByText('no space').waitFor();
}, 60_000);

test('deliveries show what the receiver answered', async () => {
	const receiver = await startSandboxServer({ port: 0 });
	try {
		await sandbox.seam.webhooks.create({ url: `${receiver.url}/sandbox/messages` });
		await book('yale', 'Ada HM4', HOUR, DAY);
		await sandbox.advance(1_000);
		await view.page.getByText('Answered 200').first().waitFor();
	} finally {
		await receiver.close();
	}
}, 60_000);

test('with the keyboard alone a PIN can be typed', async () => {
	const pin = await book('yale', 'Ada HM4', 0, DAY);
	await sandbox.advance(10_000);
	await view.hasState('yale', 'Ada HM4', 'set');
	const { keyboard } = view.page;
	const focused = async () =>
		await view.page.evaluate('document.activeElement.getAttribute("aria-label") ?? ""');
	for (let tabs = 0; (await focused()) !== 'Keypad of Flat 3'; tabs++) {
		expect(tabs).toBeLessThan(20);
		await keyboard.press('Tab');
	}
	await keyboard.press('Enter');
	await view.lock('yale').getByRole('textbox').waitFor();
	expect(await focused()).toBe('PIN for Flat 3');
	await keyboard.type(pin);
	await keyboard.press('Enter');
	await view.lock('yale').getByText('Opens', { exact: true }).waitFor();
}, 60_000);

test.each([
	['light', 'desktop', DESKTOP],
	['dark', 'desktop', DESKTOP],
	['light', 'phone', PHONE],
	['dark', 'phone', PHONE],
] as const)(
	'axe finds nothing: %s, %s',
	async (colorScheme, _device, viewport) => {
		await view.close();
		view = await openConsole(browser, sandbox.server.url, { viewport, colorScheme });
		await book('yale', 'Ada HM4', 0, DAY);
		await book('august', 'Lin HM9', 5 * DAY, 7 * DAY);
		await sandbox.control('POST', '/sandbox/programming', { device: 'schlage', outcome: 'fail' });
		await book('schlage', 'Sam HM1', 0, DAY);
		await sandbox.advance(10_000);
		await view.hasState('schlage', 'Sam HM1', 'failed');
		await view
			.lock('yale')
			.getByRole('button', { name: /^Keypad/ })
			.click();
		await view
			.lock('august')
			.getByRole('button', { name: /^Trouble/ })
			.click();
		await view.page.evaluate(axe.source);
		const { violations } = (await view.page.evaluate('axe.run()')) as axe.AxeResults;
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
		const isTooWide = 'document.documentElement.scrollWidth > window.innerWidth';
		expect(await view.page.evaluate(isTooWide)).toBe(false);
	},
	60_000,
);

test('the page comes back to a sandbox that was started again', async () => {
	const { port } = sandbox.server;
	await sandbox.close();
	await view.page.getByText('Connection lost, trying again').waitFor();
	const again = await startSandboxServer({ port });
	try {
		await view.page.getByText('Live', { exact: true }).waitFor();
	} finally {
		await again.close();
	}
}, 60_000);

test('all scripts together are below 150 kB', async () => {
	const scripts = view.requests.filter((url) => url.endsWith('.mjs'));
	const sizes = await Promise.all(
		scripts.map(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength),
	);
	expect(sizes.length).toBeGreaterThan(10);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
});
