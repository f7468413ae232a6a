import { SeamGetDevice } from '../../../nodes/SeamGetDevice/SeamGetDevice.node';
import { startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode, TEST_API_KEY } from '../support/nodeHarness.mts';

const ID = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const PIN = '471193';
/** In the shape of another service's keys. */
const SIGNER = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const MAKER_ID = 'L04HT-88EF21-X';

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

const LOCK = {
	device_id: ID,
	device_type: 'igloohome_lock',
	display_name: 'Front Door of Ada',
	nickname: 'Ada’s Loft',
	connected_account_id: 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24',
	workspace_id: '0a52c3f4-7b1e-4c55-9b0a-93d8f1e6a7d2',
	created_at: '2026-05-04T03:02:01.000Z',
	is_managed: true,
	custom_metadata: { listing_id: 'Loft 7', host: 'Grace Hopper' },
	can_program_online_access_codes: false,
	can_program_offline_access_codes: true,
	capabilities_supported: ['access_code', 'lock'],
	location: { location_name: 'Harbour Street 7', time_zone: 'Europe/Rome', latitude: 48.1372 },
	errors: [
		{
			error_code: 'hub_disconnected',
			message: 'The hub of Ada’s Loft was last seen at 2026-12-01T10:00:00Z',
			created_at: '2026-12-01T10:00:00Z',
		},
	],
	warnings: [{ warning_code: 'third_party_integration_detected', message: 'Somebody else' }],
	properties: {
		name: 'Door 1',
		online: false,
		manufacturer: 'igloohome',
		battery: { level: 0.15, status: 'low' },
		model: { display_name: 'Keybox 3', manufacturer_display_name: 'igloohome' },
		supported_code_lengths: [4, 6],
		max_active_codes_supported: 100,
		code_constraints: [{ constraint_type: 'no_zeros', min_length: 4 }],
		offline_time_frame_options: [
			{
				display_name: 'Daily',
				min_duration: 'P29D',
				max_duration: 'P367D',
				time_pairs: [{ start_time: '00:00', end_time: '23:59' }],
				start_date_recurrence_rule: 'FREQ=DAILY;INTERVAL=1',
			},
		],
		igloohome_metadata: { device_name: 'ada', bridge_id: MAKER_ID, keypad_id: null },
		ttlock_metadata: { timezone_raw_offset_ms: 3_600_000, has_gateway: true },
		unheard_of: { depth: 1000, city: 'rome', note: 'Key under the mat', two_words: true },
	},
};

async function bundleOf(device: object) {
	seam.respondWith('/devices/get', { device });
	seam.respondWith('/events/list', { events: [] });
	const parameters = {
		device: { __rl: true, mode: 'id', value: ID },
		options: { supportBundle: true },
	};
	const [[item]] = await runNode(SeamGetDevice, { parameters, seam });
	return item.json;
}

it('holds the device, what it can do, what is wrong with it, and versions', async () => {
	const bundle = await bundleOf(LOCK);
	expect(bundle).toEqual({
		support_bundle: expect.stringContaining('version of n8n') as string,
		made_at: expect.stringMatching(/^\d{4}-.+Z$/) as string,
		versions: { 'n8n-nodes-seam': 'built from source', 'Seam Get Device': 1 },
		device: {
			device_id: '3d4f0a1c…',
			device_type: 'igloohome_lock',
			connected_account_id: 'b7c1d6f0…',
			workspace_id: '0a52c3f4…',
			created_at: '2026-05-04T03:02:01.000Z',
			is_managed: true,
			custom_metadata: { values: 2 },
			can_program_online_access_codes: false,
			can_program_offline_access_codes: true,
			capabilities_supported: ['access_code', 'lock'],
			location: { time_zone: 'Europe/Rome' },
			errors: [
				{
					error_code: 'hub_disconnected',
					message: 'The hub of (name) was last seen at 2026-12-01T10:00:00Z',
					created_at: '2026-12-01T10:00:00Z',
				},
			],
			warnings: [{ warning_code: 'third_party_integration_detected', message: 'Somebody else' }],
			properties: {
				...LOCK.properties,
				name: '(text)',
				igloohome_metadata: { device_name: '(text)', bridge_id: '(ID)', keypad_id: null },
				unheard_of: { depth: '(number)', city: '(text)', note: '(text)', two_words: true },
			},
		},
		access_code_support: expect.objectContaining({
			offline: expect.objectContaining({ lock_family: 'igloohome' }) as object,
			capacity: expect.objectContaining({ max_codes: 100 }) as object,
			time_zone: 'Europe/Rome',
		}) as object,
		problems: expect.arrayContaining([
			expect.objectContaining({ problem: 'hub_disconnected', severity: 'error' }),
			expect.objectContaining({ problem: 'battery_low' }),
		]) as object,
	});
});

it('comes for every device of a listing, also where Simplify is off', async () => {
	seam.respondWith('/devices/list', { devices: [LOCK, LOCK] });
	const [items] = await runNode(SeamGetDevice, {
		parameters: {
			...{ findBy: 'customMetadata', metadataKey: 'listing_id', metadataValue: 'Loft 7' },
			...{ severalMatches: 'all', simplify: false, options: { supportBundle: true } },
		},
		seam,
	});
	expect(items.map(({ json }) => Object.keys(json)[0])).toEqual([
		'support_bundle',
		'support_bundle',
	]);
});

it('is left out where the option is added and switched off', async () => {
	seam.respondWith('/devices/get', { device: LOCK });
	seam.respondWith('/events/list', { events: [] });
	const device = { __rl: true, mode: 'id', value: ID };
	const [[item]] = await runNode(SeamGetDevice, {
		parameters: { device, options: { supportBundle: false } },
		seam,
	});
	expect(item.json).toHaveProperty('device_id', ID);
});

/** What must not be found, in each way in which it may be written. */
const SECRETS: Array<[what: string, written: string | number]> = [
	['a PIN', PIN],
	['a PIN as a number', Number(PIN)],
	['a PIN in a sentence', `The PIN ${PIN} was refused`],
	['a PIN with blanks', `Type ${[...PIN].join(' ')} and #`],
	['a PIN in two parts', `PIN: ${PIN.slice(0, 3)}-${PIN.slice(3)}.`],
	['a PIN in a word', `code_${PIN}`],
	['a PIN after a date', `Since 2026-12-01T10:00:00Z${PIN} and 2026-12-01-${PIN}`],
	['a PIN in a zone', `Europe/${PIN}`],
	['a short PIN', '4711'],
	['a short PIN in a sentence', 'Code 4711 is on the lock'],
	['an API key', TEST_API_KEY],
	['an API key in a sentence', `Sent with ${TEST_API_KEY}.`],
	['another key', SIGNER],
	['another key in a sentence', `Signed by ${SIGNER}, they say`],
	['an ID', ID],
	['an ID in a sentence', `device ${ID.toUpperCase()} is gone`],
	["a maker's ID", MAKER_ID],
];
const TRACES = [
	...[PIN, '4711', TEST_API_KEY, TEST_API_KEY.slice(-12), SIGNER.slice(-12)],
	...[ID, ID.slice(9), MAKER_ID],
];

/** The device with the secret in every place: as each text and number, beside each field, and as a field's name. */
function planted(value: unknown, secret: string | number): unknown {
	if (Array.isArray(value)) return [...value.map((one) => planted(one, secret)), secret];
	if (typeof value === 'object' && value !== null) {
		const own = Object.entries(value).map(([name, inner]) => [name, planted(inner, secret)]);
		const fields = ['code', 'pin', 'note', 'message', 'last_pin', 'api_key', 'lock_id', 'because'];
		const added = [...fields, 'display_name', String(secret)].map((name) => [name, secret]);
		return { ...Object.fromEntries(added), ...Object.fromEntries(own), more: { deep: [secret] } };
	}
	return typeof value === 'string' || typeof value === 'number' ? secret : value;
}

/** What of the secrets can be found in the bundle. */
function tracesIn({ made_at: madeAt, ...bundle }: Record<string, unknown>): string[] {
	expect(madeAt).toEqual(expect.any(String));
	const text = JSON.stringify(bundle).toLowerCase();
	const joined = text.replace(/(?<=\d)[\s.,-](?=\d)/g, '');
	return TRACES.filter((trace) =>
		[text, joined].some((read) => read.includes(trace.toLowerCase())),
	);
}

it.each(SECRETS)('holds no trace of %s that stands everywhere', async (_what, secret) => {
	const device = { ...(planted(LOCK, secret) as object), device_id: ID };
	expect(tracesIn(await bundleOf(device))).toEqual([]);
});

it.each(SECRETS)(
	'holds no trace of %s in a device that is read as usual',
	async (_what, secret) => {
		const errors = [{ error_code: 'account_disconnected', message: `Lock says: ${secret}` }];
		const levels = [{ name: String(secret), check_in_time: '15:00:00[Europe/Rome]' }];
		const bundle = await bundleOf({
			...LOCK,
			...{ device_type: 'dormakaba_oracode_door', errors, [String(secret)]: { [secret]: secret } },
			properties: {
				...LOCK.properties,
				code_constraints: [{ constraint_type: String(secret) }],
				dormakaba_oracode_metadata: { predefined_time_slots: levels, site_id: secret },
			},
		});
		expect(bundle.access_code_support).toHaveProperty('user_levels');
		expect(tracesIn(bundle)).toEqual([]);
	},
);
