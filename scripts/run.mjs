// The way into every command of this project. Only this file and the .mjs files in setup/ run on the machine's own
// Node and before anything is installed; everything else may count on Node 24 and on the dependencies.
// Nothing is imported here but at the end: an old Node would fail at the imports, without a word that helps.
const OLDEST_NODE = 20;
const { node } = process.versions;

if (Number(node.split('.')[0]) < OLDEST_NODE) {
	console.error(
		`Node ${OLDEST_NODE} or later is needed, and this is Node ${node}: ` +
			'install Node 24 (https://nodejs.org) and run the same command again.',
	);
	process.exitCode = 1;
} else {
	const { runScript } = await import('./setup/runScript.mjs');
	process.exitCode = await runScript(process.argv.slice(2));
}
