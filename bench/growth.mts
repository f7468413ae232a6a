// Whether an item costs more time or memory in a large run than in a small one.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { linearRegression, median } from 'simple-statistics';
import type { GrowthRun } from './growthRun.mts';
import type { KindOfLock } from './ownExecute.mts';
import { unpackPackage } from './unpack.mts';

const SIZES = [100, 1_000, 10_000];
const RUNS = 5;
const KINDS: Record<KindOfLock, string> = { online: 'online codes', igloohome: 'offline codes' };

/** Cost of an item = a × items ^ slope: at 0, an item costs the same in a run of any size. */
const STEEPEST = 0.1;

const run = promisify(execFile);

/** In a process of its own, so that no run inherits what another left in memory. */
async function measured(builtPackage: string, kind: KindOfLock, size: number): Promise<GrowthRun> {
	const script = fileURLToPath(new URL('growthRun.mts', import.meta.url));
	const args = ['--expose-gc', '--disable-warning=ExperimentalWarning', script];
	const { stdout } = await run(process.execPath, [...args, builtPackage, kind, String(size)]);
	return JSON.parse(stdout) as GrowthRun;
}

/** Prints the measurement; true if nothing grows. */
export async function benchGrowth(): Promise<boolean> {
	const builtPackage = await unpackPackage();
	const results: boolean[] = [];
	for (const [kind, name] of Object.entries(KINDS) as Array<[KindOfLock, string]>) {
		const runs = new Map<number, GrowthRun[]>(SIZES.map((size) => [size, []]));
		for (let round = 0; round < RUNS; round += 1) {
			for (const size of SIZES) runs.get(size)?.push(await measured(builtPackage, kind, size));
		}
		results.push(report(name, runs));
	}
	return results.every(Boolean);
}

function report(name: string, runs: ReadonlyMap<number, GrowthRun[]>): boolean {
	const middle = (size: number, field: keyof GrowthRun) =>
		median((runs.get(size) ?? []).map((one) => one[field]));
	const slopeOf = (field: keyof GrowthRun) =>
		linearRegression(SIZES.map((size) => [Math.log(size), Math.log(middle(size, field))])).m;
	console.log(`\n${name}, 100 locks`);
	console.table(
		Object.fromEntries(
			SIZES.map((size) => [
				`${size.toLocaleString('en')} items`,
				{
					'ms an item': middle(size, 'milliseconds').toFixed(3),
					'kB an item, kept': (middle(size, 'bytesKept') / 1e3).toFixed(1),
					'kB an item, at most': (middle(size, 'bytesAtMost') / 1e3).toFixed(1),
				},
			]),
		),
	);
	const time = slopeOf('milliseconds');
	const memory = slopeOf('bytesKept');
	const isGood = time <= STEEPEST && memory <= STEEPEST;
	console.log(
		`Slope of time ${time.toFixed(2)}, of memory ${memory.toFixed(2)} (0: an item costs the same in a run of any size; limit ${STEEPEST}): ${isGood ? 'good' : 'LIMIT MISSED'}`,
	);
	return isGood;
}
