import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { execa } from 'execa';

import { REPOSITORY } from '../e2e/harness/index.mts';

const read = (file: string): string => readFileSync(join(REPOSITORY, file), 'utf8');

const outside = (folder: string): boolean => ['node_modules', 'dist'].includes(folder);
const pages = globSync('**/*.md', { cwd: REPOSITORY, exclude: outside });

/** What remark-validate-links finds wrong in the repository's pages, or in a page of its root that is only given. */
async function brokenLinks(page?: string): Promise<string> {
	const { stderr } = await execa({
		cwd: REPOSITORY,
		preferLocal: true,
		reject: false,
		...(page === undefined ? {} : { input: page }),
	})`remark --no-color --quiet --use remark-validate-links=repository:false ${
		page === undefined ? '.' : ['--file-path', 'given.md']
	}`;
	return stderr;
}

test('every link and anchor between the pages leads somewhere', async () => {
	expect(pages.length).toBeGreaterThan(20);
	expect(await brokenLinks()).toBe('');
}, 60_000);

test.each([
	['a page', '[x](docs/none.md)', 'Cannot find file `docs/none.md`'],
	['an anchor of another page', '[x](docs/waiting.md#none)', 'Cannot find heading for `#none`'],
	['an anchor of the page', '# Here\n\n[x](#none)', 'Cannot find heading for `#none`'],
	['a picture', '![x](docs/images/none.png)', 'Cannot find file `docs/images/none.png`'],
])(
	'a link that leads nowhere is found: %s',
	async (_, page, problem) => {
		expect(await brokenLinks(page)).toContain(problem);
	},
	60_000,
);

/** Pictures for light and dark are HTML, which the links' check above does not read: those of a page that lead nowhere. */
const brokenHtmlLinks = (page: string, text = read(page)): string[] =>
	[...text.matchAll(/<(?:img|source|a)\b[^>]*?\b(?:src|srcset|href)="([^"]+)"/g)]
		.map(([, target]) => target)
		.filter((target) => !/^(https?:|mailto:|#)/.test(target))
		.map((target) => join(dirname(page), target))
		.filter((path) => !existsSync(join(REPOSITORY, path)));

test('every picture that a page shows by HTML exists', () => {
	expect(pages.flatMap((page) => brokenHtmlLinks(page))).toEqual([]);
});

test('a picture by HTML that leads nowhere is found, in light and in dark', () => {
	const shown =
		'<picture><source media="(prefers-color-scheme: dark)" srcset="none-dark.png"><img alt="x" src="none.png"></picture>';
	expect(brokenHtmlLinks('docs/given.md', shown)).toEqual(['docs/none-dark.png', 'docs/none.png']);
});

test('every path that package.json names exists', () => {
	const { main, n8n, scripts } = JSON.parse(read('package.json'));
	const sourceOf = (built: string) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
	const ofScripts = Object.values<string>(scripts)
		.flatMap((command) => command.split(/\s+/))
		.filter((word) => /\.m?[jt]s$/.test(word));
	const named = [main, ...[...n8n.nodes, ...n8n.credentials].map(sourceOf), ...ofScripts];
	expect(named.length).toBeGreaterThan(15);
	expect(named.filter((path) => !existsSync(join(REPOSITORY, path)))).toEqual([]);
});

test('every page that the editor opens from a node is in this repository, with its anchor', async () => {
	const { homepage } = JSON.parse(read('package.json'));
	const [repository] = homepage.split('#');
	const links = globSync('nodes/*/*.node.json', { cwd: REPOSITORY }).flatMap((codex) => {
		const { resources } = JSON.parse(read(codex));
		return [...resources.credentialDocumentation, ...resources.primaryDocumentation].map(
			({ url }: { url: string }) => url,
		);
	});
	expect(links.length).toBeGreaterThan(8);
	expect(links.filter((url) => !url.startsWith(repository))).toEqual([]);
	const targets = links.map((url) => url.slice(repository.length).replace(/^\/blob\/main\//, ''));
	// The repository's own page shows the README.
	const page = targets.map((target) => `[x](${target.replace(/^#/, 'README.md#')})`).join('\n\n');
	expect(await brokenLinks(page)).toBe('');
}, 60_000);

test('every page that a source names exists', () => {
	const sources = globSync('{nodes,credentials,scripts,sandbox,test}/**/*.{ts,mts,mjs}', {
		cwd: REPOSITORY,
	}).filter((file) => file !== relative(REPOSITORY, import.meta.filename));
	const named = sources.flatMap((file) =>
		[...read(file).matchAll(/\b(?:docs|examples|bench|sandbox)\/[\w-]+\.md\b/g)].map(
			([path]) => path,
		),
	);
	expect(named.length).toBeGreaterThan(3);
	expect([...new Set(named)].filter((path) => !existsSync(join(REPOSITORY, path)))).toEqual([]);
});
