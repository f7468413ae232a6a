// n8n is ended while a parked wait polls Seam, at every step of a poll: the wait goes on, whatever the node does with
// items that are not ready.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { waitFor } from '../harness/index.mts';
import { dieAndComeBack, hold, untilHeld } from './dying.mts';
import { A_RETRY_LATER, expectPin, parkAll } from './parkedWaits.mts';
import {
	addLock,
	answersOf,
	callResumeUrl,
	createCode,
	endOf,
	messagesOf,
	requestsTo,
	startPlace,
	startWait,
	stopPlace,
	teach,
	waitUntilParked,
	type Place,
} from './waits.mts';

let place: Place;

beforeAll(async () => {
	place = await startPlace();
}, 240_000);
afterAll(async () => await stopPlace(place), 60_000);

test.each(['SIGKILL', 'SIGTERM'] as const)(
	'%s while the first poll, which somebody asked for, reads the code',
	async (signal) => {
		const parked = await parkAll(place, `woken-${signal}`);
		await hold(place, '/access_codes/get', parked.length);
		for (const { wait } of parked) await callResumeUrl(wait);
		await untilHeld(place, '/access_codes/get', parked.length);
		await dieAndComeBack(place, signal);
		for (const { alias } of parked) await teach(place, alias, 'set');
		await place.sandbox.setClock(A_RETRY_LATER);
		for (const { wait, code } of parked) await expectPin(place, wait, code, 240);
	},
	600_000,
);

test('SIGKILL while a poll that was due reads the code', async () => {
	const parked = await parkAll(place, 'due');
	await hold(place, '/access_codes/get', parked.length);
	await untilHeld(place, '/access_codes/get', parked.length);
	await dieAndComeBack(place, 'SIGKILL');
	for (const { alias } of parked) await teach(place, alias, 'set');
	await place.sandbox.setClock(A_RETRY_LATER);
	for (const { wait, code } of parked) await expectPin(place, wait, code, 240);
}, 600_000);

test('SIGKILL while n8n stores what Seam has just answered', async () => {
	const parked = await parkAll(place, 'storing');
	await hold(place, '/access_codes/get', parked.length);
	for (const { wait } of parked) await callResumeUrl(wait);
	await untilHeld(place, '/access_codes/get', parked.length);
	await place.sandbox.control('POST', '/faults/release');
	await dieAndComeBack(place, 'SIGKILL');
	for (const { alias } of parked) await teach(place, alias, 'set');
	await place.sandbox.setClock(A_RETRY_LATER);
	for (const { wait, code } of parked) await expectPin(place, wait, code, 240);
}, 600_000);

/** As if n8n had been killed while it ran. */
function asIfItRan(executionId: string): void {
	const database = new DatabaseSync(join(place.n8n.userFolder, '.n8n', 'database.sqlite'));
	const change = "UPDATE execution_entity SET status = 'running', waitTill = NULL WHERE id = ?";
	expect(database.prepare(change).run(executionId).changes).toBe(1);
	database.close();
}

test('SIGKILL while the supervising execution runs: the wait fails', async () => {
	const parked = await parkAll(place, 'supervised');
	const supervising = await Promise.all(
		parked.map(async ({ wait }) => {
			const executions = await place.n8n.client.executions(wait.workflowId);
			const inner = executions.filter(({ mode }) => mode === 'integrated');
			return String(Math.min(...inner.map(({ id }) => Number(id))));
		}),
	);
	await place.n8n.kill();
	supervising.forEach(asIfItRan);
	await place.n8n.restart();
	const [stop, sorted, told] = parked.map(({ wait }) => wait);

	const stopped = await endOf(place, stop, 'success', 120);
	expect(answersOf(stopped)).toEqual([]);
	expect(await messagesOf(place, stop)).toEqual([]);
	await endOf(place, sorted, 'success', 120);
	expect(await messagesOf(place, sorted)).toEqual([
		expect.objectContaining({ to: 'Host', text: expect.stringContaining('(interrupted)') }),
	]);
	expect(answersOf(await endOf(place, told, 'success', 120))).toEqual([
		expect.objectContaining({ is_ready: false, outcome: 'interrupted' }),
	]);
}, 600_000);

test('a wait that a person stopped ends without its fallback', async () => {
	const more = { use_backup_access_code_pool: true };
	const device = await addLock(place, 'stopped', 'fail');
	const code = await createCode(place, device, { more });
	const wait = await waitUntilParked(
		place,
		await startWait(place, 'stopped', [code], {
			parameters: {
				giveUp: 'after_duration',
				duration: 2,
				durationUnit: 'minutes',
				fallback: 'backup_code',
			},
		}),
	);
	const { client } = place.n8n;
	await client.rest('POST', `/executions/${wait.executionId}/stop`, {});
	await waitFor(
		async () => {
			const executions = await client.executions(wait.workflowId);
			return executions.every(({ status }) => status === 'success' || status === 'canceled');
		},
		{ limit: 200, what: 'the inner executions to end' },
	);
	for (const path of ['/access_codes/pull_backup_access_code', '/access_codes/delete']) {
		const calls = await requestsTo(place, path);
		expect(calls.filter(({ body }) => body?.access_code_id === code)).toEqual([]);
	}
	expect(await messagesOf(place, wait)).toEqual([]);
}, 400_000);
