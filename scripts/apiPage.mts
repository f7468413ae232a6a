// `node scripts/run.mjs scripts/apiPage.mts`: writes docs/api.md, which path of Seam's API is where in the package.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { apiPage } from './apiPage/page.mts';

const file = fileURLToPath(new URL('../docs/api.md', import.meta.url));
const config = await resolveConfig(file);
await writeFile(file, await format(apiPage(), { ...config, filepath: file }));
console.log('docs/api.md');
