// n8n is ended while a parked wait polls Seam, at every step of a poll: the wait goes on, whatever the node does with
// items that are not ready.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { waitFor } from '../harness/index.mts';
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

/** Holds so many calls until they are released; `only`: of these calls. */
async function hold(path: string, times: number, only = {}): Promise<void> {
	await place.sandbox.control('POST', '/faults', { path, kind: 'hold', times, ...only });
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

test.each(['SIGKILL', 'SIGTERM'] as const)(
	'%s while the first poll, which somebody asked for, reads the code',
	async (signal) => {
		const parked = await parkAll(place, `woken-${signal}`);
		await hold('/access_codes/get', parked.length);
		for (const { wait } of parked) await callResumeUrl(wait);
		await untilHeld('/access_codes/get', parked.length);
		await dieAndComeBack(signal);
		for (const { alias } of parked) await teach(place, alias, 'set');
		await place.sandbox.setClock(A_RETRY_LATER);
		for (const { wait, code } of parked) await expectPin(place, wait, code, 240);
	},
	600_000,
);

test('SIGKILL while a poll that was due reads the code', async () => {
	const parked = await parkAll(place, 'due');
	await hold('/access_codes/get', parked.length);
	await untilHeld('/access_codes/get', parked.length);
	await dieAndComeBack('SIGKILL');
	for (const { alias } of parked) await teach(place, alias, 'set');
	await place.sandbox.setClock(A_RETRY_LATER);
	for (const { wait, code } of parked) await expectPin(place, wait, code, 240);
}, 600_000);

test('SIGKILL while n8n stores what Seam has just answered', async () => {
	const parked = await parkAll(place, 'storing');
	await hold('/access_codes/get', parked.length);
	for (const { wait } of parked) await callResumeUrl(wait);
	await untilHeld('/access_codes/get', parked.length);
	await place.sandbox.control('POST', '/faults/release');
	await dieAndComeBack('SIGKILL');
	for (const { alias } of parked) await teach(place, alias, 'set');
	await place.sandbox.setClock(A_RETRY_LATER);
	for (const { wait, code } of parked) await expectPin(place, wait, code, 240);
}, 600_000);

test('SIGKILL at every step of a fallback: in the end one code is left, and the item names it', async () => {
	const steps = ['pull_backup_access_code', 'delete', 'update'].map(
		(call) => `/access_codes/${call}`,
	);
	const parked = [];
	for (const step of steps) {
		const alias = `fallback-${step.replace(/.*\//, '')}`;
		const device = await addLock(place, alias, 'fail');
		const more = { use_backup_access_code_pool: true, name: `Ada Lovelace [${alias}]` };
		const code = await createCode(place, device, { more });
		const setting = { parameters: { fallback: 'backup_code' } };
		const wait = await waitUntilParked(place, await startWait(place, alias, [code], setting));
		parked.push({ alias, device, code, wait, step, name: more.name });
	}
	// All of them at one death: n8n supervises the others anew for a moment at some time after it, and may not die then.
	for (const { code, step } of parked) {
		await place.sandbox.control('POST', `/access_codes/${code}/fail`, {
			error_code: 'no_space_for_access_code_on_device',
		});
		// The last step names the substitute, which does not exist yet; only the last of the waits comes to it.
		await hold(step, 1, step === steps.at(-1) ? {} : { access_code_id: code });
	}
	await Promise.all(parked.map(async ({ wait }) => await callResumeUrl(wait)));
	for (const step of steps) await untilHeld(step, 1);
	await dieAndComeBack('SIGKILL');
	for (const { alias, device, code, wait, name } of parked) {
		await teach(place, alias, 'set');
		const [answer] = answersOf(await endOf(place, wait, 'success', 240));
		expect(answer).toMatchObject({
			is_ready: true,
			name,
			replaced_access_code: { access_code_id: code, is_deletion_requested: true },
		});
		await waitFor(
			async () => {
				const { access_codes } = await place.sandbox.seam<{
					access_codes: Array<{ access_code_id: string }>;
				}>('/access_codes/list', { device_id: device });
				const ids = access_codes.map(({ access_code_id: id }) => id);
				return ids.length === 1 && ids[0] === answer.access_code_id;
			},
			{ limit: 30, what: `only the code of the item to be on ${alias}` },
		);
	}
}, 900_000);

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
