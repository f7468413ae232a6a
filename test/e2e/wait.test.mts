import { readFile } from 'node:fs/promises';

import { startN8n, startSandbox, waitFor, type Workflow } from './harness/index.mts';
import {
	addLock,
	answersOf,
	callResumeUrl,
	createCode,
	endOf,
	looksAt,
	messagesOf,
	pinOf,
	startWait,
	statusOf,
	teach,
	waitForLooks,
	waitUntilParked,
	type Place,
	type RunningWait,
} from './wait/waits.mts';

let place: Place;

beforeAll(async () => {
	const [sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
	const credential = await n8n.client.createCredential('seamApi', 'Seam sandbox', {
		apiKey: sandbox.apiKey,
		baseUrl: sandbox.baseUrl,
	});
	place = { sandbox, n8n, credential };
}, 240_000);

afterAll(async () => {
	await place?.n8n.stop();
	await place?.sandbox.stop();
}, 60_000);

/** A code on a lock of its own that does not take it, whatever Seam tries, until the lock is taught otherwise. */
async function stubbornCode(alias: string, wish = {}): Promise<string> {
	return await createCode(place, await addLock(place, alias, 'fail'), wish);
}

/** By then Seam has tried again. */
const A_RETRY_LATER = { advance_ms: 11 * 60_000 };

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
		ids.over = await stubbornCode('over', { startsIn: 5_000, lasts: 100_000 });

		await start('set-while-down', ['late'], { parameters: { ...TWO_MINUTES, duration: 5 } });
		await start('deadline-stop', ['stop'], { parameters: TWO_MINUTES });
		await start('deadline-sorted', ['sorted', 'ready', 'gone'], {
			parameters: { ...TWO_MINUTES, duration: 3 },
			onError: 'continueErrorOutput',
		});
		await start('deadline-told', ['told', 'ready'], {
			parameters: { ...TWO_MINUTES, whenNotReady: 'continue' },
		});
		await start('over', ['over'], { parameters: { ...TWO_MINUTES, duration: 10 } });
		for (const name of Object.keys(waits)) waits[name] = await waitUntilParked(place, waits[name]);

		await place.n8n.kill();
		await teach(place, 'late', 'set');
		await place.sandbox.seam('/access_codes/delete', { access_code_id: ids.gone });
		await place.sandbox.setClock(A_RETRY_LATER);
		await place.n8n.restart();
	}, 240_000);

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
		expect(execution.data?.resultData.error?.message).toContain('is not ready (gave_up)');
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
		const before = await looksAt(place, code);
		const answers = await Promise.all(
			Array.from({ length: 20 }, async () => await callResumeUrl(wait)),
		);
		expect(new Set(answers)).toEqual(new Set([200]));
		await waitForLooks(place, code, before + 1);
		expect(await statusOf(place, wait)).toBe('waiting');

		// One more call, and its look, come after whatever the burst may have left behind.
		await callResumeUrl(wait);
		await waitForLooks(place, code, before + 2);
		expect(await looksAt(place, code)).toBe(before + 2);
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
		const before = await looksAt(place, code);
		const stranger = { ...wait, resumeUrl: wait.resumeUrl.replace(/=.{8}/, '=00000000') };
		expect(await callResumeUrl(stranger)).toBe(401);
		await callResumeUrl(wait);
		await waitForLooks(place, code, before + 1);
		expect(await looksAt(place, code)).toBe(before + 1);
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
		expect(stopped.data?.resultData.error?.message).toContain('no_space_for_access_code_on_device');

		const [answer] = answersOf(await endOf(place, helps, 'success', 30));
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
