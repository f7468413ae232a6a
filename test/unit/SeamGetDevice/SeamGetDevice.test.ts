import { DateTime } from 'luxon';

import { SeamGetDevice } from '../../../nodes/SeamGetDevice/SeamGetDevice.node';
import { fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode, subtitleOf } from '../support/nodeHarness.mts';

const ID = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const OTHER = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';
const THIRD = '0a52c3f4-7b1e-4c55-9b0a-93d8f1e6a7d2';

let seam: FakeSeam;

beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

const lock = (device_id = ID, more: object = {}) => ({
	device_id,
	device_type: 'yale_lock',
	display_name: 'Front Door',
	can_program_online_access_codes: true,
	custom_metadata: { listing_id: '42' },
	location: { location_name: 'Beach House', time_zone: 'America/Los_Angeles' },
	errors: [],
	warnings: [],
	unheard_of: { stays: true },
	properties: {
		online: true,
		manufacturer: 'yale',
		battery: { level: 0.8, status: 'full' },
		model: { has_built_in_keypad: true, manufacturer_display_name: 'Yale' },
		...more,
	},
});

const byId = (value: string) => ({ device: { __rl: true, mode: 'id', value } });
const byMetadata = (key: string, value: string) => ({
	findBy: 'customMetadata',
	metadataKey: key,
	metadataValue: value,
});
const allOf = (value: string) => ({ ...byMetadata('listing_id', value), severalMatches: 'all' });

describe('what comes out', () => {
	it('says in the summary where a hint is that is no fault', async () => {
		const warnings = [{ warning_code: 'partial_backup_access_code_pool', message: 'Filling.' }];
		seam.respondWith('/devices/get', { device: { ...lock(), warnings } });
		const [[{ json }]] = await runNode(SeamGetDevice, { parameters: byId(ID), seam });
		expect(json.problems).toMatchObject([{ severity: 'info' }]);
		expect(json.summary).toMatch(/\. Nothing is wrong with it; see problems for a hint\.$/);
	});

	it('is the device in few fields, what it can do and what is wrong with it', async () => {
		seam.respondWith('/devices/get', { device: lock() });
		const [[item]] = await runNode(SeamGetDevice, { parameters: byId(ID), seam });

		const { access_code_support, ...rest } = item.json;
		expect(Object.keys(item.json).slice(0, 5)).toEqual([
			'summary',
			'takes_codes',
			'name',
			'device_id',
			'problems',
		]);
		expect(rest).toEqual({
			summary: 'Front Door: connected, battery 80%, takes online codes. Nothing is wrong with it.',
			takes_codes: true,
			device_id: ID,
			name: 'Front Door',
			device_type: 'yale_lock',
			manufacturer: 'Yale',
			online: true,
			battery_level: 0.8,
			time_zone: 'America/Los_Angeles',
			location_name: 'Beach House',
			custom_metadata: { listing_id: '42' },
			problems: [],
		});
		expect(access_code_support).toMatchObject({
			online: { available: true },
			offline: { available: false },
		});
		expect(item.pairedItem).toEqual({ item: 0 });
		expect(seam.requests).toEqual([
			{ method: 'POST', path: '/devices/get', body: { device_id: ID } },
		]);
	});

	it('begins with what is wrong, if anything is', async () => {
		const errors = ['hub_disconnected', 'device_removed'].map((error_code) => ({
			...{ error_code, message: `Seam says ${error_code}.` },
		}));
		const broken = { ...lock(ID, { online: false }), errors };
		const noFlag = { can_program_online_access_codes: false };
		seam.respondWith('/devices/get', { device: { ...broken, ...noFlag } });
		const [[item]] = await runNode(SeamGetDevice, { parameters: byId(ID), seam });
		expect(item.json).toMatchObject({
			summary: expect.stringMatching(
				/^Front Door: disconnected, battery 80%, takes no codes now\. .+[^.]\. Problems in all: \d\.$/,
			) as string,
			takes_codes: false,
		});
	});

	it('has no custom metadata where Seam sends none', async () => {
		seam.respondWith('/devices/get', { device: { ...lock(), custom_metadata: undefined } });
		const [[item]] = await runNode(SeamGetDevice, { parameters: byId(ID), seam });
		expect(item.json.custom_metadata).toBeNull();
	});

	it('is all that Seam says where it is not simplified', async () => {
		seam.respondWith('/devices/get', { device: lock() });
		const [[item]] = await runNode(SeamGetDevice, {
			parameters: { ...byId(ID), simplify: false },
			seam,
		});
		expect(item.json).toMatchObject(lock());
		expect(item.json).toHaveProperty('access_code_support');
		expect(item.json).toHaveProperty('problems', []);
	});
});

describe('one call for many items', () => {
	it('reads a device once however often it is named', async () => {
		seam.respondWith('/devices/get', (body) => ({ device: lock(body.device_id as string) }));
		const [items] = await runNode(SeamGetDevice, {
			parameters: byId('={{ $json.lock }}'),
			items: [ID, OTHER, ID].map((lockId) => ({ json: { lock: lockId } })),
			seam,
		});
		expect(items.map(({ json, pairedItem }) => [json.device_id, pairedItem])).toEqual([
			[ID, { item: 0 }],
			[OTHER, { item: 1 }],
			[ID, { item: 2 }],
		]);
		expect(seam.requests.map(({ body }) => body)).toEqual([
			{ device_id: ID },
			{ device_id: OTHER },
		]);
	});

	it('searches a value once however often it is asked', async () => {
		seam.respondWith('/devices/list', { devices: [lock()] });
		const [items] = await runNode(SeamGetDevice, {
			parameters: byMetadata('listing_id', '={{ $json.listing }}'),
			items: [{ json: { listing: 42 } }, { json: { listing: '42' } }],
			seam,
		});
		expect(items.map(({ json }) => json.device_id)).toEqual([ID, ID]);
		expect(seam.requests).toEqual([
			{
				method: 'POST',
				path: '/devices/list',
				body: { custom_metadata_has: { listing_id: '42' } },
			},
		]);
	});
});

it('finds a device by its name', async () => {
	seam.respondWith('/devices/get', { device: lock() });
	await runNode(SeamGetDevice, {
		parameters: { device: { __rl: true, mode: 'name', value: 'Front Door' } },
		seam,
	});
	expect(seam.requests).toEqual([
		{ method: 'POST', path: '/devices/get', body: { name: 'Front Door' } },
	]);
});

describe('a name that Seam does not find as it was written', () => {
	const named = (device_id: string, display_name: string, more: object = {}) => ({
		...lock(device_id),
		display_name,
		...more,
	});
	const byName = (value: string) => ({ device: { __rl: true, mode: 'name', value } });
	beforeEach(() =>
		seam.respondWith('/devices/get', fault(404, 'device_not_found', 'Device not found')),
	);

	it('is found in capital and small letters, by any name that the device has, with one list for all items', async () => {
		seam.respondWith('/devices/list', {
			devices: [named(ID, 'Front Door'), named(OTHER, 'Flat', { nickname: 'Penthouse' })],
		});
		const [items] = await runNode(SeamGetDevice, {
			parameters: byName('={{ $json.name }}'),
			items: ['front  DOOR', 'penthouse', 'FLAT'].map((name) => ({ json: { name } })),
			seam,
		});
		expect(items.map(({ json }) => json.device_id)).toEqual([ID, OTHER, OTHER]);
		expect(seam.requestsTo('/devices/list')).toEqual([
			{ method: 'POST', path: '/devices/list', body: {} },
		]);
	});

	it('is answered with the names that are like it', async () => {
		seam.respondWith('/devices/list', {
			devices: [named(ID, 'Front Door'), named(OTHER, 'Garage'), named(THIRD, 'Front Doors')],
		});
		await expect(
			runNode(SeamGetDevice, { parameters: byName('Frnt Door'), seam }),
		).rejects.toMatchObject({
			message: "No device in Seam has the name 'Frnt Door' [item 0]",
			description:
				"Did you mean 'Front Door' or 'Front Doors'? Choose the device from the list, or give its name, which each entry of the list begins with, or its ID.",
		});
	});

	it('suggests nothing where no name is like it', async () => {
		seam.respondWith('/devices/list', { devices: [named(ID, 'Front Door')] });
		await expect(
			runNode(SeamGetDevice, { parameters: byName('Xylophone'), seam }),
		).rejects.toMatchObject({
			description: expect.stringMatching(/^Choose the device from the list/) as string,
		});
	});

	it('is refused where several devices have it', async () => {
		seam.respondWith('/devices/list', {
			devices: [named(ID, 'Front Door'), named(OTHER, 'front door')],
		});
		await expect(
			runNode(SeamGetDevice, { parameters: byName('FRONT DOOR'), seam }),
		).rejects.toMatchObject({
			message: "2 devices in Seam have the name 'FRONT DOOR' [item 0]",
			description: `Choose one from the list, or give its ID: Front Door (${ID}), front door (${OTHER}).`,
		});
	});

	it('is told as Seam tells it where the list can’t be read', async () => {
		seam.respondWith('/devices/list', fault(400, 'invalid_input', 'No list today'));
		await expect(
			runNode(SeamGetDevice, { parameters: byName('front door'), seam }),
		).rejects.toMatchObject({
			message:
				"Seam does not find the device with the name 'front door': Device not found [item 0]",
		});
	});

	it('asks for no list where Seam says something else', async () => {
		seam.respondWith('/devices/get', fault(401, 'unauthorized', 'Unauthorized'));
		await expect(
			runNode(SeamGetDevice, { parameters: byName('front door'), seam }),
		).rejects.toThrow('API key');
		expect(seam.requestsTo('/devices/list')).toEqual([]);
	});
});

describe('all locks of a listing', () => {
	const search = (listing_id: string, more: object = {}) => ({
		method: 'POST',
		path: '/devices/list',
		body: { custom_metadata_has: { listing_id }, ...more },
	});

	it('come out in the order of Seam, from all its pages, each paired with its item', async () => {
		const locksOf: Record<string, string[]> = { 42: [OTHER, ID, THIRD], 43: [THIRD] };
		seam.respondWith('/devices/list', ({ custom_metadata_has, page_cursor }) => {
			const { listing_id } = custom_metadata_has as { listing_id: string };
			const at = Number(page_cursor ?? 0);
			const next_page_cursor = String(at + 1);
			const has_next_page = at + 1 < locksOf[listing_id].length;
			return {
				devices: [lock(locksOf[listing_id][at])],
				pagination: { has_next_page, next_page_cursor },
			};
		});
		const [items] = await runNode(SeamGetDevice, {
			parameters: allOf('={{ $json.listing }}'),
			items: ['42', '43', '42'].map((listing) => ({ json: { listing } })),
			seam,
		});
		expect(items.map(({ json, pairedItem }) => [json.device_id, pairedItem])).toEqual([
			[OTHER, { item: 0 }],
			[ID, { item: 0 }],
			[THIRD, { item: 0 }],
			[THIRD, { item: 1 }],
			[OTHER, { item: 2 }],
			[ID, { item: 2 }],
			[THIRD, { item: 2 }],
		]);
		expect(seam.requests).toEqual([
			search('42'),
			search('42', { page_cursor: '1' }),
			search('42', { page_cursor: '2' }),
			search('43'),
		]);
	});

	it('come out though one of them takes no codes and its history can’t be read', async () => {
		const broken = {
			...lock(OTHER, { online: false, accessory_keypad: { is_connected: false } }),
			can_program_online_access_codes: false,
			errors: [{ error_code: 'device_removed', message: 'Removed from its account' }],
			location: null,
		};
		seam.respondWith('/devices/list', {
			devices: [lock(), broken, { ...lock(THIRD), properties: null }],
		});
		seam.respondWith('/events/list', fault(400, 'invalid_input', 'Events are on holiday'));
		const [items] = await runNode(SeamGetDevice, { parameters: allOf('42'), seam });

		expect(items.map(({ json }) => json.device_id)).toEqual([ID, OTHER, THIRD]);
		expect(items[1].json).toMatchObject({
			access_code_support: { online: { available: false } },
			problems: expect.arrayContaining([
				expect.objectContaining({ code: 'device_removed' }),
				expect.objectContaining({ code: 'accessory_keypad_disconnected' }),
			]) as unknown,
		});
		expect(seam.requestsTo('/events/list')).toHaveLength(1);
	});

	it('are still none if no device has the value', async () => {
		seam.respondWith('/devices/list', ({ custom_metadata_has }) => ({
			devices: (custom_metadata_has as { listing_id: string }).listing_id === '42' ? [lock()] : [],
		}));
		const items = ['43', '42'].map((listing) => ({ json: { listing, guest: 'Ada' } }));
		const parameters = allOf('={{ $json.listing }}');
		await expect(runNode(SeamGetDevice, { parameters, items, seam })).rejects.toMatchObject({
			message: "No device has listing_id = '43' in its custom metadata [item 0]",
		});

		const [output] = await runNode(SeamGetDevice, {
			parameters,
			items,
			onError: 'continueRegularOutput',
			seam,
		});
		expect(output).toMatchObject([
			{
				json: {
					listing: '43',
					guest: 'Ada',
					error: expect.stringContaining("No device has listing_id = '43'") as string,
				},
				pairedItem: { item: 0 },
			},
			{ json: { device_id: ID }, pairedItem: { item: 1 } },
		]);
	});

	it('may be wanted for some items only', async () => {
		seam.respondWith('/devices/list', { devices: [lock(), lock(OTHER)] });
		const [items] = await runNode(SeamGetDevice, {
			parameters: { ...allOf('42'), severalMatches: '={{ $json.several }}' },
			items: [{ json: { several: 'error' } }, { json: { several: 'all' } }],
			onError: 'continueRegularOutput',
			seam,
		});
		expect(items.map(({ json, pairedItem }) => [json.device_id, pairedItem])).toEqual([
			[undefined, { item: 0 }],
			[ID, { item: 1 }],
			[OTHER, { item: 1 }],
		]);
		expect(items[0].json.several).toBe('error');
		expect(seam.requests).toEqual([search('42')]);
	});
});

describe('the subtitle', () => {
	const device = (mode: string, value: string, cachedResultName?: string) => ({
		device: { __rl: true, mode, value, ...(cachedResultName ? { cachedResultName } : {}) },
	});
	it.each([
		['Front Door', device('list', ID, 'Front Door · Yale · connected · battery 80%')],
		['Front Door', device('list', ID, 'Front Door')],
		['From List', device('list', '')],
		['Flat 3', device('name', 'Flat 3')],
		['By Name', device('name', '={{ $json.door }}')],
		['By ID', byId(ID)],
		['By ID', byId('={{ $json.device_id }}')],
		['By ID', { device: '={{ $json.device_id }}' }],
		['By listing_id = 42', byMetadata('listing_id', '42')],
		['By listing_id', byMetadata('listing_id', '={{ $json.listing_id }}')],
		['All by listing_id = 42', allOf('42')],
		['All by listing_id', allOf('')],
		['By Custom Metadata', byMetadata('', '')],
		['By Custom Metadata', byMetadata('={{ $json.key }}', '={{ $json.value }}')],
		['By ID', { ...allOf('42'), ...byId(ID), findBy: 'device' }],
	])('says %s', (subtitle, parameters) => {
		expect(subtitleOf(SeamGetDevice, parameters)).toBe(subtitle);
	});
});

describe('a keypad that is gone', () => {
	const event = (event_id: string, occurred_at: string) => ({
		event_id,
		event_type: 'device.accessory_keypad_disconnected',
		device_id: ID,
		occurred_at,
	});

	it('is told with the last time it disconnected, which is looked up once', async () => {
		const now = Date.now();
		const at = (daysAgo: number) => new Date(now - daysAgo * 86_400_000).toISOString();
		seam.respondWith('/devices/get', {
			device: lock(ID, {
				model: { has_built_in_keypad: false, can_connect_accessory_keypad: true },
				accessory_keypad: { is_connected: false },
			}),
		});
		seam.respondWith('/events/list', {
			events: [event('1', at(30)), event('2', at(3)), event('3', at(12))],
		});
		const [items] = await runNode(SeamGetDevice, {
			parameters: byId(ID),
			items: [{ json: {} }, { json: {} }],
			seam,
		});
		const gone = DateTime.fromISO(at(3), { zone: 'America/Los_Angeles' }).toFormat('d LLL HH:mm');
		for (const { json } of items) {
			expect(json.problems).toMatchObject([
				{
					code: 'accessory_keypad_disconnected',
					severity: 'error',
					message: `The accessory keypad is not connected (gone since ${gone})`,
				},
			]);
		}
		const asked = seam.requestsTo('/events/list');
		expect(asked).toHaveLength(1);
		expect(asked[0].body).toEqual({
			device_id: ID,
			event_type: 'device.accessory_keypad_disconnected',
			since: expect.any(String) as string,
		});
		const daysBack = (now - Date.parse(asked[0].body.since as string)) / 86_400_000;
		expect(daysBack).toBeCloseTo(90, 2);
	});

	it('is told without a time where Seam lists none', async () => {
		seam.respondWith('/devices/get', {
			device: lock(ID, { accessory_keypad: { is_connected: false } }),
		});
		seam.respondWith('/events/list', { events: [] });
		const [[item]] = await runNode(SeamGetDevice, { parameters: byId(ID), seam });
		expect(item.json.problems).toMatchObject([
			{ message: 'The accessory keypad is not connected', severity: 'warning' },
		]);
	});

	it('is told, with the device, if its history can’t be read', async () => {
		seam.respondWith('/devices/get', {
			device: lock(ID, { accessory_keypad: { is_connected: false } }),
		});
		seam.respondWith('/events/list', fault(400, 'invalid_input', 'Events are on holiday'));
		const [items] = await runNode(SeamGetDevice, {
			parameters: byId(ID),
			items: [{ json: {} }, { json: {} }],
			seam,
		});
		for (const { json } of items) {
			expect(json.device_id).toBe(ID);
			expect(json.problems).toMatchObject([
				{
					code: 'accessory_keypad_disconnected',
					message: expect.stringMatching(
						/not connected; since when is unknown, because its events could not be read \(.*holiday/,
					) as string,
				},
			]);
		}
		expect(seam.requestsTo('/events/list')).toHaveLength(1);
	});

	it('is not asked about where the keypad is there', async () => {
		seam.respondWith('/devices/get', {
			device: lock(ID, { accessory_keypad: { is_connected: true } }),
		});
		await runNode(SeamGetDevice, { parameters: byId(ID), seam });
		expect(seam.requestsTo('/events/list')).toEqual([]);
	});
});

describe('bad input', () => {
	it.each<[string, object, string]>([
		['no device', byId(''), "'Device' is empty"],
		['a name as an ID', byId('Front Door'), "'Device' holds 'Front Door'"],
		['no metadata key', byMetadata(' ', '42'), "'Metadata Key' is empty"],
		['no metadata value', byMetadata('listing_id', ''), "'Metadata Value' is empty"],
		[
			'a metadata value that is not there',
			byMetadata('listing_id', '={{ $json.nothing }}'),
			"'Metadata Value' is an expression that gave nothing for this item",
		],
		[
			'a choice that is none',
			{ findBy: '={{ "name" }}' },
			"'Find By' is not set to one of its choices",
		],
		[
			'a choice about several matches that is none',
			{ ...byMetadata('listing_id', '42'), severalMatches: '={{ "Return All" }}' },
			"'When Several Match' is not set to one of its choices",
		],
		[
			'a choice about several matches that is not there',
			{ ...byMetadata('listing_id', '42'), severalMatches: '={{ $json.nothing }}' },
			"'When Several Match' is an expression that gave nothing for this item",
		],
		[
			'a flag that is none',
			{ ...byId('Front Door'), simplify: '={{ "maybe" }}' },
			"'Simplify' must be true or false",
		],
	])('is refused before anything is sent: %s', async (_, parameters, message) => {
		const run = runNode(SeamGetDevice, { parameters: { ...parameters }, seam });
		await expect(run).rejects.toMatchObject({
			message: expect.stringContaining(message) as string,
			description: expect.any(String) as string,
			context: { itemIndex: 0 },
		});
		// A title is one short sentence.
		const { message: title } = (await run.catch((error: unknown) => error)) as Error;
		expect(title).toMatch(/^(?!.*[.;] ).{1,120} \[item 0\]$/);
		expect(seam.requests).toEqual([]);
	});

	it('names the device that Seam does not know', async () => {
		seam.respondWith('/devices/get', fault(404, 'device_not_found', 'Device not found'));
		await expect(runNode(SeamGetDevice, { parameters: byId(ID), seam })).rejects.toMatchObject({
			message: expect.stringContaining(`device ${ID}`) as string,
			context: { itemIndex: 0 },
		});
	});

	it('says that no device carries the value', async () => {
		seam.respondWith('/devices/list', { devices: [] });
		await expect(
			runNode(SeamGetDevice, { parameters: byMetadata('listing_id', '43'), seam }),
		).rejects.toMatchObject({
			message: expect.stringContaining("No device has listing_id = '43'") as string,
			description: expect.stringContaining('(Device → Update, Listing ID)') as string,
		});
	});

	it('names the devices of which several carry the value', async () => {
		seam.respondWith('/devices/list', {
			devices: [lock(), { ...lock(OTHER), nickname: 'Flat Door' }],
		});
		await expect(
			runNode(SeamGetDevice, { parameters: byMetadata('listing_id', '42'), seam }),
		).rejects.toMatchObject({
			message: "2 devices have listing_id = '42' in their custom metadata [item 0]",
			description: `They are Front Door (${ID}), Flat Door (${OTHER}). To get all of them, set 'When Several Match' to Return All. To get one, give each lock a value of its own, or set 'Find By' to Device.`,
			context: { facts: { candidates: [ID, OTHER] } },
		});
	});

	it('leaves the other items alone where the node continues on fail', async () => {
		seam.respondWith('/devices/get', (body) => ({ device: lock(body.device_id as string) }));
		const [items] = await runNode(SeamGetDevice, {
			parameters: byId('={{ $json.lock }}'),
			items: [{ json: { lock: 'nonsense' } }, { json: { lock: OTHER } }],
			onError: 'continueRegularOutput',
			seam,
		});
		expect(items).toHaveLength(2);
		expect(items[0].json.error).toContain("'Device' holds 'nonsense'");
		expect(items[0].pairedItem).toEqual({ item: 0 });
		expect(items[1].json.device_id).toBe(OTHER);
		expect(items[1].pairedItem).toEqual({ item: 1 });
	});
});
