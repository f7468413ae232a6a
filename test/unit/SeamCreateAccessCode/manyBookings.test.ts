import type { INodeParameters } from 'n8n-workflow';

import { SeamCreateAccessCode } from '../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { fault } from '../support/fakeSeam.mts';
import { runNode, type ExecuteSetting } from '../support/nodeHarness.mts';
import { skippingWaits } from '../support/time.mts';
import { stay, useBookings } from './bookings';
import { FLAT, FRONT_DOOR, GARDEN_GATE, CABIN } from './scriptedLocks.mts';

const bookings = useBookings();

/** One run of the node, an item for each booking. */
async function runAll(all: INodeParameters[], setting: Partial<ExecuteSetting> = {}) {
	const { result } = await skippingWaits(
		async () =>
			await runNode(SeamCreateAccessCode, {
				parameters: {
					...stay,
					device: { __rl: true, mode: 'id', value: '={{ $json.lock }}' },
					bookingKey: '={{ $json.key }}',
					endsAt: '={{ $json.ends ?? "2027-03-05T11:00" }}',
				},
				items: all.map((json) => ({ json })),
				seam: bookings.seam,
				...setting,
			}),
	);
	return result[0];
}

const paths = () => bookings.seam.requests.map(({ path }) => path);
const countOf = (path: string) => paths().filter((one) => one === path).length;

describe('many bookings in one run', () => {
	it('read each lock once, and answer in the order of the items', async () => {
		const locks = [FRONT_DOOR, CABIN, FRONT_DOOR, FLAT, CABIN, FRONT_DOOR];
		const items = await runAll(locks.map((lock, index) => ({ lock, key: `B-${index}` })));
		expect(items.map(({ json }) => json.device_id)).toEqual(locks);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			locks.map((_lock, item) => ({ item })),
		);
		expect(items.every(({ json }) => json.was_created)).toBe(true);
		expect(new Set(items.map(({ json }) => json.access_code_id)).size).toBe(6);
		expect([countOf('/devices/get'), countOf('/access_codes/list')]).toEqual([3, 3]);
		expect(countOf('/access_codes/unmanaged/list')).toBe(3);
		expect(bookings.seam.requests).toHaveLength(3 * 3 + 6);
	});

	it('of one key are one booking: the last state wins', async () => {
		const items = await runAll([
			{ lock: FRONT_DOOR, key: 'B-1' },
			{ lock: FRONT_DOOR, key: 'B-1', ends: '2027-03-07T11:00' },
		]);
		expect(items[1].json).toMatchObject({
			access_code_id: items[0].json.access_code_id,
			was_created: false,
			ends_at_local: '2027-03-07T11:00:00+01:00',
		});
		expect(bookings.world.codes).toHaveLength(1);
	});

	it('of different locks are under way at the same time', async () => {
		let isSecondUnderWay = () => {};
		const second = new Promise<void>((resolve) => (isSecondUnderWay = resolve));
		bookings.world.before.set('/access_codes/create', async (body) => {
			if (body.device_id === CABIN) isSecondUnderWay();
			else await second;
		});
		const items = await runAll([
			{ lock: FRONT_DOOR, key: 'B-1' },
			{ lock: CABIN, key: 'B-2' },
		]);
		expect(items.map(({ json }) => json.was_created)).toEqual([true, true]);
	});

	it('offline: look once per lock, after the last one, for codes that another run made', async () => {
		await runAll([
			{ lock: GARDEN_GATE, key: 'B-1' },
			{ lock: GARDEN_GATE, key: 'B-2' },
			{ lock: GARDEN_GATE, key: 'B-3' },
		]);
		expect(paths().filter((path) => path.startsWith('/access_codes/'))).toEqual([
			'/access_codes/list',
			'/access_codes/unmanaged/list',
			'/access_codes/create',
			'/access_codes/create',
			'/access_codes/create',
			'/access_codes/list',
		]);
	});

	it('stop at the first that fails, and say how many have their code', async () => {
		bookings.world.before.set('/access_codes/create', ({ name }) =>
			String(name).includes('B-2') ? fault(400, 'invalid_input', 'The lock says no') : undefined,
		);
		const all = ['B-1', 'B-2', 'B-3'].map((key) => ({ lock: FRONT_DOOR, key }));
		const error = await runAll(all).then(
			() => new Error('not refused'),
			(failure: Error & { description?: string }) => failure,
		);
		expect(error).toMatchObject({
			message: expect.stringMatching(/The lock says no.*\[item 1\]/),
			description: expect.stringContaining('1 of the 3 bookings have their codes'),
		});
		expect(countOf('/access_codes/create')).toBe(2);
	});

	it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'are over within a second when the execution is cancelled, whatever waits for Seam (%s)',
		async (onError) => {
			const cancel = new AbortController();
			let cancelledAt = 0;
			bookings.world.before.set('/access_codes/create', async ({ name }) => {
				if (!String(name).includes('B-12')) return undefined;
				cancelledAt = Date.now();
				cancel.abort();
				return await new Promise(() => undefined);
			});
			// The eleventh create on a lock waits for its minute, and the others for their lanes.
			const all = Array.from({ length: 30 }, (_, index) => ({
				lock: index < 20 ? FRONT_DOOR : CABIN,
				key: `B-${index}`,
			}));
			const outcome = await runAll(all, { onError, abortSignal: cancel.signal }).then(
				(items) => items.filter(({ json }) => 'error' in json).map(({ json }) => json.error),
				(failure: Error) => [failure.message],
			);
			expect(cancelledAt).toBeGreaterThan(0);
			expect(Date.now() - cancelledAt).toBeLessThan(1_000);
			expect(String(outcome.at(-1))).toMatch(/cancelled/);
			expect(countOf('/access_codes/create')).toBeLessThan(30);
		},
	);

	it('make no code at all if one of them can’t be read', async () => {
		const all = [
			{ lock: FRONT_DOOR, key: 'B-1' },
			{ lock: FRONT_DOOR, key: 'B-2', ends: 'next Friday' },
		];
		await expect(runAll(all)).rejects.toThrow(/\[item 1\]/);
		expect(bookings.seam.requests).toEqual([]);
	});

	it('go on past one that fails, if the node does', async () => {
		const all = [
			{ lock: FRONT_DOOR, key: 'B-1' },
			{ lock: FRONT_DOOR, key: 'B-2', ends: 'next Friday' },
			{ lock: FRONT_DOOR, key: 'B-3' },
		];
		const items = await runAll(all, { onError: 'continueRegularOutput' });
		expect(items.map(({ json }) => json.was_created ?? 'error' in json)).toEqual([
			true,
			true,
			true,
		]);
		expect(bookings.world.codes).toHaveLength(2);
	});
});
