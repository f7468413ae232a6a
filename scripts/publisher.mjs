// Who publishes this package, and from which repository. package.json holds it; until it is known, it holds names that can
// never exist (RFC 2606), and nothing can be published. Plain Node 20, no dependencies: npm runs it before publishing.
//
//   node scripts/publisher.mjs check
//   node scripts/publisher.mjs set --name 'Ada Lovelace' --email ada@… --repository https://github.com/…/…
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Top-level domain that is reserved for names that don't exist. n8n's lint wants an address and a repository all the same. */
const UNSET = /\.invalid(?=[/#>]|$)/;

/**
 * @param {string} folder of the package
 * @returns {string | undefined} why it can't be published, in one sentence; undefined if it can
 */
export function unpublishable(folder) {
	const { author, homepage, repository } = readManifest(folder);
	return [author.email, homepage, repository.url].some((value) => UNSET.test(value))
		? "This package can't be published yet: package.json does not say by whom and from which repository; set both with `node scripts/publisher.mjs set`."
		: undefined;
}

/**
 * Writes the publisher into package.json, and what must repeat it: the license and the links of the editor.
 *
 * @param {string} folder of the package
 * @param {{ name: string, email: string, repository: string }} publisher
 */
export function setPublisher(folder, { name, email, repository }) {
	const before = readManifest(folder);
	const address = repository.replace(/(\.git)?\/?$/, '');
	const replaceIn = (/** @type {string} */ file, /** @type {[string, string][]} */ pairs) => {
		const path = join(folder, file);
		const text = readFileSync(path, 'utf8');
		writeFileSync(
			path,
			pairs.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
		);
	};
	const formerAddress = before.homepage.replace(/#.*$/, '');
	replaceIn('package.json', [
		[formerAddress, address],
		[JSON.stringify(before.author.name), JSON.stringify(name)],
		[JSON.stringify(before.author.email), JSON.stringify(email)],
	]);
	replaceIn('LICENSE', [[before.author.name, name]]);
	const files = readdirSync(join(folder, 'nodes'), { recursive: true, encoding: 'utf8' });
	for (const codex of files.filter((file) => file.endsWith('.node.json'))) {
		replaceIn(join('nodes', codex), [[formerAddress, address]]);
	}
}

/**
 * @param {string} folder
 * @returns {{ author: { name: string, email: string }, homepage: string, repository: { url: string } }}
 */
function readManifest(folder) {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { positionals, values } = parseArgs({
		allowPositionals: true,
		options: {
			name: { type: 'string' },
			email: { type: 'string' },
			repository: { type: 'string' },
		},
	});
	const { name, email, repository } = values;
	const [command] = positionals;
	if (command === 'set' && name && email && repository) {
		setPublisher(process.cwd(), { name, email, repository });
	} else if (command === 'check') {
		const reason = unpublishable(process.cwd());
		if (reason !== undefined) console.error(reason);
		process.exitCode = reason === undefined ? 0 : 1;
	} else {
		console.error(
			'Usage: node scripts/publisher.mjs check | set --name … --email … --repository …',
		);
		process.exitCode = 1;
	}
}
