// `node scripts/run.mjs scripts/outputPreviews.mts`: writes the previews of what the nodes put out, `nodes/*/__schema__/`.
import './outputPreviews/loadSources.mts';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const { freshPreviews, keptPreviews, ROOT } = await import('./outputPreviews/previews.mts');

const previews = await freshPreviews();
for (const file of Object.keys(keptPreviews())) {
	if (!(file in previews)) await rm(join(ROOT, file));
}
for (const [name, schema] of Object.entries(previews)) {
	const file = join(ROOT, name);
	const config = await resolveConfig(file);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, await format(JSON.stringify(schema), { ...config, filepath: file }));
}
console.log(`${Object.keys(previews).length} previews`);
