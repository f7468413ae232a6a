import type { INodeParameters, OnError } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import {
	composeName,
	identityOfKey,
} from '../../../nodes/shared/accessCode/deciding/bookingIdentity';
import { fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';

const FLAT = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const FRONT_DOOR = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';
const GONE = fault(404, 'access_code_not_found', 'No such code');
const LATER = '2099-07-05T09:00:00.000Z';
const PAST = '2020-07-05T09:00:00.000Z';

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
	seam.respondWith('/devices/get', ({ device_id }) => ({
		device: { device_id, properties: {}, location: { time_zone: 'Europe/Rome' } },
	}));
});
afterEach(async () => await seam.stop());

async function cancel(parameters: INodeParameters, onError?: OnError) {
	const [items] = await runNode(Seam, {
		parameters: { resource: 'accessCode', operation: 'delete', ...parameters },
		seam,
		onError,
	});
	return items.map(({ json }) => json);
}

describe('by ID', () => {
	const online = { access_code_id: 'code-1', device_id: FLAT, status: 'set', ends_at: LATER };
	const offline = { ...online, is_offline_access_code: true };
	const cancellable = { ...offline, dormakaba_oracode_metadata: { is_cancellable: true } };
	const byId = { accessCodeId: 'code-1' };
	const deleted = { deleted: true, result: 'deleted', opens_until: null };
	const deleting = { deleted: true, result: 'deleting', opens_until: null };
	const alive = {
		deleted: false,
		result: 'cannot_be_revoked',
		opens_until: '2099-07-05T11:00:00+02:00',
	};

	it.each([
		['an online code that Seam is still taking off the lock', [online, online], {}, deleting, 1],
		['an online code that is gone at once', [online, null], {}, deleted, 1],
		['an online code that went before the delete arrived', [online], GONE, deleted, 1],
		['a code that was gone before', [null], {}, deleted, 0],
		['an offline code', [offline], {}, alive, 0],
		['an offline code whose time is over', [{ ...offline, ends_at: PAST }], {}, deleted, 0],
		[
			'an unused one-time code, for the day that it works',
			[{ ...offline, ends_at: null, is_one_time_use: true, starts_at: '2099-07-04T09:00:00Z' }],
			{},
			alive,
			0,
		],
		['an offline code that can be cancelled', [cancellable, null], {}, deleted, 1],
		[
			'an offline code that could be cancelled, and Seam says no',
			[cancellable],
			fault(400, 'invalid_input', 'No'),
			alive,
			1,
		],
	])('%s', async (_name, readings, answer, expected, deletes) => {
		seam.respondWith(
			'/access_codes/get',
			...readings.map((access_code) => (access_code === null ? GONE : { access_code })),
		);
		seam.respondWith('/access_codes/delete', answer);
		const [json] = await cancel(byId);
		expect(json).toMatchObject({ ...expected, access_code_id: 'code-1' });
		expect(json.why).toEqual(expect.stringMatching(/\w/));
		expect(seam.requestsTo('/access_codes/delete').map(({ body }) => body)).toEqual(
			Array(deletes).fill({ access_code_id: 'code-1' }),
		);
	});

	it('tells a delete that Seam refuses', async () => {
		seam.respondWith('/access_codes/get', { access_code: online });
		seam.respondWith('/access_codes/delete', fault(400, 'invalid_input', 'Not now'));
		await expect(cancel(byId)).rejects.toThrow(
			'Seam refused the request for access code code-1: Not now [item 0]',
		);
	});
});

describe('by booking key', () => {
	const KEY = 'HA-1042';
	const named = (key: string, name = 'Ada') =>
		composeName({ name, identity: identityOfKey(key), limits: { mustBeUnique: false } });
	const parameters = {
		deleteBy: 'bookingKey',
		bookingKey: KEY,
		device: { __rl: true, mode: 'id', value: FLAT },
		additionalDevices: `${FRONT_DOOR}, ${FLAT}`,
	};

	const codes: Record<string, object[]> = {
		[FLAT]: [
			{ access_code_id: 'ours-flat', device_id: FLAT, name: named(KEY) },
			{ access_code_id: 'stand-in', device_id: FLAT, name: named(KEY), is_backup: true },
			{ access_code_id: 'spare', device_id: FLAT, name: 'Backup 3', is_backup: true },
			{ access_code_id: 'same-guest', device_id: FLAT, name: named('HA-1043') },
			{ access_code_id: 'untagged', device_id: FLAT, name: 'Ada' },
		],
		[FRONT_DOOR]: [{ access_code_id: 'ours-door', device_id: FRONT_DOOR, name: named(KEY) }],
	};

	beforeEach(() => {
		seam.respondWith('/access_codes/list', ({ device_id }) => ({
			access_codes: codes[String(device_id)],
		}));
		seam.respondWith('/access_codes/get', GONE);
		seam.respondWith('/access_codes/delete', {});
	});

	const deleted = () =>
		seam.requestsTo('/access_codes/delete').map(({ body }) => body.access_code_id);

	it('deletes the codes of the booking on each of its locks, and no others', async () => {
		expect(await cancel(parameters)).toEqual([
			expect.objectContaining({
				deleted: true,
				access_code_id: 'ours-flat',
				device_id: FLAT,
				booking_key: KEY,
			}),
			expect.objectContaining({ deleted: true, access_code_id: 'stand-in' }),
			expect.objectContaining({
				deleted: true,
				access_code_id: 'ours-door',
				device_id: FRONT_DOOR,
				booking_key: KEY,
			}),
		]);
		expect(deleted()).toEqual(['ours-flat', 'stand-in', 'ours-door']);
	});

	it('counts a lock without a code of the booking as done, so that a cancellation may come twice', async () => {
		const [flat, door] = await cancel({ ...parameters, bookingKey: 'HA-9' });
		expect(flat).toMatchObject({
			deleted: true,
			result: 'deleted',
			access_code_id: null,
			device_id: FLAT,
		});
		expect(door).toMatchObject({ deleted: true, device_id: FRONT_DOOR });
		expect(deleted()).toEqual([]);
	});

	it('finds a key with signs and of any length', async () => {
		const odd = 'Buchung №7 / Zimmer [3] '.repeat(9).trim();
		seam.respondWith('/access_codes/list', ({ device_id }) => ({
			access_codes: [{ access_code_id: 'odd', device_id, name: named(odd) }],
		}));
		await cancel({ ...parameters, bookingKey: odd, additionalDevices: '' });
		expect(deleted()).toEqual(['odd']);
	});

	it('goes on with the other locks where one refuses, and tells it per lock', async () => {
		seam.respondWith('/access_codes/delete', ({ access_code_id }) =>
			access_code_id === 'ours-flat' ? fault(400, 'invalid_input', 'Not now') : {},
		);
		expect(await cancel(parameters, 'continueRegularOutput')).toEqual([
			{
				error: expect.stringContaining('access code ours-flat: Not now [item 0]'),
				details: { fix: expect.any(String) },
			},
			expect.objectContaining({ deleted: true, access_code_id: 'stand-in' }),
			expect.objectContaining({ deleted: true, access_code_id: 'ours-door' }),
		]);
		await expect(cancel(parameters)).rejects.toThrow('access code ours-flat: Not now');
		const all = ['ours-flat', 'stand-in', 'ours-door'];
		expect(deleted()).toEqual([...all, ...all]);
	});
});
