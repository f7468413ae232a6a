// Random histories of bookings: new, changed, cancelled, moved to another room, delivered twice, late and at the same
// moment, with faults on the way. At the end the locks hold what the last state of each booking asks for.
//
//     HISTORIES=1000      how many (default: 200, as many as `npm test` has time for)
//     HISTORY_SEED=…      another seed: searches elsewhere, or repeats a failure that printed it
import fc from 'fast-check';

import { startSandbox, type Sandbox } from '../e2e/harness/sandbox.mts';
import { history, HOUR } from './histories/bookings.mts';
import { live, newTally, type Place } from './histories/live.mts';
import { joinClocks, nodesAlone, setTime } from './histories/world.mts';

const HISTORIES = Number(process.env.HISTORIES ?? 200);
const SEED = Number(process.env.HISTORY_SEED ?? 20_261_123);
const ORIGIN = Date.UTC(2027, 4, 3, 14);
const MINUTE = 60_000;

let sandbox: Sandbox;
let place: Place;
let leaveClocks: (() => void) | undefined;
const tally = newTally();

beforeAll(async () => {
	sandbox = await startSandbox();
	leaveClocks = joinClocks();
	place = {
		sandbox,
		workflow: nodesAlone(sandbox),
		async begin() {
			await sandbox.control('POST', '/reset');
			await setTime(sandbox, ORIGIN);
			return ORIGIN;
		},
		passTo: async (hours) => await setTime(sandbox, ORIGIN + hours * HOUR),
		settle: async (hours) => await setTime(sandbox, ORIGIN + hours * HOUR + 2 * MINUTE),
	};
}, 60_000);
afterAll(async () => {
	leaveClocks?.();
	await sandbox?.stop();
	console.log(`${HISTORIES} histories, seed ${SEED}: ${JSON.stringify(tally)}`);
});

test(`${HISTORIES} histories end with one code per booking (seed ${SEED})`, async () => {
	await fc.assert(
		fc.asyncProperty(history, async (one) => await live(one, place, tally)),
		{ numRuns: HISTORIES, seed: SEED, endOnFailure: true },
	);
}, 900_000);
