import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { searchConnectedAccounts } from '../../../../nodes/shared/ui/searchConnectedAccounts';
import { searchDevices } from '../../../../nodes/shared/ui/searchDevices';
import { fault, startFakeSeam, type FakeSeam } from '../../support/fakeSeam.mts';
import { loadOptionsContext } from '../../support/nodeHarness.mts';
import { probeNode } from '../../support/probeNode.mts';

let seam: FakeSeam;
let context: ILoadOptionsFunctions;

beforeEach(async () => {
	seam = await startFakeSeam();
	context = loadOptionsContext(
		probeNode(async () => ({})),
		{ seam },
	);
});
afterEach(async () => await seam.stop());

const device = (device_id: string, display_name: string, more: object = {}) => ({
	device_id,
	display_name,
	properties: {},
	...more,
});

describe('searchDevices', () => {
	it('writes makers and zones for people, also where Seam has only a key or an old name', async () => {
		const properties = {
			manufacturer: 'dormakaba_oracode',
			model: { manufacturer_display_name: 'dormakaba_oracode' },
		};
		const door = { ...{ can_program_offline_access_codes: true, properties } };
		seam.respondWith('/devices/list', {
			devices: [
				device('1', 'Manor', { ...door, location: { time_zone: 'PST8PDT' } }),
				device('2', 'Office', {
					can_program_online_access_codes: true,
					properties: { manufacturer: 'four_suites' },
				}),
			],
		});
		const { results } = await searchDevices.call(context);
		expect(results.map(({ name }) => name)).toEqual([
			'Manor · dormakaba Oracode · offline codes only · America/Los_Angeles',
			'Office · 4SUITES',
		]);
	});

	it('lists what can take codes first, says what each is and marks the rest', async () => {
		seam.respondWith('/devices/list', {
			devices: [
				device('1', 'Thermostat', { properties: { manufacturer: 'ecobee' } }),
				device('2', 'Side Door', { can_program_online_access_codes: false }),
				device('3', 'Garden Door', {
					can_program_offline_access_codes: true,
					properties: {
						manufacturer: 'x',
						model: { manufacturer_display_name: 'igloohome' },
						battery: { status: 'critical' },
					},
				}),
				device('6', 'Back Door', {
					can_program_online_access_codes: true,
					location: { time_zone: 'Europe/Rome' },
					properties: {
						manufacturer: 'ttlock',
						online: true,
						battery: { level: 0.804, status: 'full' },
					},
				}),
				device('7', 'Cellar', {
					can_program_online_access_codes: true,
					properties: { online: true },
					errors: [{ error_code: 'hub_disconnected' }],
				}),
				device('4', 'Attic Door', { can_program_online_access_codes: true, nickname: 'Loft' }),
				device('8', 'Garage', {
					can_program_offline_access_codes: true,
					device_type: 'lockly_lock',
				}),
				device('9', 'Hall', {
					can_program_online_access_codes: true,
					device_type: 'ultraloq_lock',
				}),
				device('5', 'Front Door', {
					can_program_online_access_codes: true,
					can_program_offline_access_codes: false,
				}),
			],
		});
		expect(await searchDevices.call(context)).toEqual({
			results: [
				{ name: 'Back Door · TTLock · Europe/Rome · connected · battery 80%', value: '6' },
				{ name: 'Cellar · disconnected', value: '7' },
				{ name: 'Front Door', value: '5' },
				{ name: 'Garden Door · igloohome · offline codes only · battery critical', value: '3' },
				{ name: 'Hall · no time-bound codes now', value: '9' },
				{ name: 'Loft', value: '4' },
				{ name: 'Garage · takes no codes now', value: '8' },
				{ name: 'Side Door · takes no codes now', value: '2' },
				{ name: 'Thermostat · ecobee · not for access codes', value: '1' },
			],
		});
		expect(seam.requests).toEqual([
			{ method: 'POST', path: '/devices/list', body: { limit: 500 } },
		]);
	});

	it('lets Seam search, and sends the same search with the next page', async () => {
		seam.respondWith('/devices/list', {
			devices: [],
			pagination: { has_next_page: true, next_page_cursor: 'page-2', next_page_url: null },
		});
		const first = await searchDevices.call(context, 'beach');
		expect(first).toEqual({ results: [], paginationToken: 'page-2' });

		await searchDevices.call(context, 'beach', first.paginationToken as string);
		expect(seam.requests.map(({ body }) => body)).toEqual([
			{ search: 'beach', limit: 500 },
			{ search: 'beach', limit: 500, page_cursor: 'page-2' },
		]);
	});

	it('is at its end where Seam names no next page', async () => {
		seam.respondWith('/devices/list', {
			devices: [],
			pagination: { has_next_page: false, next_page_cursor: null, next_page_url: null },
		});
		expect(await searchDevices.call(context)).toEqual({ results: [] });
	});

	it('tells what to do where the key does not work', async () => {
		seam.respondWith('/devices/list', fault(401, 'unauthorized', 'Unauthorized'));
		await expect(searchDevices.call(context)).rejects.toMatchObject({
			message: 'Seam does not know this API key: Unauthorized',
			description: expect.stringContaining('copy it again') as string,
		});
	});
});

describe('searchConnectedAccounts', () => {
	it('lists accounts by name and type', async () => {
		seam.respondWith('/connected_accounts/list', {
			connected_accounts: [
				{
					connected_account_id: 'a2',
					display_name: 'Yale of Jo',
					account_type_display_name: 'Yale',
				},
				{ connected_account_id: 'a1', display_name: 'August of Jo' },
				{ connected_account_id: 'a3' },
			],
		});
		expect(await searchConnectedAccounts.call(context, 'jo')).toEqual({
			results: [
				{ name: 'a3', value: 'a3' },
				{ name: 'August of Jo', value: 'a1' },
				{ name: 'Yale of Jo (Yale)', value: 'a2' },
			],
		});
		expect(seam.requests).toEqual([
			{ method: 'POST', path: '/connected_accounts/list', body: { search: 'jo', limit: 500 } },
		]);
	});

	it('tells what to do where the key does not work', async () => {
		seam.respondWith('/connected_accounts/list', fault(401, 'unauthorized', 'Unauthorized'));
		await expect(searchConnectedAccounts.call(context)).rejects.toMatchObject({
			message: 'Seam does not know this API key: Unauthorized',
		});
	});
});
