// n8n is ended while a parked wait polls Seam, at every step of a poll: the wait goes on, whatever the node does with
// items that are not ready.
import { startN8n, startSandbox, waitFor } from '../harness/index.mts';
import {
	addLock,
	answersOf,
	callResumeUrl,
	createCode,
	endOf,
	messagesOf,
	pinOf,
	requestsTo,
	startWait,
	teach,
	waitUntilParked,
	type Place,
	type RunningWait,
} from './waits.mts';

let place: Place;

beforeAll(async () => {
	const [sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
	const { apiKey, baseUrl } = sandbox;
	const credential = await n8n.client.createCredential('seamApi', 'Seam', { apiKey, baseUrl });
	place = { sandbox, n8n, credential };
}, 240_000);

afterAll(async () => {
	await place?.n8n.stop();
	await place?.sandbox.stop();
}, 60_000);

const STYLES = {
	stop: {},
	sorted: { onError: 'continueErrorOutput' },
	told: { parameters: { whenNotReady: 'continue' } },
} as const;

/** By then Seam has tried again. */
const A_RETRY_LATER = { advance_ms: 11 * 60_000 };

async function hold(path: string, times: number): Promise<void> {
	await place.sandbox.control('POST', '/faults', { path, kind: 'hold', times });
}

async function untilHeld(path: string, count: number): Promise<void> {
	const held = async () =>
		(await requestsTo(place, path)).filter(({ status }) => status === null).length;
	await waitFor(async () => (await held()) === count, {
		limit: 150,
		what: `${count} calls to ${path} under way`,
		every: 100,
	});
}

async function dieAndComeBack(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
	if (signal === 'SIGKILL') await place.n8n.kill();
	// Ends it as a deploy does: with SIGTERM, and for good when the calls under way have not ended in time.
	await place.n8n.restart();
	await place.sandbox.control('POST', '/faults/release');
}

/** Parks one wait of each style for a lock that does not take its code. */
async function parkAll(name: string) {
	return await Promise.all(
		Object.entries(STYLES).map(async ([style, setting]) => {
			const alias = `${name}-${style}`;
			const code = await createCode(place, await addLock(place, alias, 'fail'));
			const wait = await waitUntilParked(place, await startWait(place, alias, [code], setting));
			return { alias, code, wait };
		}),
	);
}

/** The guest is told a PIN that works, and nobody anything else. */
async function expectPin(wait: RunningWait, code: string): Promise<void> {
	const execution = await endOf(place, wait, 'success', 240);
	const pin = await pinOf(place, code);
	expect(answersOf(execution)).toEqual([
		expect.objectContaining({ is_ready: true, code_to_give: pin }),
	]);
	expect(await messagesOf(place, wait)).toEqual([
		expect.objectContaining({ to: 'Guest', text: `Your PIN: ${pin}` }),
	]);
}

test.each(['SIGKILL', 'SIGTERM'] as const)(
	'%s while the first poll, which somebody asked for, reads the code',
	async (signal) => {
		const parked = await parkAll(`woken-${signal}`);
		await hold('/access_codes/get', parked.length);
		for (const { wait } of parked) await callResumeUrl(wait);
		await untilHeld('/access_codes/get', parked.length);
		await dieAndComeBack(signal);
		for (const { alias } of parked) await teach(place, alias, 'set');
		await place.sandbox.setClock(A_RETRY_LATER);
		for (const { wait, code } of parked) await expectPin(wait, code);
	},
	600_000,
);

test('SIGKILL while a poll that was due reads the code', async () => {
	const parked = await parkAll('due');
	await hold('/access_codes/get', parked.length);
	await untilHeld('/access_codes/get', parked.length);
	await dieAndComeBack('SIGKILL');
	for (const { alias } of parked) await teach(place, alias, 'set');
	await place.sandbox.setClock(A_RETRY_LATER);
	for (const { wait, code } of parked) await expectPin(wait, code);
}, 600_000);
