// Requires one file in a process of its own and prints what that cost: `node loadOnce.mts <file> [module loaded before …]`.
import { createRequire } from 'node:module';

const [file, ...before] = process.argv.slice(2);
const require = createRequire(file);
for (const name of before) require(name);

const known = Object.keys(require.cache).length;
const begun = process.cpuUsage();
require(file);
const { user, system } = process.cpuUsage(begun);
const modules = Object.keys(require.cache).length - known;
console.log(JSON.stringify({ milliseconds: (user + system) / 1e3, modules }));
