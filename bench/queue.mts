// How many bookings a second n8n serves in one process and in queue mode, and what memory each process takes.
import { median } from 'simple-statistics';
import {
	bookingWorkflow,
	publish,
	type BookingMessage,
} from '../test/e2e/exactlyOnce/bookingWorkflow.mts';
import { newBooking, newLock } from '../test/e2e/exactlyOnce/locks.mts';
import {
	startN8n,
	startQueueMode,
	startSandbox,
	type N8n,
	type QueueModeN8n,
	type Sandbox,
} from '../test/e2e/harness/index.mts';
import { inParallel } from '../test/e2e/trigger/signedDelivery.mts';

const BOOKINGS = 200;
const LOCKS = 50;
/** Deliveries under way at once. */
const CONNECTIONS = 20;
const ROUNDS = 5;
const PATH = 'season';
const METRICS = { N8N_METRICS: 'true' };

/** Without a limit: how much a second process brings depends on the processors that it has. */
export async function benchQueue(): Promise<boolean> {
	const sandbox = await startSandbox({ args: ['--lean', '--latency', '25'] });
	const started: N8n[] = [];
	try {
		const regular = await startN8n({ env: METRICS });
		started.push(regular);
		const queue = await startQueueMode({ workers: 2, webhookProcesses: 1, env: METRICS });
		started.push(queue);
		const seconds: Record<string, number[]> = { 'one process': [], 'queue mode': [] };
		const idle = await memoryOf(regular, queue);
		for (const n8n of started) {
			await publish(n8n, sandbox, bookingWorkflow(PATH));
			// Whatever is loaded with the first bookings.
			await serve(n8n, await newSeason(sandbox, 2));
		}
		for (let round = 0; round < ROUNDS; round += 1) {
			seconds['one process'].push(await serve(regular, await newSeason(sandbox, BOOKINGS)));
			seconds['queue mode'].push(await serve(queue, await newSeason(sandbox, BOOKINGS)));
		}
		const busy = await memoryOf(regular, queue);

		console.table(
			Object.fromEntries(
				Object.entries(seconds).map(([name, all]) => [
					name,
					{ 'bookings a second': (BOOKINGS / median(all)).toFixed(1) },
				]),
			),
		);
		console.table(
			Object.fromEntries(
				Object.entries(busy).map(([name, bytes]) => [
					name,
					{ 'MB idle': inMegabytes(idle[name]), 'MB afterwards': inMegabytes(bytes) },
				]),
			),
		);
		return true;
	} finally {
		for (const n8n of started) await n8n.stop();
		await sandbox.stop();
	}
}

/** Bookings for new locks, so that nobody waits for Seam's minute. */
async function newSeason(sandbox: Sandbox, count: number): Promise<BookingMessage[]> {
	const locks = await inParallel(Array.from({ length: LOCKS }), CONNECTIONS, async () =>
		newLock(sandbox, 'august'),
	);
	return await inParallel(
		Array.from({ length: count }, (_, index) => locks[index % LOCKS]),
		CONNECTIONS,
		async (lock) => await newBooking(sandbox, lock),
	);
}

/** Delivers the bookings, each in an execution of its own; the seconds until the last one has its code. */
async function serve({ client }: N8n, bookings: BookingMessage[]): Promise<number> {
	const begun = performance.now();
	await inParallel(bookings, CONNECTIONS, async (booking) => {
		await client.postWebhook(PATH, booking);
	});
	return (performance.now() - begun) / 1000;
}

/** Resident memory of each process, in bytes, as n8n itself tells it. */
async function memoryOf(regular: N8n, queue: QueueModeN8n): Promise<Record<string, number>> {
	const { main, webhookProcesses, workers } = queue;
	const processes = [
		{ name: 'one process', baseUrl: regular.baseUrl },
		...[main, ...webhookProcesses, ...workers].map(({ name, baseUrl }) => ({
			name: `queue mode: ${name}`,
			baseUrl,
		})),
	];
	const memory: Record<string, number> = {};
	for (const { name, baseUrl } of processes) memory[name] = await residentAt(baseUrl);
	return memory;
}

async function residentAt(baseUrl: string): Promise<number> {
	const metrics = await (await fetch(`${baseUrl}/metrics`)).text();
	const resident = /^\w*process_resident_memory_bytes(?:{[^}]*})? (\S+)/m.exec(metrics)?.[1];
	return Number(resident);
}

const inMegabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
