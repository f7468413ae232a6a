// When a wait polls in the real n8n: a stay that is about to begin, and one that is a month away and moves.
import { waitFor } from '../harness/index.mts';
import {
	addLock,
	callResumeUrl,
	createCode,
	messagesOf,
	pinOf,
	requestsTo,
	startPlace,
	startWait,
	stopPlace,
	waitUntilParked,
	type Place,
	type RunningWait,
} from './waits.mts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let place: Place;

beforeAll(async () => {
	place = await startPlace();
}, 240_000);
afterAll(async () => await stopPlace(place), 60_000);

/** A code for a stay that begins in ten minutes, on a lock that needs so long to confirm it. */
async function codeConfirmedAfter(alias: string, delay_ms: number): Promise<string> {
	const device = await addLock(place, alias, 'set');
	await place.sandbox.control('POST', '/programming', { device: alias, outcome: 'set', delay_ms });
	return await createCode(place, device, { startsIn: 10 * MINUTE });
}

/** Whether the lock holds the code, to open from the start on. */
async function isOnLock(access_code_id: string): Promise<boolean> {
	const { access_code } = await place.sandbox.seam<{
		access_code: { status: string; is_scheduled_on_device: boolean };
	}>('/access_codes/get', { access_code_id });
	return access_code.status === 'set' || access_code.is_scheduled_on_device;
}

test.each([
	['in n8n’s process', 'quick', 25_000],
	['parked', 'slow', 100_000],
])(
	'a guest who arrives in ten minutes is told within a minute of the code being set, %s',
	async (_where, name, delay) => {
		const code = await codeConfirmedAfter(name, delay);
		const wait = await startWait(place, name, [code]);
		await waitFor(async () => await isOnLock(code), {
			limit: 150,
			what: 'the lock to take the code',
			every: 250,
		});
		// A minute, and what n8n needs to start the next node on a busy machine.
		const messages = await waitFor(
			async () => {
				const sent = await messagesOf(place, wait);
				return sent.length > 0 ? sent : undefined;
			},
			{ limit: 75, what: 'the message to the guest', every: 250 },
		);
		expect(messages).toEqual([
			expect.objectContaining({ to: 'Guest', text: `Your PIN: ${await pinOf(place, code)}` }),
		]);
	},
	300_000,
);

/** In how many days n8n runs the next poll of a parked wait. */
async function daysUntilPoll({ workflowId }: RunningWait): Promise<number> {
	const parked = await place.n8n.client.executions(workflowId, ['waiting']);
	const times = parked.map(({ waitTill }) => Date.parse(String(waitTill)));
	return (Math.min(...times) - Date.now()) / DAY;
}

test('a stay that is a month away is polled in time for one that moved to next week', async () => {
	const code = await createCode(place, await addLock(place, 'far', 'set'), { startsIn: 30 * DAY });
	const wait = await waitUntilParked(place, await startWait(place, 'far', [code]));
	expect(await daysUntilPoll(wait)).toBeLessThanOrEqual(3);

	const now = (await place.sandbox.now()).getTime();
	await place.sandbox.seam('/access_codes/update', {
		access_code_id: code,
		starts_at: new Date(now + 5 * DAY).toISOString(),
		ends_at: new Date(now + 7 * DAY).toISOString(),
	});
	const before = (await requestsTo(place, '/access_codes/get')).length;
	expect(await callResumeUrl(wait)).toBe(200);
	await waitFor(async () => (await requestsTo(place, '/access_codes/get')).length > before, {
		limit: 60,
		what: 'the poll that somebody asked for',
		every: 250,
	});
	// The lock stores the code three days before the start, which is in two days now.
	await waitFor(async () => (await daysUntilPoll(wait)) <= 2.01, {
		limit: 60,
		what: 'a poll planned for the new start',
		every: 500,
	});
}, 240_000);
