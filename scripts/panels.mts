// `npm run docs:panels [name …]`: pictures of every parameter panel and every output at 1440 × 900, in light and dark, to
// be looked at before a release. They go to `.pictures`, or with `--into <folder>` there; with names, only those that begin
// with one of them. It fails if the editor cuts off the name of a field.
import './outputPreviews/loadSources.mts';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY, startN8n, startSandbox } from '../test/e2e/harness/index.mts';
import { inEditor } from './editor.mts';
import { fileOf, SCHEMES } from './images/pictures.mts';
import { takeCredential } from './panels/takeCredential.mts';
import { takePanels } from './panels/takePanels.mts';
import { takeRuns } from './panels/takeRuns.mts';
import { watchRest } from './panels/rest.mts';

const { panelSubjects } = await import('./panels/subjects.mts');
const { readSamples } = await import('./panels/samples.mts');

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { into: { type: 'string', default: join(REPOSITORY, '.pictures') } },
});
const isWanted = ({ name }: { name: string }) =>
	positionals.length === 0 || positionals.some((start) => name.startsWith(start));
if (positionals.length === 0) await rm(values.into, { recursive: true, force: true });

const begun = Date.now();
let taken = 0;
const subjects = panelSubjects();
const itemsOf = await readSamples();
const [sandbox, n8n] = await Promise.all([startSandbox(), startN8n({ say: console.log })]);
try {
	const { apiKey, baseUrl } = sandbox;
	const data = { apiKey, baseUrl };
	const credential = await n8n.client.createCredential('seamApi', 'Seam account', data);
	const viewport = { width: 1440, height: 900 };
	await inEditor(n8n, { viewport, colorScheme: 'light' }, async (page) => {
		const atRest = watchRest(page);
		/** In light and dark: n8n's editor follows what the browser prefers. */
		const shoot = async (name: string): Promise<void> => {
			for (const colorScheme of SCHEMES) {
				const path = join(values.into, fileOf(name, colorScheme));
				await mkdir(dirname(path), { recursive: true });
				await page.emulateMedia({ colorScheme });
				await atRest();
				await page.screenshot({ path });
				taken += 1;
			}
			console.log(name);
		};
		const stage = { n8n, sandbox, credential, page, atRest, shoot, isWanted };
		const cut = await takePanels(stage, subjects, itemsOf);
		await takeCredential(stage);
		await takeRuns(stage, new Map(subjects.map(({ type, typeVersion }) => [type, typeVersion])));
		if (cut.length > 0) {
			console.error(`The editor cuts off: ${cut.join(', ')}`);
			process.exitCode = 1;
		}
	});
} finally {
	await n8n.stop();
	await sandbox.stop();
}
console.log(`${taken} pictures in ${values.into}, ${Math.round((Date.now() - begun) / 1000)} s`);
