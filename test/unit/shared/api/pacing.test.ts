import { createAccessCode } from '../../../../nodes/shared/api/accessCodes';
import { listDevices } from '../../../../nodes/shared/api/devices';
import { inFlightLimit, waitForTurn, type Pace } from '../../../../nodes/shared/api/pacing';
import { answer, startFakeSeam } from '../../support/fakeSeam.mts';
import { executeContext } from '../../support/nodeHarness.mts';
import { probeNode } from '../../support/probeNode.mts';
import { skippingWaits, useFakeClock } from '../../support/time.mts';

const MINUTE = 60_000;

beforeEach(() => useFakeClock());
afterEach(() => jest.useRealTimers());

/** Asks for turns all at once and returns when each was given, in milliseconds from the first. */
async function turns(seam: string, paces: Pace[]): Promise<number[]> {
	const begun = Date.now();
	const { result } = await skippingWaits(
		async () =>
			await Promise.all(
				paces.map(async (pace) => {
					await waitForTurn(seam, pace);
					return Date.now() - begun;
				}),
			),
	);
	return result;
}

const paces = (count: number, operation: Pace['operation'], deviceId = 'device-1'): Pace[] =>
	Array.from({ length: count }, () => ({ operation, deviceIds: [deviceId] }));

describe('requests per device and minute', () => {
	it.each([
		['create', 10],
		['update', 10],
		['delete', 20],
		['lock', 15],
		['unlock', 15],
	] as const)('%s: the first %i pass at once, no minute holds more', async (operation, limit) => {
		const times = await turns(`limit of ${operation}`, paces(limit * 3, operation));
		expect(times.slice(0, limit)).toEqual(Array(limit).fill(0));
		for (let index = limit; index < times.length; index += 1) {
			expect(times[index] - times[index - limit]).toBeGreaterThan(MINUTE);
			expect(times[index] - times[index - limit]).toBeLessThan(MINUTE + 5_000);
		}
	});

	it('are counted for each device, operation and Seam by itself', async () => {
		expect(await turns('one', paces(10, 'create'))).toEqual(Array(10).fill(0));
		expect(await turns('one', paces(1, 'create', 'device-2'))).toEqual([0]);
		expect(await turns('one', paces(1, 'update'))).toEqual([0]);
		expect(await turns('another', paces(1, 'create'))).toEqual([0]);
	});

	it('are had again after a quiet minute', async () => {
		await turns('quiet', paces(10, 'create'));
		jest.advanceTimersByTime(MINUTE + 5_000);
		expect(await turns('quiet', paces(10, 'create'))).toEqual(Array(10).fill(0));
	});

	it('are forgotten when the clock is set back, so that nobody waits for times of the old clock', async () => {
		const before = Date.now();
		await turns('set back', paces(10, 'create'));
		jest.setSystemTime(before + 5 * MINUTE);
		await turns('set back', paces(10, 'create'));
		jest.setSystemTime(before);
		expect(await turns('set back', paces(10, 'create'))).toEqual(Array(10).fill(0));
	});

	it('walk through all devices once a minute, not at each request', async () => {
		await turns('season', paces(1, 'create'));
		const walks = jest.spyOn(Map.prototype, Symbol.iterator);
		for (let index = 0; index < 300; index += 1) {
			await waitForTurn('season', { operation: 'create', deviceIds: [`device-${index}`] });
			jest.advanceTimersByTime(1_000);
		}
		expect(walks.mock.calls.length).toBeGreaterThan(0);
		expect(walks.mock.calls.length).toBeLessThanOrEqual(6);
		walks.mockRestore();
	});

	it('make a request for several devices wait for the slowest', async () => {
		await turns('several', paces(10, 'create', 'busy'));
		const [time] = await turns('several', [{ operation: 'create', deviceIds: ['free', 'busy'] }]);
		expect(time).toBeGreaterThan(MINUTE);
	});
});

it('a wait for a turn ends when the execution is cancelled', async () => {
	await turns('cancelled', paces(10, 'create'));
	const abort = new AbortController();
	const turn = waitForTurn('cancelled', paces(1, 'create')[0], abort.signal);
	abort.abort();
	await expect(turn).rejects.toMatchObject({ kind: 'cancelled' });
});

describe('requests under way at once', () => {
	it('are ten at most; the next begins when one ends, also when it fails', async () => {
		let underWay = 0;
		let most = 0;
		const begun: number[] = [];
		const results = await Promise.allSettled(
			Array.from(
				{ length: 35 },
				async (_, index) =>
					await inFlightLimit('one caller', async () => {
						begun.push(index);
						underWay += 1;
						most = Math.max(most, underWay);
						await Promise.resolve();
						underWay -= 1;
						if (index % 3 === 0) throw new RangeError(`call ${index}`);
					}),
			),
		);
		expect(most).toBe(10);
		expect(begun).toEqual(Array.from({ length: 35 }, (_, index) => index));
		expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(12);
		expect(underWay).toBe(0);
	});

	it('are counted for each key by itself', async () => {
		const hung = new AbortController();
		const never = async () =>
			await new Promise<never>((_, fail) =>
				hung.signal.addEventListener('abort', () => fail(new Error('hung'))),
			);
		const hanging = Array.from({ length: 10 }, async () => await inFlightLimit('hangs', never));
		expect(await inFlightLimit('works', async () => 'sent')).toBe('sent');
		hung.abort();
		await Promise.allSettled(hanging);
	});

	it.each(['before it queues', 'in the queue'])(
		'are left alone by one that is cancelled %s; its place goes to the next',
		async (when) => {
			let letGo = () => {};
			const gone = new Promise<void>((resolve) => (letGo = resolve));
			const underWay = Array.from(
				{ length: 10 },
				async () => await inFlightLimit(when, async () => await gone),
			);
			const abort = new AbortController();
			if (when === 'before it queues') abort.abort();
			const send = jest.fn(async () => {});
			const left = inFlightLimit(when, send, abort.signal);
			const next = inFlightLimit(when, async () => 'sent');
			abort.abort();
			await expect(left).rejects.toMatchObject({ kind: 'cancelled' });
			letGo();
			await Promise.all(underWay);
			expect(await next).toBe('sent');
			expect(send).not.toHaveBeenCalled();
		},
	);

	it('are counted at the server too', async () => {
		jest.useRealTimers();
		const seam = await startFakeSeam();
		let underWay = 0;
		let most = 0;
		seam.respondWith('/devices/list', async () => {
			underWay += 1;
			most = Math.max(most, underWay);
			await Promise.resolve();
			underWay -= 1;
			return answer({ body: { devices: [] }, delay: 5 });
		});
		const context = executeContext(
			probeNode(async () => ({})),
			{ seam },
		);
		await Promise.all(
			Array.from({ length: 40 }, async () => await listDevices({ context, itemIndex: 0 }, {})),
		);
		expect(seam.requests).toHaveLength(40);
		expect(most).toBeLessThanOrEqual(10);
		await seam.stop();
	});
});

it('slows a batch of creates on one lock down instead of losing it', async () => {
	const seam = await startFakeSeam();
	const accepted: number[] = [];
	seam.respondWith('/access_codes/create', ({ device_id }) => {
		accepted.push(Date.now());
		return { access_code: { access_code_id: `code-${accepted.length}`, device_id } };
	});
	const context = executeContext(
		probeNode(async () => ({})),
		{ seam },
	);
	const { result } = await skippingWaits(
		async () =>
			await Promise.all(
				Array.from(
					{ length: 25 },
					async (_, index) =>
						await createAccessCode({ context, itemIndex: index }, { device_id: 'device-1' }),
				),
			),
	);
	expect(new Set(result.map((code) => code.access_code_id)).size).toBe(25);
	for (let index = 10; index < accepted.length; index += 1) {
		expect(accepted[index] - accepted[index - 10]).toBeGreaterThan(MINUTE);
	}
	await seam.stop();
});
