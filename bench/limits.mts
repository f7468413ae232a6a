// A season that runs into Seam's limit of creates per lock and minute: how much longer than that limit it takes, in a real n8n.
import { PER_MINUTE } from '../sandbox/http/rateLimits.mts';
import { startN8n, startSandbox } from '../test/e2e/harness/index.mts';
import { freshLocks, seasonOf } from './bookings.mts';
import { countRequests, forgetRequests } from './requests.mts';
import { bookingsIn, chainOf, publish, seamCreate, seamCredential } from './workflows.mts';

const BOOKINGS = 500;
const LOCKS = 25;
const LATENCY_MS = 25;

/** Of the time that the limit allows. */
const MOST_OF_ALLOWED = 1.1;
const MOST_REFUSED = 0.01;

/** The first ten creates of a lock may come at once, the next ten a minute later, and so on. */
const WAITING_SECONDS = 60 * Math.floor((BOOKINGS / LOCKS - 1) / PER_MINUTE.create);

const PATH = 'limits';

/** Prints the measurement; true if the limits are kept. */
export async function benchLimits(): Promise<boolean> {
	const args = ['--lean', '--rate-limits', '--latency', String(LATENCY_MS)];
	const sandbox = await startSandbox({ args });
	const n8n = await startN8n();
	try {
		const credential = await seamCredential(n8n, sandbox);
		const nodes = [...bookingsIn(PATH), seamCreate(credential, true)];
		await publish(n8n, chainOf('Limits', nodes));
		const secondsOn = async (locks: number, label: string) => {
			const bookings = seasonOf(BOOKINGS, await freshLocks(sandbox, locks), Date.now(), label);
			await forgetRequests(sandbox);
			const begun = performance.now();
			await n8n.client.postWebhook(PATH, { bookings }, { answerLimit: 600 });
			return (performance.now() - begun) / 1e3;
		};
		const enoughLocks = BOOKINGS / PER_MINUTE.create;
		const [first] = await freshLocks(sandbox, 1);
		await n8n.client.postWebhook(PATH, { bookings: seasonOf(1, [first], Date.now(), 'first') });
		await secondsOn(enoughLocks, 'warm-up');
		const work = await secondsOn(enoughLocks, 'no-wait');
		const seconds = await secondsOn(LOCKS, 'season');
		const { all, tooMany, failed } = await countRequests(sandbox);
		console.table({
			'Seam Create Access Code': {
				'seconds of the limit': WAITING_SECONDS,
				'seconds if none has to wait': work.toFixed(1),
				'seconds taken': seconds.toFixed(1),
				requests: all,
				'refused (429)': tooMany,
				'failed otherwise': failed,
			},
		});
		const ratio = seconds / WAITING_SECONDS;
		const refused = tooMany / all;
		const isGood = ratio <= MOST_OF_ALLOWED && refused <= MOST_REFUSED && failed === 0;
		console.log(
			`${BOOKINGS} bookings on ${LOCKS} locks take ${ratio.toFixed(2)} of the time that Seam's limit allows (limit ${MOST_OF_ALLOWED}), with ${(100 * refused).toFixed(1)} % of the requests refused (limit ${100 * MOST_REFUSED} %): ${isGood ? 'good' : 'LIMIT MISSED'}`,
		);
		return isGood;
	} finally {
		await n8n.stop();
		await sandbox.stop();
	}
}
