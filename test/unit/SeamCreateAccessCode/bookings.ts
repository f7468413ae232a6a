import type { INodeParameters } from 'n8n-workflow';

import { SeamCreateAccessCode } from '../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode, type ExecuteSetting } from '../support/nodeHarness.mts';
import { skippingWaits, useFakeClock } from '../support/time.mts';
import { FRONT_DOOR, scriptLocks, type ScriptedLocks } from './scriptedLocks.mts';

const NOW = '2027-02-20T09:00:00Z';

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** The parameters of a run where a test says nothing else. */
export const stay: INodeParameters = {
	device: byId(FRONT_DOOR),
	name: 'Ada Lovelace',
	startsAt: '2027-03-01T15:00',
	endsAt: '2027-03-05T11:00',
	bookingKey: 'HA-1042',
};

const WRITES = ['/access_codes/create', '/access_codes/update', '/access_codes/delete'];

/** A scripted Seam for each test of a file, the clock at 20 February 2027, and runs of the node against them. */
export function useBookings() {
	const bookings = {
		seam: undefined as unknown as FakeSeam,
		world: undefined as unknown as ScriptedLocks,

		async run(parameters: INodeParameters = {}, setting: ExecuteSetting = {}) {
			const { result } = await skippingWaits(
				async () =>
					await runNode(SeamCreateAccessCode, {
						parameters: { ...stay, ...parameters },
						seam: bookings.seam,
						...setting,
					}),
			);
			return result[0];
		},

		async jsonOf(parameters: INodeParameters = {}, setting: ExecuteSetting = {}) {
			return (await bookings.run(parameters, setting)).map(({ json }) => json);
		},

		async failureOf(
			parameters: INodeParameters = {},
			setting: ExecuteSetting = {},
		): Promise<Error & { description?: string; context?: { parameter?: string } }> {
			return await bookings.run(parameters, setting).then(
				() => {
					throw new Error('The node did not refuse');
				},
				(error: Error) => error,
			);
		},

		writes: () => bookings.seam.requests.filter(({ path }) => WRITES.includes(path)),
		bodiesOf: (path: string) => bookings.seam.requestsTo(path).map(({ body }) => body),
		created: () => bookings.bodiesOf('/access_codes/create'),
	};
	beforeEach(async () => {
		useFakeClock(NOW);
		bookings.seam = await startFakeSeam();
		bookings.world = scriptLocks(bookings.seam);
	});
	afterEach(async () => {
		jest.useRealTimers();
		await bookings.seam.stop();
	});
	return bookings;
}
