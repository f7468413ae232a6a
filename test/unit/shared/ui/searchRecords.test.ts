import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { loadDevices, loadEntrances, loadSpaces } from '../../../../nodes/shared/ui/loadChoices';
import {
	searchAccessCodes,
	searchUnmanagedAccessCodes,
} from '../../../../nodes/shared/ui/searchAccessCodes';
import {
	searchNoiseThresholds,
	searchThermostatSchedules,
} from '../../../../nodes/shared/ui/searchClimateAndNoise';
import {
	searchAccessGrants,
	searchAccessMethods,
	searchConnectWebviews,
	searchEntrances,
	searchSpaces,
} from '../../../../nodes/shared/ui/searchRecords';
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

const asked = () => seam.requests.map(({ path, body }) => [path, body]);
const page = (next: string | null) => ({
	pagination: { has_next_page: next !== null, next_page_cursor: next, next_page_url: null },
});

describe('lists of one record', () => {
	it('spaces by name and key; Seam searches', async () => {
		seam.respondWith('/spaces/list', {
			spaces: [
				{ space_id: 's2', name: 'Loft', space_key: 'listing-7' },
				{ space_id: 's1', name: 'Attic' },
				{ space_id: 's3' },
			],
			...page('page-2'),
		});
		expect(await searchSpaces.call(context, 'o')).toEqual({
			results: [
				{ name: 'Attic', value: 's1' },
				{ name: 'Loft (listing-7)', value: 's2' },
				{ name: 's3', value: 's3' },
			],
			paginationToken: 'page-2',
		});
		await searchSpaces.call(context, 'o', 'page-2');
		expect(asked()).toEqual([
			['/spaces/list', { search: 'o', limit: 500 }],
			['/spaces/list', { search: 'o', limit: 500, page_cursor: 'page-2' }],
		]);
	});

	it('entrances by name', async () => {
		seam.respondWith('/acs/entrances/list', {
			acs_entrances: [{ acs_entrance_id: 'e1', display_name: 'Room 7' }, { acs_entrance_id: 'e2' }],
		});
		expect(await searchEntrances.call(context)).toEqual({
			results: [
				{ name: 'e2', value: 'e2' },
				{ name: 'Room 7', value: 'e1' },
			],
		});
		expect(asked()).toEqual([['/acs/entrances/list', { limit: 500 }]]);
	});

	it('grants by name and days, searched here, since Seam can’t', async () => {
		seam.respondWith('/access_grants/list', {
			access_grants: [
				{
					...{ access_grant_id: 'g1', name: 'Ada Lovelace' },
					...{ starts_at: '2026-12-01T14:00:00.000Z', ends_at: '2026-12-04T10:00:00.000Z' },
				},
				{ access_grant_id: 'g2', access_grant_key: 'booking-7', starts_at: '2026-12-02T14:00Z' },
				{ access_grant_id: 'g3', ends_at: '2026-12-04T10:00:00.000Z' },
			],
		});
		const all = await searchAccessGrants.call(context);
		expect(all.results.map(({ name }) => name)).toEqual([
			'Ada Lovelace, 2026-12-01 to 2026-12-04',
			'booking-7, 2026-12-02 to no end',
			'g3, to 2026-12-04',
		]);
		expect((await searchAccessGrants.call(context, 'ada')).results).toEqual([
			{ name: 'Ada Lovelace, 2026-12-01 to 2026-12-04', value: 'g1' },
		]);
		expect(asked()).toEqual([
			['/access_grants/list', { limit: 500 }],
			['/access_grants/list', { limit: 500 }],
		]);
	});

	it('pages for connecting by customer, day and state', async () => {
		seam.respondWith('/connect_webviews/list', {
			connect_webviews: [
				{
					...{ connect_webview_id: 'w1', customer_key: 'Ada', status: 'authorized' },
					created_at: '2026-11-20T10:00:00.000Z',
				},
				{ connect_webview_id: 'w2', status: 'pending' },
			],
		});
		expect((await searchConnectWebviews.call(context, 'a')).results).toEqual([
			{ name: 'Ada, 2026-11-20, authorized', value: 'w1' },
			{ name: 'w2, pending', value: 'w2' },
		]);
		expect(asked()).toEqual([['/connect_webviews/list', { search: 'a', limit: 500 }]]);
	});
});

describe('lists of access codes', () => {
	const lock = (device_id: string, display_name: string) => ({
		...{ device_id, display_name, properties: {} },
		can_program_online_access_codes: true,
	});
	const code = (access_code_id: string, device_id: string, name: string) => ({
		...{ access_code_id, device_id, name, code: '4711' },
		...{ starts_at: '2026-12-01T14:00:00.000Z', ends_at: '2026-12-04T10:00:00.000Z' },
	});
	const codes: Record<string, object[]> = {
		d1: [],
		d2: [
			code('c2', 'd2', 'Grace [HA-1042 tp6fk0-tpa4w0]'),
			code('c1', 'd2', 'Ada 4711 [~4be979277132d036 tp6fk0-tpa4w0]'),
		],
	};

	it.each([
		['managed', searchAccessCodes, '/access_codes/list'],
		['unmanaged', searchUnmanagedAccessCodes, '/access_codes/unmanaged/list'],
	])(
		'%s: lock by lock until there is one, by name, lock and days, never by PIN',
		async (_, search, path) => {
			seam.respondWith('/devices/list', (body) =>
				body?.page_cursor === 'more'
					? { devices: [lock('d2', 'Front Door')], ...page('last') }
					: {
							devices: [lock('d1', 'Attic'), { device_id: 'd3', properties: {} }],
							...page('more'),
						},
			);
			seam.respondWith(path, (body) => ({ access_codes: codes[String(body?.device_id)] }));
			const found = await search.call(context, 'a');
			expect(found).toEqual({
				results: [
					{ name: 'Ada **** – Front Door, 2026-12-01 to 2026-12-04', value: 'c1' },
					{ name: 'Grace [HA-1042] – Front Door, 2026-12-01 to 2026-12-04', value: 'c2' },
				],
				paginationToken: 'last',
			});
			expect(JSON.stringify(found)).not.toContain('4711');
			expect(asked()).toEqual([
				['/devices/list', { limit: 10 }],
				[path, { device_id: 'd1', limit: 500, search: 'a' }],
				['/devices/list', { limit: 10, page_cursor: 'more' }],
				[path, { device_id: 'd2', limit: 500, search: 'a' }],
			]);
		},
	);

	it('tell what to do if the key does not work', async () => {
		seam.respondWith('/devices/list', fault(401, 'unauthorized', 'Unauthorized'));
		await expect(searchAccessCodes.call(context)).rejects.toMatchObject({
			message: 'Seam does not know this API key: Unauthorized',
		});
	});
});

describe('lists of what other records hold', () => {
	const device = (device_id: string, device_type: string) => ({
		...{ device_id, device_type, display_name: `Door ${device_id}`, properties: {} },
	});
	beforeEach(() => {
		seam.respondWith('/devices/list', {
			devices: [
				device('t1', 'ecobee_thermostat'),
				device('n1', 'minut_sensor'),
				device('l1', 'august_lock'),
			],
		});
	});

	it('schedules by name or preset, thermostat and days; searched here', async () => {
		seam.respondWith('/thermostats/schedules/list', {
			thermostat_schedules: [
				{
					...{ thermostat_schedule_id: 's1', device_id: 't1', name: 'Stay of Ada' },
					...{ starts_at: '2026-12-01T14:00:00.000Z', ends_at: '2026-12-04T10:00:00.000Z' },
				},
				{ thermostat_schedule_id: 's2', device_id: 't1', climate_preset_key: 'away' },
			],
		});
		expect((await searchThermostatSchedules.call(context)).results).toEqual([
			{ name: 'away – Door t1', value: 's2' },
			{ name: 'Stay of Ada – Door t1, 2026-12-01 to 2026-12-04', value: 's1' },
		]);
		expect((await searchThermostatSchedules.call(context, 'ADA')).results).toHaveLength(1);
		expect(asked().slice(0, 2)).toEqual([
			['/devices/list', { limit: 10 }],
			['/thermostats/schedules/list', { device_id: 't1' }],
		]);
		expect(asked()).toHaveLength(4);
	});

	it('thresholds by name, sensor and hours; searched here', async () => {
		seam.respondWith('/noise_sensors/noise_thresholds/list', {
			noise_thresholds: [
				{
					...{ noise_threshold_id: 'h1', device_id: 'n1', name: 'Night Rest' },
					...{ starts_daily_at: '22:00:00[Europe/Rome]', ends_daily_at: '07:00:00[Europe/Rome]' },
				},
				{ noise_threshold_id: 'h2', device_id: 'n1' },
			],
		});
		expect((await searchNoiseThresholds.call(context)).results).toEqual([
			{ name: 'Night Rest – Door n1, 22:00 to 07:00', value: 'h1' },
			{ name: 'Threshold – Door n1, … to …', value: 'h2' },
		]);
		expect((await searchNoiseThresholds.call(context, 'rest')).results).toHaveLength(1);
		expect(asked().slice(0, 2)).toEqual([
			['/devices/list', { limit: 10 }],
			['/noise_sensors/noise_thresholds/list', { device_id: 'n1' }],
		]);
	});

	it('access methods by grant and kind, never by PIN', async () => {
		seam.respondWith('/access_grants/list', {
			access_grants: [
				{ access_grant_id: 'g1', name: 'Ada', starts_at: '2026-12-01T14:00:00.000Z' },
			],
		});
		seam.respondWith('/access_methods/list', {
			access_methods: [
				{ access_method_id: 'm1', mode: 'code', code: '4711', is_issued: true },
				{ access_method_id: 'm2', mode: 'mobile_key', is_issued: false },
				{ access_method_id: 'm3', mode: 'palm' },
				{ access_method_id: 'm4' },
			],
		});
		const found = await searchAccessMethods.call(context);
		expect(found.results).toEqual([
			{ name: 'Ada, 2026-12-01 to no end: Method', value: 'm4' },
			{ name: 'Ada, 2026-12-01 to no end: Mobile key – not issued yet', value: 'm2' },
			{ name: 'Ada, 2026-12-01 to no end: palm', value: 'm3' },
			{ name: 'Ada, 2026-12-01 to no end: PIN', value: 'm1' },
		]);
		expect((await searchAccessMethods.call(context, 'mobile')).results).toHaveLength(1);
		expect(asked().slice(0, 2)).toEqual([
			['/access_grants/list', { limit: 10 }],
			['/access_methods/list', { access_grant_id: 'g1' }],
		]);
	});
});

describe('lists of several records', () => {
	it.each([
		[
			'devices',
			loadDevices,
			'/devices/list',
			(id: string, name: string) => ({ device_id: id, display_name: name, properties: {} }),
			' · not for access codes',
		],
		[
			'spaces',
			loadSpaces,
			'/spaces/list',
			(id: string, name: string) => ({ space_id: id, name }),
			'',
		],
		[
			'entrances',
			loadEntrances,
			'/acs/entrances/list',
			(id: string, name: string) => ({ acs_entrance_id: id, display_name: name }),
			'',
		],
	])('%s: all pages, sorted as one', async (what, load, path, record, mark) => {
		const field = what === 'entrances' ? 'acs_entrances' : what;
		seam.respondWith(path, (body) =>
			body?.page_cursor === 'more'
				? { [field]: [record('1', 'Attic')], ...page(null) }
				: { [field]: [record('2', 'Loft')], ...page('more') },
		);
		expect(await load.call(context)).toEqual([
			{ name: `Attic${mark}`, value: '1' },
			{ name: `Loft${mark}`, value: '2' },
		]);
		expect(asked()).toEqual([
			[path, { limit: 500 }],
			[path, { limit: 500, page_cursor: 'more' }],
		]);
	});

	it('tell what to do if the key does not work', async () => {
		seam.respondWith('/spaces/list', fault(401, 'unauthorized', 'Unauthorized'));
		await expect(loadSpaces.call(context)).rejects.toMatchObject({
			message: 'Seam does not know this API key: Unauthorized',
		});
	});
});
