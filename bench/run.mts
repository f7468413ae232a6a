// `npm run bench` runs every benchmark, `npm run bench -- plan` the named ones. Exits with 1 where a limit is missed.
import { fileURLToPath } from 'node:url';
import { runCommand } from '../scripts/setup/command.mjs';

/** Each loads what it measures only when it runs, after the build. */
const BENCHMARKS: Record<string, () => Promise<boolean>> = {
	plan: async () => await (await import('./plan.mts')).benchPlan(),
	waits: async () => await (await import('./waits.mts')).benchWaits(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
	console.error(
		`No benchmark ${unknown.join(', ')}. There is: ${Object.keys(BENCHMARKS).join(', ')}`,
	);
	process.exit(1);
}

console.log('Building the package …');
await runCommand('npm', ['run', 'build', '--loglevel=error'], {
	cwd: fileURLToPath(new URL('..', import.meta.url)),
});

for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.log(`\n${name}`);
	if (!(await benchmark())) process.exitCode = 1;
}
