// Finishes what `n8n-node build` leaves undone in dist/.
const { existsSync } = require('node:fs');
const { series } = require('gulp');
const { n8n } = require('./package.json');

/** The build copies every picture it finds in the repository, and the compiler's by-products stay behind. */
async function dropLeftovers() {
	const { deleteAsync } = await import('del');
	await deleteAsync(['dist/docs', 'dist/examples', 'dist/**/*.d.ts', 'dist/**/*.tsbuildinfo']);
}

/** n8n would only say at its start, on the user's machine, that a file named in package.json is missing. */
async function checkEntries() {
	const missing = [...n8n.nodes, ...n8n.credentials].filter((path) => !existsSync(path));
	if (missing.length > 0)
		throw new Error(`package.json names what was not built: ${missing.join(', ')}`);
}

exports.default = series(dropLeftovers, checkEntries);
