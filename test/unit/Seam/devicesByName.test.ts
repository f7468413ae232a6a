// Fields that take several devices take their names as well as their IDs.
import type { INodeParameters } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import { fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';
import { byId, refusalOf } from './operationCases';

const FLAT = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const FRONT_DOOR = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';
const DEVICES = [
	{ device_id: FLAT, display_name: 'Flat', properties: {} },
	{ device_id: FRONT_DOOR, display_name: 'Front Door', properties: {} },
];

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
	// Seam finds a name only as it stands there.
	seam.respondWith('/devices/get', ({ device_id, name }) => {
		const device = DEVICES.find((known) =>
			[known.device_id, known.display_name].includes(String(device_id ?? name)),
		);
		return device ? { device } : fault(404, 'device_not_found', 'Device not found');
	});
	seam.respondWith('/devices/list', { devices: DEVICES });
	seam.respondWith('/access_codes/create_multiple', { access_codes: [] });
	seam.respondWith('/access_codes/list', { access_codes: [] });
	seam.respondWith('/access_grants/create', { access_grant: { access_grant_id: 'grant-1' } });
	seam.respondWith('/events/list', { events: [] });
	for (const path of ['create', 'get']) {
		seam.respondWith(`/spaces/${path}`, { space: { space_id: 'space-1' } });
	}
	for (const path of ['update', 'add_devices', 'remove_devices']) {
		seam.respondWith(`/spaces/${path}`, {});
	}
});
afterEach(async () => await seam.stop());

type Give = (devices: string) => INodeParameters;
const space = { spaceId: 'space-1' };
const FIELDS: Array<[operation: string, path: string, label: string, parameter: string, Give]> = [
	[
		'accessCode: createMultiple',
		'/access_codes/create_multiple',
		'Device Names or IDs',
		'devices',
		(devices) => ({ devices }),
	],
	[
		'accessGrant: create',
		'/access_grants/create',
		'Device Names or IDs',
		'devices',
		(devices) => ({ devices, guestName: 'Ada', accessMethods: ['code'] }),
	],
	[
		'event: getMany',
		'/events/list',
		'Device Names or IDs',
		'filters.deviceIds',
		(deviceIds) => ({ since: '2027-01-01T00:00Z', filters: { deviceIds } }),
	],
	[
		'space: addDevices',
		'/spaces/add_devices',
		'Device Names or IDs',
		'devices',
		(devices) => ({ ...space, devices }),
	],
	[
		'space: create',
		'/spaces/create',
		'Device Names or IDs',
		'additionalFields.devices',
		(devices) => ({ name: 'House', additionalFields: { devices } }),
	],
	[
		'space: removeDevices',
		'/spaces/remove_devices',
		'Device Names or IDs',
		'devices',
		(devices) => ({ ...space, devices }),
	],
	[
		'space: update',
		'/spaces/update',
		'Device Names or IDs',
		'updateFields.devices',
		(devices) => ({ ...space, updateFields: { devices } }),
	],
];

const run = async (what: string, parameters: INodeParameters, count = 1) => {
	const [resource, operation] = what.split(': ');
	const items = Array.from({ length: count }, () => ({ json: {} }));
	return await runNode(Seam, { parameters: { resource, operation, ...parameters }, seam, items });
};

describe.each(FIELDS)('%s', (what, path, label, parameter, give) => {
	it('takes names in any case beside IDs, each device once, and looks them up once in a run', async () => {
		await run(what, give(`front  DOOR, ${FLAT}, Flat`), 2);
		const ids = { device_ids: [FRONT_DOOR, FLAT] };
		expect(seam.requestsTo(path).map(({ body }) => body)).toMatchObject([ids, ids]);
		expect(seam.requestsTo('/devices/list')).toHaveLength(1);
		const names = seam.requestsTo('/devices/get').flatMap(({ body }) => body.name ?? []);
		expect(names).toEqual(['front  DOOR', 'Flat']);
	});

	it('suggests a name for one that no device has, and sends nothing', async () => {
		const error = await refusalOf(seam, what, give('Frnt Door'));
		expect(error).toMatchObject({
			message: `'${label}': No device in Seam has the name 'Frnt Door' [item 0]`,
			description: `Did you mean 'Front Door'? Choose from the list in '${label}', or give a name, which each entry of the list begins with, or an ID.`,
			context: { parameter },
		});
		expect(seam.requestsTo(path)).toEqual([]);
	});
});

describe('the codes of a booking', () => {
	const booking = { deleteBy: 'bookingKey', bookingKey: 'HA-1', device: byId(FLAT) };

	it('are deleted on locks that are named, each once', async () => {
		await run('accessCode: delete', { ...booking, additionalDevices: 'front door, Flat' });
		expect(seam.requestsTo('/access_codes/list').map(({ body }) => body.device_id)).toEqual([
			FLAT,
			FRONT_DOOR,
		]);
	});

	it('stay on all locks if a name is that of none', async () => {
		const error = await refusalOf(seam, 'accessCode: delete', {
			...booking,
			additionalDevices: 'X',
		});
		expect(error.message).toBe(
			"'Additional Device Names or IDs': No device in Seam has the name 'X' [item 0]",
		);
		expect(seam.requestsTo('/access_codes/list')).toEqual([]);
	});
});
