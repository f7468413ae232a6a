import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { REPOSITORY } from '../e2e/harness/index.mts';

const actions = globSync('.github/workflows/*.yml', { cwd: REPOSITORY }).flatMap((file) =>
	[...readFileSync(join(REPOSITORY, file), 'utf8').matchAll(/uses: (.+)/g)].map(([, use]) => use),
);

test('actions are pinned by commit, with the version beside it', () => {
	expect(actions.length).toBeGreaterThan(3);
	const loose = actions.filter((use) => !/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(use));
	expect(loose).toEqual([]);
});

test('an action has one version in all workflows', () => {
	const names = new Set(actions.map((use) => use.split('@')[0]));
	expect(new Set(actions).size).toBe(names.size);
});
