// The pictures of the sandbox's console.
import { SeamHttp } from '@seamapi/http';
import { API_KEY } from '../../sandbox/credentials.mts';
import { startSandboxServer, type SandboxServer } from '../../sandbox/server.mts';
import { inBrowser } from '../browser.mts';
import type { Shoot } from '../images.mts';
import type { Scheme } from './pictures.mts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DESKTOP = { width: 1440, height: 900 };

export async function takeConsole(colorScheme: Scheme, shoot: Shoot): Promise<void> {
	const sandbox = await startSandboxServer({ port: 0 });
	try {
		await bookGuests(sandbox);
		await inBrowser({ viewport: DESKTOP, colorScheme }, async (page) => {
			await page.goto(`${sandbox.url}/`);
			const door = page.getByRole('article', { name: 'Front Door', exact: true });
			const pin = await door.locator('.pin').first().textContent();
			await door.getByRole('button', { name: 'Keypad of Front Door' }).click();
			await door.getByRole('textbox').fill(pin ?? '');
			await door.getByRole('textbox').press('Enter');
			await door.getByText('Opens', { exact: true }).waitFor();
			await shoot(page, 'console');
		});
	} finally {
		await sandbox.close();
	}
}

/** Guests who are in, guests who are to come, and one whose lock does not answer. */
async function bookGuests({ url, world }: SandboxServer): Promise<void> {
	const seam = SeamHttp.fromApiKey(API_KEY, { endpoint: url, waitForActionAttempt: false });
	const ids = new Map(
		[...world.devices.values()].map(({ alias, device }) => [alias, device.device_id]),
	);
	const now = Date.parse('2027-03-09T13:20:00Z');
	await world.clock.set({ now, frozen: true });
	const book = async (
		lock: string,
		name: string,
		from: number,
		to: number,
		isOffline = false,
	): Promise<void> => {
		await seam.accessCodes.create({
			device_id: ids.get(lock)!,
			name,
			starts_at: new Date(from).toISOString(),
			ends_at: new Date(to).toISOString(),
			...(isOffline && { is_offline_access_code: true, max_time_rounding: '1h' }),
		});
	};
	const noon = Date.parse('2027-03-09T15:00:00Z');
	await book('august', 'Ada Palmer · HM4QX2', noon, noon + 3 * DAY);
	await book('august', 'Lin Chen · HM9TR7', noon + 5 * DAY, noon + 9 * DAY);
	await book('igloohome', 'Sam Okafor · 58213', noon, noon + 4 * DAY, true);
	await call(url, '/sandbox/programming', { device: 'yale', outcome: 'fail' });
	await book('yale', 'Marta Ruiz · 77120', noon, noon + 2 * DAY);
	await world.clock.set({ now: noon + 2 * HOUR });
}

async function call(url: string, path: string, body: object): Promise<void> {
	const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
