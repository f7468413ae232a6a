// The wait on other versions of n8n than the one that everything else runs on. Not part of `npm test`: each version is
// a large installation of its own. `npm run test:compat` runs it.
import { startExample, toldByExample } from '../e2e/wait/exampleWait.mts';
import {
	addLock,
	answersOf,
	callResumeUrl,
	createCode,
	endOf,
	messagesOf,
	pinOf,
	startPlace,
	startWait,
	stopPlace,
	teach,
	waitUntilParked,
	type Place,
	type RunningWait,
} from '../e2e/wait/waits.mts';

let place: Place;
const codes: Record<string, string> = {};
const waits: Record<string, RunningWait> = {};

/** Parks waits for locks that take no code, kills n8n, lets one lock take its code, and starts n8n again. */
async function parkAndKill({ withExamples }: { withExamples: boolean }): Promise<void> {
	for (const alias of ['late', 'stop', 'sorted', 'told']) {
		codes[alias] = await createCode(place, await addLock(place, alias, 'fail'));
	}
	codes.ready = await createCode(place, await addLock(place, 'ready', 'set'));
	const parameters = { giveUp: 'after_duration', duration: 3, durationUnit: 'minutes' };
	const started = [
		await startWait(place, 'late', [codes.late], { parameters: { ...parameters, duration: 6 } }),
		await startWait(place, 'stop', [codes.stop], { parameters }),
		await startWait(place, 'sorted', [codes.sorted, codes.ready], {
			parameters,
			onError: 'continueErrorOutput',
		}),
		await startWait(place, 'told', [codes.told, codes.ready], {
			parameters: { ...parameters, whenNotReady: 'continue' },
		}),
	];
	if (withExamples) {
		started.push(await startExample(place, 'example-stops', 'stopWorkflow'));
		started.push(await startExample(place, 'example-sorts', 'continueErrorOutput'));
	}
	for (const wait of started) waits[wait.name] = await waitUntilParked(place, wait);
	await place.n8n.kill();
	await teach(place, 'late', 'set');
	await place.sandbox.setClock({ advance_ms: 11 * 60_000 });
	await place.n8n.restart();
}

afterEach(async () => await stopPlace(place), 60_000);

const textsOf = async (name: string) =>
	(await messagesOf(place, waits[name])).map(({ to, booking, text }) => [to, booking, text]);

test('2.37.11: every wait ends right, across a kill', async () => {
	place = await startPlace('2.37.11');
	await parkAndKill({ withExamples: true });
	const pin = `Your PIN: ${await pinOf(place, codes.ready)}`;

	await endOf(place, waits.late, 'success', 420);
	expect(await textsOf('late')).toEqual([
		['Guest', 0, `Your PIN: ${await pinOf(place, codes.late)}`],
	]);
	const stopped = await endOf(place, waits.stop, 'error');
	expect(stopped.data?.resultData.error?.message).toContain('is not ready (gave_up)');
	expect(await textsOf('stop')).toEqual([]);
	await endOf(place, waits.sorted, 'success');
	expect(await textsOf('sorted')).toEqual([
		['Host', 0, expect.stringContaining('(gave_up)')],
		['Guest', 1, pin],
	]);
	await endOf(place, waits.told, 'success');
	expect(await textsOf('told')).toEqual([
		['Guest', 0, 'Your PIN: '],
		['Guest', 1, pin],
	]);

	await endOf(place, waits['example-stops'], 'error');
	await endOf(place, waits['example-sorts'], 'success');
	for (const name of ['example-stops', 'example-sorts']) {
		expect((await toldByExample(place, waits[name])).texts).toEqual([]);
	}
}, 1_800_000);

test('2.37.11: the resume URL wakes the wait', async () => {
	place = await startPlace('2.37.11');
	codes.woken = await createCode(place, await addLock(place, 'woken', 'fail'));
	const wait = await waitUntilParked(place, await startWait(place, 'woken', [codes.woken]));
	await teach(place, 'woken', 'set');
	await place.sandbox.setClock({ advance_ms: 11 * 60_000 });
	await callResumeUrl(wait);
	const execution = await endOf(place, wait, 'success', 60);
	expect(answersOf(execution)).toEqual([
		expect.objectContaining({ code_to_give: await pinOf(place, codes.woken) }),
	]);
}, 1_800_000);

test('1.123.81: the workflow goes on too early, but nothing looks ready and no message holds a PIN', async () => {
	place = await startPlace('1.123.81');
	// The examples keep what they know in n8n's data tables, as no n8n 1 has them.
	await parkAndKill({ withExamples: false });
	for (const name of ['late', 'stop', 'sorted', 'told']) {
		const execution = await endOf(place, waits[name], 'success', 420);
		for (const answer of answersOf(execution)) {
			if (name === 'sorted') {
				expect(answer).toEqual({ error: expect.stringContaining('not ready (interrupted)') });
			} else expect(answer).toMatchObject({ is_ready: false, outcome: 'interrupted' });
			expect(answer).not.toHaveProperty('code');
			expect(answer).not.toHaveProperty('code_to_give');
		}
		const guest = (await messagesOf(place, waits[name])).filter(({ to }) => to === 'Guest');
		expect(guest.every(({ text }) => text === 'Your PIN: ')).toBe(true);
	}
	expect((await textsOf('sorted')).map(([to]) => to)).toEqual(['Host', 'Host']);
}, 1_800_000);
