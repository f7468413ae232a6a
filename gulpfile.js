// Finishes what `n8n-node build` leaves undone in dist/.
const { existsSync } = require('node:fs');
const { writeFile } = require('node:fs/promises');
const { resolve } = require('node:path');
const { isDeepStrictEqual } = require('node:util');
const { series } = require('gulp');
const { n8n, version } = require('./package.json');

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

/** What the editor shows of the node Seam, put together from a file for each operation, becomes one file of plain data. */
async function writeOutProperties() {
	const file = resolve('dist/nodes/Seam/properties.js');
	const { properties } = require(file);
	const json = JSON.stringify(properties);
	if (!isDeepStrictEqual(JSON.parse(json), properties))
		throw new Error('The properties of the node Seam are not plain data.');
	await writeFile(file, `exports.properties = JSON.parse(${JSON.stringify(json)});\n`);
}

/** A support bundle says which version made it. */
async function writeVersion() {
	const text = `exports.packageVersion = ${JSON.stringify(version)};\n`;
	await writeFile(resolve('dist/nodes/shared/packageVersion.js'), text);
}

exports.default = series(dropLeftovers, checkEntries, writeOutProperties, writeVersion);
