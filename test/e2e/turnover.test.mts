// The example turnover in a real n8n: a schedule for each stay, which moves and goes with the booking.
import {
	readExample,
	startMail,
	startN8n,
	startSandbox,
	withValues,
	type Execution,
	type MailServer,
	type N8n,
	type Sandbox,
	type WorkflowNode,
} from './harness/index.mts';

const HOST = 'host@example.com';
const HOUR = 3_600_000;
/** A fault of Seam that is not worth a second try. */
const REFUSED = { kind: 'status', status: 400 };
const BOOKING = {
	...{ booking_key: 'demo-1', state: 'stay', listing_id: 'cottage' },
	...{ arrives: '2031-06-01', leaves: '2031-06-04T10:00' },
};

let sandbox: Sandbox;
let n8n: N8n;
let mail: MailServer;
let workflowId: string;
let path: string;
let thermostat: string;

async function newThermostat(listing_id: string): Promise<string> {
	const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		template: 'living_thermostat',
		overrides: {
			custom_metadata: { listing_id },
			properties: { fallback_climate_preset_key: 'away' },
		},
	});
	return device_id;
}

beforeAll(async () => {
	[sandbox, n8n, mail] = await Promise.all([startSandbox(), startN8n(), startMail()]);
	const { client } = n8n;
	const { apiKey, baseUrl } = sandbox;
	const seam = await client.createCredential('seamApi', 'Seam', { apiKey, baseUrl });
	const smtp = await client.createCredential('smtp', 'Mail', mail.credential);
	thermostat = await newThermostat('cottage');

	const example = await readExample('turnover');
	const nodes = example.nodes.map(
		(node): WorkflowNode =>
			node.type.endsWith('.emailSend') ? { ...node, credentials: { smtp } } : node,
	);
	workflowId = await client.importWorkflow({ ...example, nodes }, seam, {
		Settings: withValues(example, 'Settings', { host: HOST }),
	});
	await client.activate(workflowId);
	const { nodes: saved } = await client.rest('GET', `/workflows/${workflowId}`);
	const hook = (saved as WorkflowNode[]).find(({ webhookId }) => webhookId !== undefined);
	path = String(hook?.parameters.path || hook?.webhookId);
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await Promise.all([sandbox?.stop(), mail?.stop()]);
}, 60_000);

/** A message of the booking system, and the execution that it starts, at its end. */
async function hear(
	changes: Partial<typeof BOOKING>,
	ends: Execution['status'] = 'success',
): Promise<Execution> {
	const id = await n8n.client.executionStartedBy(
		workflowId,
		async () => await n8n.client.postWebhook(path, { ...BOOKING, ...changes }),
	);
	return await n8n.client.waitForExecution(id, { status: [ends] });
}

const schedulesOf = async (device_id: string) => {
	const { thermostat_schedules } = await sandbox.seam<{
		thermostat_schedules: Array<{ name: string }>;
	}>('/thermostats/schedules/list', { device_id });
	return thermostat_schedules;
};

const staysOf = async (device_id: string, { booking_key }: { booking_key: string }) =>
	(await schedulesOf(device_id)).filter(({ name }) => name === `Stay ${booking_key}`);

const presetNow = async () => {
	const { device } = await sandbox.seam<{
		device: { properties: { current_climate_setting: { climate_preset_key: string } } };
	}>('/devices/get', { device_id: thermostat });
	return device.properties.current_climate_setting.climate_preset_key;
};

test('a booking makes a schedule, the same message nothing, a change moves it, a cancellation deletes it', async () => {
	const made = {
		name: 'Stay demo-1',
		climate_preset_key: 'home',
		starts_at: '2031-06-01T10:00:00.000Z',
		ends_at: '2031-06-04T08:00:00.000Z',
	};
	for (let time = 0; time < 2; time += 1) {
		await hear({});
		expect(await schedulesOf(thermostat)).toMatchObject([made]);
	}
	await hear({ arrives: '2031-06-02' });
	expect(await schedulesOf(thermostat)).toMatchObject([
		{ ...made, starts_at: '2031-06-02T10:00:00.000Z' },
	]);
	const loft = await newThermostat('loft');
	await hear({ listing_id: 'loft' });
	expect([await schedulesOf(thermostat), await schedulesOf(loft)]).toMatchObject([[], [made]]);
	await hear({ listing_id: 'loft', state: 'cancelled' });
	expect(await schedulesOf(loft)).toEqual([]);
}, 150_000);

test('the home is warm from some hours before the check-in to the check-out, and not after', async () => {
	const now = (await sandbox.now()).getTime();
	const inHours = (hours: number) => new Date(now + hours * HOUR).toISOString();
	await hear({ booking_key: 'demo-2', arrives: inHours(2), leaves: inHours(8) });
	expect(await presetNow()).toBe('home');
	await sandbox.control('POST', '/clock', { advance_ms: 9 * HOUR });
	expect(await presetNow()).toBe('away');
}, 90_000);

test('what can’t be done is told to the host, and the execution fails', async () => {
	await hear({ booking_key: 'demo-3', listing_id: 'barn' }, 'error');
	expect(mail.sent.at(-1)).toMatchObject({
		...{ to: HOST, subject: 'Booking demo-3: look at the thermostat' },
		text: expect.stringContaining('No thermostat in Seam has listing_id barn'),
	});
}, 60_000);

test('a home that the stay has left gets cold, even if the new one can’t be scheduled', async () => {
	const key = { booking_key: 'demo-4' };
	const mill = await newThermostat('mill');
	await hear(key);
	await sandbox.control('POST', '/faults', { path: '/thermostats/schedules/create', ...REFUSED });
	try {
		await hear({ ...key, listing_id: 'mill' }, 'error');
	} finally {
		await sandbox.control('DELETE', '/faults');
	}
	expect(await staysOf(thermostat, key)).toEqual([]);
	await hear({ ...key, listing_id: 'mill' });
	expect(await staysOf(mill, key)).toHaveLength(1);
}, 90_000);

test.each([
	['the thermostats', '/thermostats/list'],
	['the schedules', '/thermostats/schedules/list'],
])(
	'%s can’t be read: the host hears that, and nothing is changed',
	async (what, path) => {
		const key = { booking_key: `demo-5 ${what}` };
		await hear(key);
		const before = mail.sent.length;
		await sandbox.control('POST', '/faults', { path, ...REFUSED });
		try {
			await hear(key, 'error');
		} finally {
			await sandbox.control('DELETE', '/faults');
		}
		expect(await staysOf(thermostat, key)).toHaveLength(1);
		const told = mail.sent.slice(before);
		expect(told).toMatchObject([{ to: HOST }]);
		expect(told[0].text).not.toContain('No thermostat in Seam has');
	},
	90_000,
);
