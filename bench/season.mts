// A season of bookings in a real n8n: Seam Create Access Code beside n8n's own HTTP Request nodes.
import { max, median, min } from 'simple-statistics';
import { startSandbox, type N8n, type Sandbox } from '../test/e2e/harness/index.mts';
import { freshLocks, seasonOf } from './bookings.mts';
import { startInspectedN8n } from './inspector.mts';
import { printProfile, profileOf } from './profile.mts';
import { countRequests, forgetRequests } from './requests.mts';
import {
	bookingsIn,
	chainOf,
	headerCredential,
	httpCreate,
	publish,
	seamCreate,
	seamCredential,
	type BenchNode,
} from './workflows.mts';

const BOOKINGS = 500;
const LOCKS = 50;
const LATENCY_MS = 25;
const RUNS = 7;

/** Of the time that the HTTP nodes take. */
const MOST_OF_HTTP = 0.8;
const GOAL = 0.5;
/** Each lock's device and its two lists of codes, and a create for each booking. */
const MOST_REQUESTS = 3 * LOCKS + BOOKINGS;

const HTTP = 'HTTP Request nodes';
const WITH_KEY = 'Seam, Booking Key';
const WITHOUT_KEY = 'Seam, no key';

interface Run {
	seconds: number;
	requests: number;
}

/** Prints the measurement; true if the limits are kept. */
export async function benchSeason({ hasProfile }: { hasProfile: boolean }): Promise<boolean> {
	const sandbox = await startSandbox({ args: ['--lean', '--latency', String(LATENCY_MS)] });
	const { n8n, inspect } = await startInspectedN8n();
	try {
		const seam = await seamCredential(n8n, sandbox);
		const header = await headerCredential(n8n, sandbox);
		const ways: Record<string, BenchNode[]> = {
			[HTTP]: httpCreate(header, sandbox.baseUrl),
			[WITH_KEY]: [seamCreate(seam, true)],
			[WITHOUT_KEY]: [seamCreate(seam, false)],
		};
		const paths = new Map<string, string>();
		for (const [name, nodes] of Object.entries(ways)) {
			const path = `season-${paths.size}`;
			paths.set(name, path);
			await publish(n8n, chainOf(name, [...bookingsIn(path), ...nodes]));
		}

		const runs = new Map<string, Run[]>();
		// Round 0 warms up.
		for (let round = 0; round <= RUNS; round += 1) {
			for (const [name, path] of paths) {
				const run = await runOnce(n8n, sandbox, path, `${path}-${round}`);
				if (round > 0) runs.set(name, [...(runs.get(name) ?? []), run]);
			}
		}
		if (hasProfile) {
			const inspector = await inspect();
			for (const [name, path] of paths) {
				const work = async () => await runOnce(n8n, sandbox, path, `${path}-profiled`);
				const profile = await profileOf(inspector, work);
				console.log(`\nProfile: ${name}`);
				printProfile(profile);
			}
			inspector.close();
		}
		return report(runs);
	} finally {
		await n8n.stop();
		await sandbox.stop();
	}
}

async function runOnce(n8n: N8n, sandbox: Sandbox, path: string, label: string): Promise<Run> {
	const bookings = seasonOf(BOOKINGS, await freshLocks(sandbox, LOCKS), Date.now(), label);
	await forgetRequests(sandbox);
	const begun = performance.now();
	await n8n.client.postWebhook(path, { bookings });
	const seconds = (performance.now() - begun) / 1e3;
	const { all, failed, tooMany } = await countRequests(sandbox);
	if (failed + tooMany > 0) throw new Error(`${failed + tooMany} requests of ${label} failed`);
	return { seconds, requests: all };
}

function report(runs: ReadonlyMap<string, Run[]>): boolean {
	const secondsOf = (name: string) => median((runs.get(name) ?? []).map(({ seconds }) => seconds));
	const requestsOf = (name: string) => max((runs.get(name) ?? []).map(({ requests }) => requests));
	const ratioOf = (name: string) => secondsOf(name) / secondsOf(HTTP);
	console.table(
		Object.fromEntries(
			[...runs].map(([name, all]) => {
				const seconds = all.map((run) => run.seconds);
				return [
					name,
					{
						'seconds (median)': secondsOf(name).toFixed(2),
						range: `${min(seconds).toFixed(2)}–${max(seconds).toFixed(2)}`,
						requests: requestsOf(name),
						ratio: ratioOf(name).toFixed(2),
					},
				];
			}),
		),
	);
	const ours = [WITH_KEY, WITHOUT_KEY];
	const worst = Math.max(...ours.map(ratioOf));
	const requests = Math.max(...ours.map(requestsOf));
	const isGood = worst <= MOST_OF_HTTP && requests <= MOST_REQUESTS;
	console.log(
		`${BOOKINGS} bookings take at most ${worst.toFixed(2)} of the time of n8n's HTTP Request nodes (limit ${MOST_OF_HTTP}, goal ${GOAL}) and ${requests} requests (limit ${MOST_REQUESTS}): ${isGood ? 'good' : 'LIMIT MISSED'}`,
	);
	return isGood;
}
