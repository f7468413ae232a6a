// `npm run bench` runs every benchmark, `npm run bench -- plan` the named ones, `--profile` also prints where the time goes.
// Exits with 1 where a limit is missed.
import { parseArgs } from 'node:util';
import { benchGrowth } from './growth.mts';
import { benchLimits } from './limits.mts';
import { benchLoad } from './load.mts';
import { benchPlan } from './plan.mts';
import { benchQueue } from './queue.mts';
import { benchSeason } from './season.mts';
import { benchTrigger } from './trigger.mts';
import { benchWaits } from './waits.mts';

/** Each prints what it measures and tells whether its limit is kept. */
const BENCHMARKS: Record<string, (options: { hasProfile: boolean }) => Promise<boolean>> = {
	growth: benchGrowth,
	limits: benchLimits,
	load: benchLoad,
	plan: benchPlan,
	queue: benchQueue,
	season: benchSeason,
	trigger: benchTrigger,
	waits: benchWaits,
};

const { values, positionals: wanted } = parseArgs({
	options: { profile: { type: 'boolean', default: false } },
	allowPositionals: true,
});
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
	if (!(await benchmark({ hasProfile: values.profile }))) process.exitCode = 1;
}
