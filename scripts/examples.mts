// `node scripts/run.mjs scripts/examples.mts`: writes the examples that are put together from `examples/src/`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { builtExamples } from '../examples/src/index.mts';

const folder = fileURLToPath(new URL('../examples', import.meta.url));
for (const [name, example] of Object.entries(builtExamples)) {
	const file = join(folder, `${name}.json`);
	const config = await resolveConfig(file);
	await writeFile(
		file,
		await format(JSON.stringify(example, null, '\t'), { ...config, filepath: file }),
	);
	console.log(`examples/${name}.json`);
}
