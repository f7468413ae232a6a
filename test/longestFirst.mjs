// The order in which Jest begins test files: those that wait for real time first, so that none of them is left alone at the
// end. Jest itself goes by how long each took last time, which a clean clone does not know, and else by size.
import { statSync } from 'node:fs';

/** Minutes each. */
const LONGEST = [
	...['e2e/wait/deaths', 'e2e/wait', 'e2e/wait/fallbackDeaths', 'e2e/bookingSystems'],
	...['e2e/wait/timing', 'e2e/bookingToPin', 'e2e/wait/eachItem', 'e2e/bookingCore'],
].map((name) => `/test/${name}.test.mts`);

const placeOf = ({ path }) => {
	const place = LONGEST.findIndex((end) => path.endsWith(end));
	return place < 0 ? LONGEST.length : place;
};

const sizeOf = ({ path }) => statSync(path).size;

export default class LongestFirst {
	sort(tests) {
		return [...tests].sort((a, b) => placeOf(a) - placeOf(b) || sizeOf(b) - sizeOf(a));
	}

	/** Tests are not split among machines, and no run is of failed tests alone: nothing is remembered. */
	shard(tests) {
		return tests;
	}

	allFailedTests(tests) {
		return tests;
	}

	cacheResults() {}
}
