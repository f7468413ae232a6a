// `node scripts/run.mjs scripts/troubleshooting.mts`: writes docs/troubleshooting.md, every sentence of the package with
// its cause and way out.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { troubleshootingPage } from './troubleshooting/page.mts';

const file = fileURLToPath(new URL('../docs/troubleshooting.md', import.meta.url));
const config = await resolveConfig(file);
await writeFile(file, await format(troubleshootingPage(), { ...config, filepath: file }));
console.log('docs/troubleshooting.md');
