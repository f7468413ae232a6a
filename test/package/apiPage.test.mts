import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

import { documentedPaths } from '../../scripts/apiPage/documentedPaths.mts';
import { reasonedBeginnings } from '../../scripts/apiPage/leftOut.mts';
import { apiPage, unexplainedPaths } from '../../scripts/apiPage/page.mts';

const file = fileURLToPath(new URL('../../docs/api.md', import.meta.url));

test('every path that Seam documents is in the package, or has a reason why not', () => {
	expect(documentedPaths.length).toBeGreaterThan(150);
	expect(unexplainedPaths()).toEqual([]);
});

test('every reason is about a path that Seam documents', () => {
	for (const beginning of reasonedBeginnings) {
		expect([beginning, documentedPaths.some((path) => path.startsWith(beginning))]).toEqual([
			beginning,
			true,
		]);
	}
});

test('docs/api.md is what the sources say; if not, run `node scripts/run.mjs scripts/apiPage.mts`', async () => {
	const config = await resolveConfig(file);
	const page = await format(apiPage(), { ...config, filepath: file });
	expect(readFileSync(file, 'utf8')).toBe(page);
});

test.each([
	['/access_codes/delete', 'Access Code: Delete'],
	['/access_codes/create', '**Seam Create Access Code**'],
	['/events/list', 'Event: Get Many'],
	['/locks/unlock_door', 'Lock: '],
	['/thermostats/schedules/create', 'Thermostat Schedule: Create'],
	['/webhooks/create', '**Seam Trigger**'],
])('it finds who calls %s', (path, user) => {
	const row = apiPage()
		.split('\n')
		.find((line) => line.startsWith(`| \`${path}\` |`));
	expect(row).toContain(user);
});
