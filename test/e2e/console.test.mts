// A booking's whole way as someone sees it who watches the doors: from n8n's webhook to the PIN at the keypad.
import type { Browser } from 'playwright-core';
import { demoBookings, type Booking } from '../../scripts/demo/bookings.mts';
import { FORM_PATH, prepareLocks, publishExamples } from '../../scripts/demo/setUp.mts';
import { launchBrowser } from '../../scripts/browser.mts';
import { openConsole, type ConsolePage } from '../console/support/consolePage.mts';
import { startN8n, startSandbox, waitFor, type N8n, type Sandbox } from './harness/index.mts';

const LOCK = 'august';

let sandbox: Sandbox;
let n8n: N8n;
let browser: Browser;
let view: ConsolePage;
let booking: Booking;
let workflowId: string;

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
	browser = await launchBrowser();
	const locks = await prepareLocks([LOCK], sandbox);
	booking = demoBookings(locks, new Date()).find(({ lock }) => lock === LOCK)!;
	workflowId = (await publishExamples(n8n, sandbox, locks)).booking;
	view = await openConsole(browser, sandbox.baseUrl);
}, 300_000);
afterAll(async () => {
	await browser?.close();
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);

test('a booking appears on its door, turns green, and its PIN opens until check-out', async () => {
	const execution = await n8n.client.executionStartedBy(
		workflowId,
		async () => await n8n.client.postWebhook(booking.path, booking.body),
	);
	// One door has one code; its name is the guest's.
	const code = view.lock(LOCK).locator('.code');
	await code.waitFor({ timeout: 60_000 });
	expect(await view.page.locator('.code').count()).toBe(1);
	expect(await code.getAttribute('data-state')).toBe('waiting');
	const pin = await code.locator('.pin').innerText();

	// Until the lock takes the code: Seam's event then wakes the wait in n8n, whose own clock has not moved.
	for (let day = 0; day < 3; day++) await view.moveClock('A day');
	await view.code(LOCK, pin).and(view.page.locator('[data-state=scheduled]')).waitFor();
	await n8n.client.waitForExecution(execution);
	const messages = await waitFor(
		async () => {
			const all = await sandbox.messages();
			return all.length > 0 && all;
		},
		{ limit: 30, what: 'the message to the guest' },
	);
	expect(JSON.stringify(messages)).toContain(pin);
	expect(await view.typePin(LOCK, pin)).toContain('Stays shut');

	await view.moveClock('To the next start');
	await view.code(LOCK, pin).and(view.page.locator('[data-state=set]')).waitFor();
	expect(await view.typePin(LOCK, pin)).toContain('Opens');

	const nights = Math.ceil(booking.checkOut.diff(booking.checkIn, 'days').days);
	for (let night = 0; night < nights; night++) await view.moveClock('A day');
	await view.code(LOCK, pin).and(view.page.locator('[data-state=removed]')).waitFor();
	expect(await view.typePin(LOCK, pin)).toContain('Stays shut');
	expect(view.complaints).toEqual([]);
}, 300_000);

test('a stay booked with the form appears on the right door, and its PIN opens on the day', async () => {
	await view.moveClock('Back to now');
	const execution = await n8n.client.executionStartedBy(workflowId, async () => {
		const answer = await view.bookStay({ guest: 'Lin Chen', lock: 'Front Door', nights: 2 });
		expect(answer).toContain('n8n has taken the booking.');
	});
	await view.hasState(LOCK, 'Lin', 'scheduled');
	await n8n.client.waitForExecution(execution);
	const pin = await view.code(LOCK, 'Lin').locator('.pin').innerText();
	await view.page
		.getByRole('list', { name: 'Messages' })
		.getByText(new RegExp(`Hello Lin Chen, your door code is ${pin}`))
		.waitFor();
	await view.moveClock('To the next start');
	await view.hasState(LOCK, 'Lin', 'set');
	expect(await view.typePin(LOCK, pin)).toContain('Opens');
	expect(view.complaints).toEqual([]);
}, 120_000);

test('n8n’s own form of the demo makes a code, and the guest is told', async () => {
	const { page } = view;
	const form = await page.context().newPage();
	await form.goto(`${n8n.baseUrl}/form/${FORM_PATH}`);
	await form.getByLabel('Guest’s name').fill('Sam Okafor');
	await form.getByLabel('Guest’s e-mail').fill('sam@example.com');
	await form.getByLabel('Listing').selectOption('listing-august');
	const now = await sandbox.now();
	const inTwoDays = new Date(now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
	await form.locator('input[type=date]').fill(inTwoDays);
	await form.getByLabel('Nights').fill('1');
	await form.getByRole('button', { name: 'Submit' }).click();
	await form.getByText('The guest is told the code').waitFor();
	await form.close();
	await page
		.getByRole('list', { name: 'Messages' })
		.getByText('Hello Sam Okafor')
		.waitFor({ timeout: 60_000 });
}, 120_000);
