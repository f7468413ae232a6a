// Every device of the sandbox's portfolio, found as a person names it, and as a bundle for a bug report.
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SeamGetDevice } from '../../nodes/SeamGetDevice/SeamGetDevice.node';
import { API_KEY } from '../../sandbox/credentials.mts';
import { runNode } from '../unit/support/nodeHarness.mts';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

let sandbox: TestSandbox;
beforeAll(async () => {
	sandbox = await startTestSandbox();
});
afterAll(async () => await sandbox.close());

async function getDevices(parameters: INodeParameters, inputs: IDataObject[] = [{}]) {
	const [items] = await runNode(SeamGetDevice, {
		seam: { baseUrl: sandbox.server.url },
		credential: { apiKey: API_KEY },
		items: inputs.map((json) => ({ json })),
		parameters,
	});
	return items.map(({ json }) => json);
}
const byName = (value: string) => ({ device: { __rl: true, mode: 'name', value } });
const byId = (value: string) => ({ device: { __rl: true, mode: 'id', value } });

test('each is found by the name that it shows, in capital letters', async () => {
	const devices = await sandbox.seam.devices.list();
	expect(devices.length).toBeGreaterThan(10);
	const names = devices.map(({ display_name }) => ({ name: display_name.toUpperCase() }));
	const found = await getDevices(byName('={{ $json.name }}'), names);
	expect(found.map(({ device_id }) => device_id)).toEqual(
		devices.map(({ device_id }) => device_id),
	);
}, 60_000);

test('a name with a letter too few is answered with the right one', async () => {
	const [{ display_name }] = await sandbox.seam.devices.list();
	await expect(getDevices(byName(display_name.slice(1)))).rejects.toMatchObject({
		description: expect.stringContaining(`'${display_name}'`),
	});
});

test('a bundle of each says what it is and holds no name and no whole ID', async () => {
	const devices = await sandbox.seam.devices.list();
	const bundles = await getDevices(
		{ ...byId('={{ $json.device_id }}'), options: { supportBundle: true } },
		devices.map(({ device_id }) => ({ device_id })),
	);
	expect(bundles).toHaveLength(devices.length);
	for (const [index, { display_name, device_type, properties }] of devices.entries()) {
		const bundle = bundles[index];
		expect(bundle.device).toMatchObject({
			device_type,
			properties: { manufacturer: properties.manufacturer },
		});
		expect(Object.keys(bundle.device as object)).toEqual(
			expect.arrayContaining(['errors', 'warnings', 'location', 'capabilities_supported']),
		);
		const text = JSON.stringify(bundle);
		const told = [
			...(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-/g) ?? []),
			...[display_name, properties.name].filter((name) => text.includes(name)),
		];
		expect([display_name, told]).toEqual([display_name, []]);
	}
}, 60_000);
