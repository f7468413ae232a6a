import { readFile } from 'node:fs/promises';

import {
	outputOf,
	startN8n,
	startSandbox,
	waitFor,
	type Sandbox,
	type Workflow,
} from './harness/index.mts';
import { startExample, toldByExample } from './wait/exampleWait.mts';
import { A_RETRY_LATER } from './wait/parkedWaits.mts';
import {
	addLock,
	answersOf,
	callResumeUrl,
	createCode,
	endOf,
	pollsOf,
	messagesOf,
	pinOf,
	requestsTo,
	startWait,
	statusOf,
	teach,
	waitForPolls,
	waitUntilParked,
	type Place,
	type RunningWait,
} from './wait/waits.mts';

let place: Place;
const seams: Sandbox[] = [];
/** A wait of twelve real minutes, which goes on while everything else is tried. */
let slow: { place: Place; code: string; wait: RunningWait };

/** A Seam of its own for a test that wants the clock, or all requests, for itself. */
async function withSeam(n8n: Place['n8n']): Promise<Place> {
	const sandbox = await startSandbox();
	seams.push(sandbox);
	const { apiKey, baseUrl } = sandbox;
	const name = `Seam sandbox ${seams.length}`;
	const credential = await n8n.client.createCredential('seamApi', name, { apiKey, baseUrl });
	return { sandbox, n8n, credential };
}

beforeAll(async () => {
	const n8n = await startN8n();
	place = await withSeam(n8n);
	slow = await startSlowWait(await withSeam(n8n));
}, 240_000);

afterAll(async () => {
	await place?.n8n.stop();
	for (const sandbox of seams) await sandbox.stop();
}, 60_000);

/** A stay that starts in a minute, on a lock that confirms its code ten minutes after the start. */
async function startSlowWait(ofItsOwn: Place): Promise<typeof slow> {
	const { sandbox } = ofItsOwn;
	const device = await addLock(ofItsOwn, 'slow', 'set');
	await sandbox.control('POST', '/programming', {
		device: 'slow',
		outcome: 'set',
		delay_ms: 11 * 60_000,
	});
	const code = await createCode(ofItsOwn, device, { startsIn: 60_000 });
	await sandbox.control('DELETE', '/requests');
	return { place: ofItsOwn, code, wait: await startWait(ofItsOwn, 'slow', [code]) };
}

/** A code on a lock of its own that does not take it, whatever Seam tries, until the lock is taught otherwise. */
async function stubbornCode(alias: string, wish = {}): Promise<string> {
	return await createCode(place, await addLock(place, alias, 'fail'), wish);
}

const TWO_MINUTES = { giveUp: 'after_duration', duration: 2, durationUnit: 'minutes' };

describe('n8n is killed while waits are parked, and started again', () => {
	const ids: Record<string, string> = {};
	const waits: Record<string, RunningWait> = {};

	const start = async (name: string, codes: string[], setting = {}) => {
		waits[name] = await startWait(
			place,
			name,
			codes.map((alias) => ids[alias]),
			setting,
		);
	};

	beforeAll(async () => {
		for (const alias of ['late', 'stop', 'sorted', 'told', 'gone', 'ends']) {
			ids[alias] = await stubbornCode(alias);
		}
		ids.ready = await createCode(place, await addLock(place, 'ready', 'set'));

		await start('set-while-down', ['late'], { parameters: { ...TWO_MINUTES, duration: 5 } });
		await start('deadline-stop', ['stop'], { parameters: TWO_MINUTES });
		await start('deadline-sorted', ['sorted', 'ready', 'gone'], {
			parameters: { ...TWO_MINUTES, duration: 3 },
			onError: 'continueErrorOutput',
			retryOnFail: true,
		});
		await start('deadline-told', ['told', 'ready'], {
			parameters: { ...TWO_MINUTES, whenNotReady: 'continue' },
		});
		// Created just before its wait: it must still exist at the first poll, however busy the machine is.
		const OVER = { startsIn: 5_000, lasts: 85_000 };
		ids.over = await stubbornCode('over', OVER);
		const overAt = Date.now() + OVER.startsIn + OVER.lasts;
		await start('over', ['over'], { parameters: { ...TWO_MINUTES, duration: 10 } });
		for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
			const name = `example-${onError}`;
			waits[name] = await startExample(place, name, onError);
		}
		slow.wait = await waitUntilParked(slow.place, slow.wait);
		for (const name of Object.keys(waits)) waits[name] = await waitUntilParked(place, waits[name]);

		await place.n8n.kill();
		await teach(place, 'late', 'set');
		await place.sandbox.seam('/access_codes/delete', { access_code_id: ids.gone });
		await place.sandbox.setClock(A_RETRY_LATER);
		// Only the local Seam's clock was moved: n8n must see the end pass, too, to tell "expired" from "deleted".
		await waitFor(async () => Date.now() > overAt, { limit: 100, what: 'the code to be over' });
		await place.n8n.restart();
	}, 340_000);

	test('a code that was set while n8n was down is handed out', async () => {
		const execution = await endOf(place, waits['set-while-down'], 'success', 330);
		expect(answersOf(execution)).toEqual([
			expect.objectContaining({ is_ready: true, code_to_give: await pinOf(place, ids.late) }),
		]);
		expect(await messagesOf(place, waits['set-while-down'])).toEqual([
			expect.objectContaining({ to: 'Guest', text: `Your PIN: ${await pinOf(place, ids.late)}` }),
		]);
	}, 340_000);

	test('a deadline stops the workflow, and nobody is told a PIN', async () => {
		const execution = await endOf(place, waits['deadline-stop'], 'error');
		const { error } = execution.data?.resultData ?? {};
		expect(error?.message).toContain('is not ready (gave_up)');
		expect(error?.description).toMatch(/^The time to wait is over\./);
		expect(await messagesOf(place, waits['deadline-stop'])).toEqual([]);
	}, 190_000);

	test('with the error output each unready item goes there by itself, and all are paired', async () => {
		await endOf(place, waits['deadline-sorted'], 'success', 240);
		expect(await messagesOf(place, waits['deadline-sorted'])).toEqual([
			expect.objectContaining({
				to: 'Host',
				booking: 0,
				text: expect.stringContaining('(gave_up)'),
			}),
			expect.objectContaining({
				to: 'Guest',
				booking: 1,
				text: `Your PIN: ${await pinOf(place, ids.ready)}`,
			}),
			expect.objectContaining({
				to: 'Host',
				booking: 2,
				text: expect.stringContaining('(deleted)'),
			}),
		]);
	}, 250_000);

	test('with Retry On Fail it is parked once all the same', async () => {
		const executions = await place.n8n.client.executions(waits['deadline-sorted'].workflowId);
		const modes = executions.map(({ mode }) => mode);
		expect(modes.filter((mode) => mode === 'webhook')).toHaveLength(1);
		// Two for each time that it is parked; one more if n8n was killed just while it polled.
		expect([2, 3]).toContain(modes.filter((mode) => mode === 'integrated').length);
	});

	test.each([
		['stopWorkflow', 'error'],
		['continueErrorOutput', 'success'],
	] as const)(
		'the example tells the guest nothing when time is over (%s)',
		async (onError, status) => {
			const wait = waits[`example-${onError}`];
			const execution = await endOf(place, wait, status);
			const { resultData } = execution.data!;
			expect(resultData.runData).not.toHaveProperty('Message to Guest');
			expect((await toldByExample(place, wait)).texts).toEqual([]);
			if (onError === 'stopWorkflow') expect(resultData.error?.message).toContain('(gave_up)');
			else {
				const [unready] = outputOf(execution, 'Seam Wait for Code Set', 1);
				expect(unready.error).toContain('(gave_up)');
			}
		},
		190_000,
	);

	test('with Continue an unready item goes on without any PIN', async () => {
		const execution = await endOf(place, waits['deadline-told'], 'success');
		const [told, ready] = answersOf(execution);
		expect(told).toMatchObject({ is_ready: false, outcome: 'gave_up' });
		expect(JSON.stringify(told)).not.toContain(await pinOf(place, ids.told));
		expect(ready).toMatchObject({ is_ready: true });
		const texts = (await messagesOf(place, waits['deadline-told'])).map(({ text }) => text);
		expect(texts).toEqual(['Your PIN: ', `Your PIN: ${await pinOf(place, ids.ready)}`]);
	}, 190_000);

	test('a code whose time is over has expired', async () => {
		const execution = await endOf(place, waits.over, 'error', 240);
		expect(execution.data?.resultData.error?.message).toContain('is not ready (expired)');
	}, 250_000);
});

describe('the resume URL of a parked wait', () => {
	const parkedFor = async (name: string, setting = {}) => {
		const code = await stubbornCode(name);
		const wait = await waitUntilParked(place, await startWait(place, name, [code], setting));
		return { code, wait };
	};

	test('twenty lying calls: the wait stays parked, Seam is asked once', async () => {
		const { code, wait } = await parkedFor('liars');
		const before = await pollsOf(place, code);
		const answers = await Promise.all(
			Array.from({ length: 20 }, async () => await callResumeUrl(wait)),
		);
		expect(new Set(answers)).toEqual(new Set([200]));
		await waitForPolls(place, code, before + 1);
		expect(await statusOf(place, wait)).toBe('waiting');

		// One more call, and its poll, come after whatever the burst may have left behind.
		await callResumeUrl(wait);
		await waitForPolls(place, code, before + 2);
		expect(await pollsOf(place, code)).toBe(before + 2);
		expect(await messagesOf(place, wait)).toEqual([]);

		await teach(place, 'liars', 'set');
		await place.sandbox.setClock(A_RETRY_LATER);
		await callResumeUrl(wait);
		const execution = await endOf(place, wait, 'success', 30);
		expect(answersOf(execution)).toEqual([
			expect.objectContaining({ is_ready: true, code_to_give: await pinOf(place, code) }),
		]);
	}, 240_000);

	test('a wrong token wakes nobody', async () => {
		const { code, wait } = await parkedFor('stranger');
		const before = await pollsOf(place, code);
		const stranger = { ...wait, resumeUrl: wait.resumeUrl.replace(/=.{8}/, '=00000000') };
		expect(await callResumeUrl(stranger)).toBe(401);
		await callResumeUrl(wait);
		await waitForPolls(place, code, before + 1);
		expect(await pollsOf(place, code)).toBe(before + 1);
	}, 180_000);

	test('a code that was deleted meanwhile ends the wait', async () => {
		const { code, wait } = await parkedFor('cancelled');
		await place.sandbox.seam('/access_codes/delete', { access_code_id: code });
		await callResumeUrl(wait);
		const execution = await endOf(place, wait, 'error', 30);
		expect(execution.data?.resultData.error?.message).toContain('is not ready (deleted)');
	}, 180_000);

	test('a failure that needs a person ends the wait; the backup code helps the guest', async () => {
		const device = await addLock(place, 'full', 'fail');
		const wish = { more: { use_backup_access_code_pool: true } };
		const codes = [await createCode(place, device, wish), await createCode(place, device, wish)];
		const [stops, helps] = await Promise.all([
			startWait(place, 'full-stops', [codes[0]]),
			startWait(place, 'full-helps', [codes[1]], { parameters: { fallback: 'backup_code' } }),
		]).then(async (waits) => await Promise.all(waits.map((one) => waitUntilParked(place, one))));
		for (const code of codes) {
			await place.sandbox.control('POST', `/access_codes/${code}/fail`, {
				error_code: 'no_space_for_access_code_on_device',
			});
		}
		await callResumeUrl(stops);
		await callResumeUrl(helps);
		const stopped = await endOf(place, stops, 'error', 30);
		const { error } = stopped.data?.resultData ?? {};
		expect(error?.description).toContain('no_space_for_access_code_on_device');

		// Stored once more before the first code is deleted, and n8n takes up to a minute to go on after that.
		const [answer] = answersOf(await endOf(place, helps, 'success', 100));
		expect(answer).toMatchObject({
			is_ready: true,
			replaced_access_code: { access_code_id: codes[1], is_deletion_requested: true },
		});
		expect(answer.access_code_id).not.toBe(codes[1]);
		expect(await place.sandbox.keypad('full', answer.code_to_give as string)).toMatchObject({
			opens: true,
		});
	}, 180_000);
});

test('without a backup code that works, an offline code opens the door', async () => {
	const device = await addLock(place, 'bridged', 'set', 'igloohome_bridge');
	const code = await createCode(place, device, { startsIn: -60_000 });
	await place.sandbox.control('POST', `/access_codes/${code}/fail`, {
		error_code: 'no_space_for_access_code_on_device',
	});
	const parameters = { fallback: 'backup_then_offline_code' };
	const wait = await startWait(place, 'offline-helps', [code], { parameters });
	const [answer] = answersOf(await endOf(place, wait, 'success', 60));
	expect(answer).toMatchObject({
		is_ready: true,
		outcome: 'assigned',
		replaced_access_code: { access_code_id: code, replaced_by: 'offline_code' },
	});
	expect(await place.sandbox.keypad('bridged', answer.code_to_give as string)).toMatchObject({
		opens: true,
	});
}, 90_000);

test('the example wakes a parked wait as soon as Seam tells of its code', async () => {
	const file = new URL('../../examples/wake-waits.json', import.meta.url);
	const example = JSON.parse(await readFile(file, 'utf8')) as Workflow;
	const { client } = place.n8n;
	const rememberWith = await client.importWorkflow(example, place.credential);
	await client.activate(rememberWith);
	await waitFor(
		async () => {
			const { webhooks } = await place.sandbox.seam<{ webhooks: unknown[] }>('/webhooks/list');
			return webhooks.length > 0;
		},
		{ limit: 30, what: 'the trigger to be registered' },
	);

	const code = await stubbornCode('told-by-seam');
	const started = await startWait(place, 'told-by-seam', [code], { rememberWith });
	const wait = await waitUntilParked(place, started);
	await teach(place, 'told-by-seam', 'set');
	await place.sandbox.setClock(A_RETRY_LATER);
	const execution = await endOf(place, wait, 'success', 40);
	expect(answersOf(execution)).toEqual([
		expect.objectContaining({ is_ready: true, code_to_give: await pinOf(place, code) }),
	]);
}, 240_000);

test('a code that is set between the last poll and the parking is found at the next poll', async () => {
	const own = await withSeam(place.n8n);
	const { sandbox } = own;
	const codes = [];
	for (const alias of ['first', 'second']) {
		codes.push(await createCode(own, await addLock(own, alias, 'fail')));
	}
	const polls = async () => await requestsTo(own, '/access_codes/get');
	const answered = async () => (await polls()).filter(({ status }) => status === 200).length;
	const started = await startWait(own, 'between', codes);
	await waitFor(async () => (await answered()) === 2, { limit: 20, what: 'the first poll' });

	// Of the second poll, one code is answered at once, and the node can't park before the other is answered too.
	await sandbox.control('POST', '/faults', { path: '/access_codes/get', kind: 'hold', times: 1 });
	await waitFor(async () => (await answered()) === 3, {
		limit: 40,
		what: 'one answer of the second poll',
		every: 250,
	});
	expect(await polls()).toHaveLength(4);
	for (const alias of ['first', 'second']) await teach(own, alias, 'set');
	await sandbox.setClock(A_RETRY_LATER);
	await sandbox.control('POST', '/faults/release');

	const wait = await waitUntilParked(own, started);
	expect(await messagesOf(own, wait)).toEqual([]);
	const answers = answersOf(await endOf(own, wait, 'success'));
	expect(answers).toEqual([
		expect.objectContaining({ is_ready: true, code_to_give: await pinOf(own, codes[0]) }),
		expect.objectContaining({ is_ready: true, code_to_give: await pinOf(own, codes[1]) }),
	]);
}, 260_000);

test('a stay that starts in a minute, on a lock ten minutes late: about a call a minute to Seam', async () => {
	const [answer] = answersOf(await endOf(slow.place, slow.wait, 'success', 840));
	const paths = (await requestsTo(slow.place)).map(({ path }) => path);
	const polls = paths.filter((path) => path === '/access_codes/get');
	// Some in the first minute, then one in 50 to 60 seconds, so that the guest is told within a minute.
	expect(polls.length).toBeGreaterThanOrEqual(10);
	expect(polls.length).toBeLessThanOrEqual(20);
	expect(paths.filter((path) => path === '/devices/get')).toHaveLength(1);
	expect(paths).toHaveLength(polls.length + 1);
	expect(answer).toMatchObject({
		is_ready: true,
		outcome: 'set',
		code_to_give: await pinOf(slow.place, slow.code),
	});
	// The last poll came after the confirmation, before the deadline that the node sets by itself.
	const { last_at, give_up_at } = answer.checks as Record<string, string>;
	const start = Date.parse(answer.starts_at as string);
	expect(Date.parse(last_at)).toBeGreaterThanOrEqual(start + 10 * 60_000);
	expect(Date.parse(last_at)).toBeLessThan(Date.parse(give_up_at));
}, 900_000);
