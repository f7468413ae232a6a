import type { INodeParameters } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import { searchUnmanagedDevices } from '../../../nodes/shared/ui/searchDevices';
import { fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { loadOptionsContext, runNode } from '../support/nodeHarness.mts';
import { thingCases } from './cases/things';
import { byId, refusalOf, testOperations } from './operationCases';

const DEVICE = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const PIN = '471193';

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

const refusal = async (what: string, parameters: INodeParameters) =>
	await refusalOf(seam, what, parameters);

testOperations(thingCases);

const SPACE = { spaceId: 'space-1' };

const REFUSED: Array<[what: string, operation: string, parameters: INodeParameters, says: string]> =
	[
		['a space without a name', 'space: create', { name: ' ' }, "'Name' is empty"],
		['no space', 'space: get', { spaceId: '' }, "'Space' is empty"],
		['no key of a space', 'space: delete', { findBy: 'key' }, "'Space Key' is empty"],
		[
			'another way to find a space',
			'space: get',
			{ ...SPACE, findBy: '={{ "name" }}' },
			"'Find By' is not set to one of its choices",
		],
		['no devices to add', 'space: addDevices', SPACE, "'Device Names or IDs' is empty"],
		[
			'a device that is none',
			'space: removeDevices',
			{ ...SPACE, devices: '={{ [7] }}' },
			"'Device Names or IDs' holds '7', which is not the ID of a device",
		],
		[
			'no changes to a space',
			'space: update',
			SPACE,
			"'Update Fields' is empty, so there is nothing to change",
		],
		[
			'an hour that is none',
			'space: create',
			{ name: 'House', additionalFields: { checkInTime: '3 pm' } },
			"'Check-In Time' is not a time of day",
		],
		[
			'a zone of a space that is none',
			'space: update',
			{ ...SPACE, updateFields: { timeZone: 'Rome' } },
			"'Time Zone' is not the IANA name of a time zone",
		],
		...['Middle/Earth', 'UTC', 'GMT+2'].map(
			(timeZone): [string, string, INodeParameters, string] => [
				`the zone ${timeZone} of a device`,
				'device: setTimeZone',
				{ device: byId(DEVICE), timeZone },
				"'Time Zone' is not the IANA name of a time zone",
			],
		),
		[
			'no zone of a device',
			'device: setTimeZone',
			{ device: byId(DEVICE), timeZone: '' },
			"'Time Zone' is empty",
		],
		['no device to manage', 'device: manage', { device: byId('') }, "'Device' is empty"],
		[
			'a PIN to find that is none',
			'accessCode: get',
			{ findBy: 'pin', device: byId(DEVICE), code: '12' },
			"'PIN' is not made of 4 to 12 digits",
		],
		[
			'no grant to list the codes of',
			'accessCode: getMany',
			{ listBy: 'grantId', accessGrantId: '' },
			"'Access Grant' is empty",
		],
		[
			'no code to hand back',
			'accessCode: handBack',
			{ accessCodeId: '' },
			"'Access Code' is empty",
		],
		[
			'no changes to linked codes',
			'accessCode: updateMultiple',
			{ commonCodeKey: 'key-1' },
			"'Update Fields' is empty, so there is nothing to change",
		],
		[
			'no key of linked codes',
			'accessCode: updateMultiple',
			{ updateFields: { name: 'Bea' } },
			"'Shared PIN Group' is empty",
		],
		...['', '3', '4, six', '21'].map((lengths): [string, string, INodeParameters, string] => [
			`the PIN lengths '${lengths}'`,
			'accessCode: reportConstraints',
			{ device: byId(DEVICE), supportedLengths: lengths },
			"'Supported PIN Lengths' must hold whole numbers from 4 to 20",
		]),
		[
			'a range that is upside down',
			'accessCode: reportConstraints',
			{ device: byId(DEVICE), lengthsAs: 'range', shortestPin: 8, longestPin: 6 },
			"'Fewest Digits' is more than 'Most Digits'",
		],
		[
			'a delay that is too long',
			'lock: configureAutoLock',
			{ device: byId(DEVICE), autoLockDelay: 61 },
			"'Delay (Seconds)' must be a whole number from 1 to 60",
		],
		[
			'no webview to delete',
			'connectWebview: delete',
			{ connectWebviewId: '' },
			"'Connect Webview' is empty",
		],
		['no account to delete', 'connectedAccount: delete', {}, "'Connected Account' is empty"],
		[
			'no changes to an account',
			'connectedAccount: update',
			{ connectedAccount: byId(DEVICE) },
			"'Update Fields' is empty, so there is nothing to change",
		],
		[
			'a capability that is none',
			'connectedAccount: update',
			{
				connectedAccount: byId(DEVICE),
				updateFields: { acceptedCapabilities: '={{ ["lock", "bell"] }}' },
			},
			"'Accepted Capabilities' holds something that is not one of its choices",
		],
		[
			'a limit of no workspaces',
			'workspace: getMany',
			{ limit: 0 },
			"'Limit' must be a whole number of 1 or more",
		],
	];

it.each(REFUSED)('refuses %s (%s) and sends nothing', async (_name, what, parameters, says) => {
	const error = await refusal(what, parameters);
	expect(error.message).toBe(`${says} [item 0]`);
	expect((error as { description?: unknown }).description).toEqual(expect.stringMatching(/\w/));
	expect(seam.requests).toEqual([]);
});

it.each([
	['devices of Nuki', { manufacturer: 'nuki' }],
	['devices of SALTO KS', { model: { manufacturer_display_name: 'SALTO KS' } }],
	['this device', {}],
])('sets no time zone on a lock that has one of its own: %s', async (whose, properties) => {
	const device = { device_id: DEVICE, device_type: 'nuki_lock', properties };
	seam.respondWith('/devices/get', { device });
	const error = await refusal('device: setTimeZone', {
		device: byId(DEVICE),
		timeZone: 'Europe/Rome',
	});
	expect(error).toMatchObject({
		message: `Seam takes no time zone for ${whose} [item 0]`,
		description: expect.stringContaining(
			`Ultraloq locks only. Set that of device ${DEVICE}`,
		) as string,
	});
	expect(seam.requestsTo('/devices/report_provider_metadata')).toEqual([]);
});

it('manages a device that is named in other capitals, and suggests names where none is found', async () => {
	seam.respondWith('/devices/unmanaged/get', fault(404, 'device_not_found', 'Device not found'));
	seam.respondWith('/devices/unmanaged/list', {
		devices: [{ device_id: DEVICE, properties: { name: 'Cellar Door' } }],
	});
	seam.respondWith('/devices/unmanaged/update', {});
	const byName = (value: string) => ({ device: { __rl: true, mode: 'name', value } });
	const parameters = { resource: 'device', operation: 'manage', ...byName('cellar door') };
	const [[item]] = await runNode(Seam, { parameters, seam });
	expect(item.json).toEqual({ success: true, device_id: DEVICE });

	const error = await refusal('device: manage', byName('Celar'));
	expect(error).toMatchObject({
		message: "No device in Seam has the name 'Celar' [item 0]",
		description: expect.stringMatching(/^Choose|^Did you mean/) as string,
	});
	expect(seam.requestsTo('/devices/unmanaged/update')).toHaveLength(1);
});

it('hands back no offline code', async () => {
	const access_code = { access_code_id: 'code-1', device_id: DEVICE, is_offline_access_code: true };
	seam.respondWith('/access_codes/get', { access_code });
	const error = await refusal('accessCode: handBack', { accessCodeId: 'code-1' });
	expect(error.message).toContain("is an offline code, which can't be changed");
	expect(seam.requestsTo('/access_codes/update')).toEqual([]);
});

describe('taking over a code that was made outside Seam', () => {
	const access_code = { access_code_id: 'code-1', device_id: DEVICE };
	const convert = { accessCodeId: 'code-1' };
	beforeEach(() => {
		seam.respondWith('/access_codes/unmanaged/get', { access_code });
		seam.respondWith('/access_codes/unmanaged/convert_to_managed', {});
	});

	it.each([
		['igloohome_lock', 'igloohome'],
		['kwikset_lock', 'Kwikset'],
		['smartthings_lock', 'SmartThings'],
	])('is refused on a %s', async (device_type, maker) => {
		seam.respondWith('/devices/get', {
			device: { device_id: DEVICE, device_type, properties: {} },
		});
		const error = await refusal('unmanagedAccessCode: convert', convert);
		expect(error.message).toBe(
			`Seam can't take over codes that were made outside it on ${maker} locks [item 0]`,
		);
		expect(seam.requestsTo('/access_codes/unmanaged/convert_to_managed')).toEqual([]);
	});

	it('is left to Seam where the lock can not be read', async () => {
		seam.respondWith('/devices/get', fault(404, 'device_not_found', 'Device not found'));
		const parameters = { resource: 'unmanagedAccessCode', operation: 'convert', ...convert };
		const [items] = await runNode(Seam, { parameters, seam });
		expect(items.map(({ json }) => json)).toEqual([{ success: true, access_code_id: 'code-1' }]);
	});
});

it('tells of a PIN that no code has without the PIN', async () => {
	seam.respondWith(
		'/access_codes/get',
		fault(404, 'access_code_not_found', `No code ${PIN} on the device`),
	);
	const error = await refusal('accessCode: get', {
		findBy: 'pin',
		device: byId(DEVICE),
		code: PIN,
	});
	expect(error.message).toContain(`a code with this PIN on device ${DEVICE}`);
	const told = { ...error, message: error.message, stack: error.stack, node: undefined };
	expect(JSON.stringify(told)).not.toContain(PIN);
});

it.each([
	['space: delete', '/spaces/delete', { spaceId: 'space-1' }],
	['connectWebview: delete', '/connect_webviews/delete', { connectWebviewId: 'webview-1' }],
	['connectedAccount: delete', '/connected_accounts/delete', { connectedAccount: byId(DEVICE) }],
])('%s counts what is gone already as deleted', async (what, path, parameters) => {
	seam.respondWith(path, fault(404, 'not_found', 'Gone'));
	const [resource, operation] = what.split(': ');
	const [items] = await runNode(Seam, { parameters: { resource, operation, ...parameters }, seam });
	expect(items.map(({ json }) => json)).toEqual([{ deleted: true }]);
});

it('tells a failed move apart, with its action attempt', async () => {
	const error = { type: 'jammed', message: 'The bolt is jammed' };
	seam.respondWith('/locks/lock_door', {
		action_attempt: { action_attempt_id: 'attempt-1', status: 'error', result: null, error },
	});
	const [[item]] = await runNode(Seam, {
		parameters: { resource: 'lock', operation: 'lock', device: byId(DEVICE) },
		onError: 'continueRegularOutput',
		seam,
	});
	expect(item.json).toMatchObject({
		error: expect.stringContaining(`Device ${DEVICE} did not lock: The bolt is jammed`),
		details: { outcome: 'failed', action_attempt_id: 'attempt-1' },
	});
});

it.each<[string, object, object]>([
	[
		'confirmed',
		{ action_type: 'UNLOCK_DOOR', status: 'success', result: { was_confirmed_by_device: true } },
		{ outcome: 'done', why: 'The lock has unlocked and confirmed it' },
	],
	[
		'not confirmed',
		{ action_type: 'LOCK_DOOR', status: 'success', result: {} },
		{ outcome: 'done_not_confirmed' },
	],
	[
		'failed',
		{ action_type: 'LOCK_DOOR', status: 'error', error: { type: 'jammed', message: 'Jammed' } },
		{ outcome: 'failed', why: 'The lock did not lock: Jammed' },
	],
	['of another kind', { action_type: 'SET_HVAC_MODE', status: 'success' }, {}],
])('says of an attempt that is %s what Lock and Unlock say', async (_what, attempt, told) => {
	const stored = { action_attempt_id: 'attempt-1', ...attempt };
	seam.respondWith('/action_attempts/get', { action_attempt: stored });
	const parameters = { resource: 'actionAttempt', operation: 'get', actionAttemptId: 'attempt-1' };
	const [[item]] = await runNode(Seam, { parameters, seam });
	const { outcome, why, ...rest } = item.json;
	expect({ outcome, why }).toMatchObject(told);
	expect(rest).toEqual(stored);
	expect(outcome === undefined).toBe(Object.keys(told).length === 0);
});

it('lists the devices to choose from that Seam does not manage', async () => {
	const devices = [
		{ device_id: '1', properties: { name: 'Shed' }, can_program_online_access_codes: true },
	];
	seam.respondWith('/devices/unmanaged/list', { devices });
	const context = loadOptionsContext(Seam, { seam });
	expect(await searchUnmanagedDevices.call(context, 'she')).toMatchObject({
		results: [{ name: 'Shed', value: '1' }],
	});
	expect(seam.requests).toEqual([
		{ method: 'POST', path: '/devices/unmanaged/list', body: { search: 'she', limit: 500 } },
	]);
});

it('reads 1,201 devices in the fewest requests, and ends', async () => {
	const all = Array.from({ length: 1_201 }, (_, index) => ({
		device_id: `device-${index}`,
		properties: {},
	}));
	const PAGE = 500;
	seam.respondWith('/devices/list', ({ page_cursor: cursor }) => {
		const from = Number(cursor ?? 0);
		const next = from + PAGE < all.length ? String(from + PAGE) : null;
		return {
			devices: all.slice(from, from + PAGE),
			pagination: { has_next_page: next !== null, next_page_cursor: next },
		};
	});
	const [items] = await runNode(Seam, {
		parameters: { resource: 'device', operation: 'getMany', returnAll: true },
		seam,
	});
	expect(new Set(items.map(({ json }) => json.device_id)).size).toBe(1_201);
	expect(seam.requests.map(({ body }) => body)).toEqual([
		{},
		{ page_cursor: '500' },
		{ page_cursor: '1000' },
	]);
});

it('ends where a cursor does not move on', async () => {
	const pagination = { has_next_page: true, next_page_cursor: 'again' };
	seam.respondWith('/spaces/list', { spaces: [{ space_id: 'space-1' }], pagination });
	const [items] = await runNode(Seam, {
		parameters: { resource: 'space', operation: 'getMany', returnAll: true },
		seam,
	});
	expect(items).toHaveLength(2);
	expect(seam.requests).toHaveLength(2);
});
