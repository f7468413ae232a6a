// A sample of the random histories of test/properties in the real n8n: the same bookings, faults and last look at the
// locks. No time passes in them, as nobody can move n8n's clock. They run side by side, each lane on a sandbox of its own.
//
//     HISTORY_SEED=…      another seed: searches elsewhere, or repeats a failure that printed it
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { shortHistory } from '../properties/histories/bookings.mts';
import { live, newTally, type BookingWorkflow, type Place } from '../properties/histories/live.mts';
import { cancelWorkflow, everyLockWorkflow, publish } from './exactlyOnce/bookingWorkflow.mts';
import { startN8n, startSandbox, type N8n, type Sandbox } from './harness/index.mts';

const HISTORIES = 20;
const LANES = 4;
const SEED = Number(process.env.HISTORY_SEED ?? 20_261_123);

let n8n: N8n;
let sandboxes: Sandbox[];
const tally = newTally();

beforeAll(async () => {
	[n8n, sandboxes] = await Promise.all([
		startN8n(),
		Promise.all(Array.from({ length: LANES }, async () => await startSandbox())),
	]);
}, 300_000);
afterAll(async () => {
	await n8n?.stop();
	await Promise.all((sandboxes ?? []).map(async (sandbox) => await sandbox.stop()));
	console.log(`${HISTORIES} histories in n8n, seed ${SEED}: ${JSON.stringify(tally)}`);
}, 60_000);

test(`${HISTORIES} histories end with one code per booking (seed ${SEED})`, async () => {
	const histories = fc.sample(shortHistory, { numRuns: HISTORIES, seed: SEED });
	const lane = async (sandbox: Sandbox, number: number) => {
		const place = await placeOf(sandbox, number);
		for (let next = number; next < HISTORIES; next += LANES) {
			await live(histories[next], place, tally);
		}
	};
	await Promise.all(sandboxes.map(lane));
	expect(tally.checked).toBeGreaterThan(0);
}, 400_000);

async function placeOf(sandbox: Sandbox, lane: number): Promise<Place> {
	const workflow = await publishedWorkflow(sandbox, lane);
	return {
		sandbox,
		workflow,
		async begin() {
			// Codes begin and end on whole minutes.
			const now = Math.floor(Date.now() / 60_000) * 60_000;
			await sandbox.control('POST', '/reset');
			await sandbox.setClock({ now: new Date().toISOString() });
			return now;
		},
		// The hour before the last delivery is for the locks' caps; here a refusal for them is as good.
		passTo: async () => {},
		settle: async () => void (await sandbox.setClock({ advance_ms: 60_000 })),
	};
}

async function publishedWorkflow(sandbox: Sandbox, lane: number): Promise<BookingWorkflow> {
	const paths = { deliver: `deliver-${lane}`, cancel: `cancel-${lane}` };
	await publish(n8n, sandbox, everyLockWorkflow(paths.deliver));
	await publish(n8n, sandbox, cancelWorkflow(paths.cancel));
	const post = async (path: string, message: object): Promise<IDataObject[]> => {
		const items = (await n8n.client.postWebhook(path, message)) as IDataObject[];
		const failed = items.find(({ error }) => error !== undefined);
		if (failed) throw new Error(String(failed.error));
		return items;
	};
	return {
		deliver: async ({ key, name, room: [device, ...others], elsewhere, starts_at, ends_at }) =>
			await post(paths.deliver, {
				key,
				name,
				device,
				additional: others.join(','),
				previous: elsewhere.join(','),
				starts_at,
				ends_at,
			}),
		cancel: async ({ key, room: [device, ...others], elsewhere }) =>
			await post(paths.cancel, { key, device, additional: [...others, ...elsewhere].join(',') }),
	};
}
