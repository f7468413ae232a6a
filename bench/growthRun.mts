// One run of `growth`: `node --expose-gc growthRun.mts <package> <kind of lock> <items>` prints what an item cost.
import { randomUUID } from 'node:crypto';
import { seasonOf } from './bookings.mts';
import { executeOf, serve, type KindOfLock } from './ownExecute.mts';

export interface GrowthRun {
	/** Processor time, with the collection of garbage. */
	milliseconds: number;
	/** What the items that come out, and all that they hold, take. */
	bytesKept: number;
	/** The most that the heap grew, sampled. */
	bytesAtMost: number;
}

const LOCKS = 100;

/** A small run alone costs too little to be measured. */
const LEAST_ITEMS = 1_000;

const [builtPackage, kind, sizeText] = process.argv.slice(2);
const size = Number(sizeText);
const rounds = Math.max(1, LEAST_ITEMS / size);
const execute = executeOf(builtPackage);
const collect = globalThis.gc;
if (collect === undefined) throw new Error('Start it with --expose-gc');

const run = async (count: number, label: string) => {
	const locks = Array.from({ length: LOCKS }, () => randomUUID());
	const bookings = seasonOf(count, locks, Date.now(), label);
	return await serve(execute, kind as KindOfLock, bookings);
};

// What is compiled in the first runs is not the items' cost.
for (let round = 0; round < 10; round += 1) await run(200, `warm-${round}`);

collect();
collect();
const heapBefore = process.memoryUsage().heapUsed;
let highest = heapBefore;
const realInterval = setInterval(() => {
	highest = Math.max(highest, process.memoryUsage().heapUsed);
}, 20);
const begun = process.cpuUsage();
const kept: unknown[] = [];
for (let round = 0; round < rounds; round += 1) kept.push(await run(size, `measured-${round}`));
const { user, system } = process.cpuUsage(begun);
clearInterval(realInterval);
highest = Math.max(highest, process.memoryUsage().heapUsed);
collect();
collect();
const items = kept.length * size;
const result: GrowthRun = {
	milliseconds: (user + system) / 1e3 / items,
	bytesKept: (process.memoryUsage().heapUsed - heapBefore) / items,
	bytesAtMost: (highest - heapBefore) / items,
};
console.log(JSON.stringify(result));
