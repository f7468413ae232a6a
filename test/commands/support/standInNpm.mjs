// Does in small what npm does: writes the packages of package-lock.json one after the other, each with its
// package.json first, by a child of its own, and in the end its list of what is installed. What is there already it
// takes for whole, as npm does. Says at each step where it stands, and stops there where it is told to.
import { spawnSync } from 'node:child_process';
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const { STAND_IN_STEPS = '', STAND_IN_STOPS_AT, STAND_IN_FAILS_WITH, STAND_IN_PING } = process.env;
const [command] = process.argv.slice(2);

/** @param {string} name */
function step(name) {
	appendFileSync(STAND_IN_STEPS, `${name}\n`);
	// The same as what npm starts: a child that would go on by itself.
	if (name === STAND_IN_STOPS_AT) spawnSync('sleep', ['300']);
}

if (command === 'ping') {
	if (STAND_IN_PING === 'hangs') spawnSync('sleep', ['300']);
	if (STAND_IN_PING) fail(STAND_IN_PING);
	process.exit(0);
}
if (command === 'config') {
	console.log('https://registry.example/');
	process.exit(0);
}

step('begin');
if (STAND_IN_FAILS_WITH === 'a full disk') {
	// As npm does: it tries, and tries again.
	spawnSync('sh', ['-c', 'cat /dev/zero > rest; sleep 300']);
}
if (STAND_IN_FAILS_WITH) fail(STAND_IN_FAILS_WITH);
const modules = 'node_modules';
if (command === 'ci') rmSync(modules, { recursive: true, force: true });
mkdirSync(modules, { recursive: true });
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [path, { version }] of Object.entries(lock.packages)) {
	const name = path.slice(modules.length + 1);
	const manifest = join(path, 'package.json');
	if (existsSync(manifest)) continue;
	mkdirSync(path, { recursive: true });
	writeFileSync(manifest, JSON.stringify({ name, version, main: 'index.cjs' }));
	step(`${name}: half`);
	writeFileSync(join(path, 'index.cjs'), 'module.exports = "whole";\n');
	step(`${name}: whole`);
}
writeFileSync(join(modules, '.package-lock.json'), JSON.stringify(lock));
step('list');

/**
 * @param {string} code
 * @returns {never}
 */
function fail(code) {
	console.error(`npm error code ${code}\nnpm error path /somewhere/it/wrote`);
	process.exit(1);
}
