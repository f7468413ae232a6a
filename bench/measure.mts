import { median } from 'simple-statistics';

/** One thing to measure: does its work once and returns nothing. */
export type Work = (round: number) => void;

export interface Measured {
	name: string;
	perSecond: number;
	/** What one costs, in microseconds: the median over the rounds. */
	microseconds: number;
}

const ROUNDS = 15;
const MILLISECONDS_PER_ROUND = 120;

/**
 * Measures several works in turn, round by round, so that whatever else the machine does meets all of them alike,
 * and takes each one's median.
 */
export function measure(works: Record<string, Work>): Measured[] {
	const costs = new Map(Object.keys(works).map((name): [string, number[]] => [name, []]));
	for (const work of Object.values(works)) warmUp(work);
	for (let round = 0; round < ROUNDS; round += 1) {
		for (const [name, work] of Object.entries(works)) costs.get(name)?.push(costOf(work));
	}
	return [...costs].map(([name, all]) => {
		const microseconds = median(all);
		return { name, microseconds, perSecond: 1e6 / microseconds };
	});
}

function warmUp(work: Work): void {
	for (let round = 0; round < 500; round += 1) work(round);
}

/** Processor time, not time on the clock: what other programs take does not count. */
function costOf(work: Work): number {
	const begun = process.cpuUsage();
	const end = performance.now() + MILLISECONDS_PER_ROUND;
	let count = 0;
	while (performance.now() < end) {
		for (let more = 0; more < 10; more += 1) work(count++);
	}
	const { user, system } = process.cpuUsage(begun);
	return (user + system) / count;
}
