// `npm run bench` runs every benchmark, `npm run bench -- plan` the named ones. Exits with 1 where a limit is missed.
import { benchLoad } from './load.mts';
import { benchPlan } from './plan.mts';
import { benchQueue } from './queue.mts';
import { benchWaits } from './waits.mts';

/** Each prints what it measures and tells whether its limit is kept. */
const BENCHMARKS: Record<string, () => Promise<boolean>> = {
	load: benchLoad,
	plan: benchPlan,
	queue: benchQueue,
	waits: benchWaits,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
	console.error(
		`No benchmark ${unknown.join(', ')}. There is: ${Object.keys(BENCHMARKS).join(', ')}`,
	);
	process.exit(1);
}

for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.log(`\n${name}`);
	if (!(await benchmark())) process.exitCode = 1;
}
