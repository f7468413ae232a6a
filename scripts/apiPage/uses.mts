// Which operations and nodes call which path, read from the sources: nobody has to keep a list.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const API = 'nodes/shared/api/';

interface Import {
	file: string;
	/** What is imported besides types. */
	names: string[];
}

interface Source {
	text: string;
	imports: Import[];
}

const sources = new Map(
	globSync('nodes/**/*.ts', { cwd: ROOT }).map((file) => {
		const text = readFileSync(join(ROOT, file), 'utf8');
		return [file, { text, imports: importsOf(file, text) } satisfies Source] as const;
	}),
);

function importsOf(file: string, text: string): Import[] {
	const found = text.matchAll(/^import \{([^}]*)\} from '(\.[^']*)';/gm);
	const loaded = text.matchAll(/\bimport\('(\.[^']*)'\)/g);
	const resolved = (path: string) => {
		const bare = normalize(join(dirname(file), path));
		return existsSync(join(ROOT, `${bare}.ts`)) ? `${bare}.ts` : join(bare, 'index.ts');
	};
	return [
		...[...found].map(([, names, path]) => ({ file: resolved(path), names: namesIn(names) })),
		...[...loaded].map(([, path]) => ({ file: resolved(path), names: ['*'] })),
	].filter(({ names }) => names.length > 0);
}

/** `a, b as c, type D` as `a`, `b`. */
function namesIn(list: string): string[] {
	return list
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '' && !name.startsWith('type '))
		.map((name) => name.split(' ')[0]);
}

/** The paths that stand in a text; `${…}` in one stands for any word. */
const pathsIn = (text: string, documented: readonly string[]): string[] =>
	[...text.matchAll(/['`](\/[a-z_/]+(?:\$\{\w+\}\w*)?)['`]/g)].flatMap(([, path]) => {
		const pattern = new RegExp(`^${path.replace(/\$\{[^}]*\}/g, '[a-z]+')}$`);
		return documented.filter((known) => pattern.test(known));
	});

/** The part of an API file that makes one of its exports, and all that a function there may call. */
function pathsOfExport(file: string, name: string, documented: readonly string[]): string[] {
	const { text, imports } = sources.get(file)!;
	const parts = text.split(/^(?=export )/m);
	const part = parts.find((candidate) =>
		new RegExp(`^export (?:const|(?:async )?function) ${name}\\b`).test(candidate),
	);
	if (part === undefined) return [];
	const own = pathsIn(part, documented);
	if (own.length > 0) return own;
	const calls = (called: string) => new RegExp(`\\b${called}\\b`).test(part);
	const beside = [...text.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)]
		.map(([, other]) => other)
		.filter((other) => other !== name && calls(other))
		.map((other) => [file, other] as const);
	const elsewhere = imports.flatMap(({ file: from, names }) =>
		from.startsWith(API) && from !== file
			? names.filter(calls).map((called) => [from, called] as const)
			: [],
	);
	return [...beside, ...elsewhere].flatMap(([from, called]) =>
		pathsOfExport(from, called, documented),
	);
}

/** The paths that a file calls by itself. */
function directPaths(file: string, documented: readonly string[]): string[] {
	const source = sources.get(file);
	if (source === undefined) return [];
	const imported = source.imports
		.filter(({ file: from }) => from.startsWith(API))
		.flatMap(({ file: from, names }) =>
			names.flatMap((name) => pathsOfExport(from, name, documented)),
		);
	return [...imported, ...pathsIn(source.text, documented)];
}

/** A file, and what it imports from the folder of its resource. */
function ownFiles(file: string): string[] {
	const folder = dirname(file);
	if (folder === 'nodes/Seam') return [file];
	const beside = sources.get(file)!.imports.map(({ file: imported }) => imported);
	return [file, ...beside.filter((imported) => dirname(imported) === folder)];
}

/** The paths that a file calls by itself or through what it imports. */
function allPaths(
	file: string,
	documented: readonly string[],
	seen: Set<string> = new Set(),
): string[] {
	if (seen.has(file) || file.startsWith(API) || !sources.has(file)) return [];
	seen.add(file);
	const { imports } = sources.get(file)!;
	return [
		...directPaths(file, documented),
		// What the editor lists is no work of the node.
		...imports.flatMap(({ file: next }) => (isList(next) ? [] : allPaths(next, documented, seen))),
	];
}

/** What the editor's lists of devices and accounts are read with. */
const isList = (file: string): boolean => /shared\/ui\/search\w+\.ts$/.test(file);

const nameIn = (text: string): string => /\bname: '([^']+)'/.exec(text)?.[1] ?? '';

interface Entry {
	label: string;
	file: string;
	kind: 'node' | 'operation' | 'list';
}

/** The files that carry out something a user chooses, by what the user sees. */
function entries(): Entry[] {
	return [...sources].flatMap(([file, { text }]): Entry[] => {
		if (/\/(?!Seam\.node)\w+\.node\.ts$/.test(file)) {
			const label = /displayName: '([^']+)'/.exec(text)?.[1] ?? file;
			return [{ label: `**${label}**`, file, kind: 'node' }];
		}
		if (isList(file)) {
			return [{ label: 'the lists to choose from', file, kind: 'list' }];
		}
		if (!file.startsWith('nodes/Seam/')) return [];
		if (/: Resource = \{/.test(text) && !file.endsWith('/index.ts')) {
			const operations = [...text.matchAll(/^\t\t\tname: '([^']+)'/gm)].map(([, name]) => name);
			const label = `${nameIn(text)}: ${operations.join(', ')}`;
			return [{ label, file, kind: 'operation' }];
		}
		if (!/: Operation = \{/.test(text)) return [];
		const resource = sources.get(join(dirname(file), 'index.ts'))?.text ?? '';
		const operation = /: Operation = \{\s+name: '([^']+)'/.exec(text)?.[1] ?? '';
		return [{ label: `${nameIn(resource)}: ${operation}`, file, kind: 'operation' }];
	});
}

/** An operation that does nothing but read a device, through the devices that all items of a run share. */
const readsDevice = (file: string): boolean =>
	/effect: 'read'/.test(sources.get(file)!.text) &&
	ownFiles(file).some((own) => sources.get(own)?.text.includes('run.devices.get('));

/**
 * Who calls each path. Of the operations that only read something on their way, such as the lock's time zone, none is
 * named where others are about just that path.
 */
export function usesOf(documented: readonly string[]): Map<string, string[]> {
	const uses = new Map<string, { direct: string[]; further: string[] }>();
	for (const { label, file, kind } of entries()) {
		const direct = new Set(ownFiles(file).flatMap((own) => directPaths(own, documented)));
		if (kind === 'operation' && readsDevice(file)) direct.add('/devices/get');
		for (const path of new Set([...allPaths(file, documented), ...direct])) {
			const use = uses.get(path) ?? { direct: [], further: [] };
			const isAboutIt = kind === 'node' || (kind === 'operation' && direct.has(path));
			use[isAboutIt ? 'direct' : 'further'].push(label);
			uses.set(path, use);
		}
	}
	return new Map(
		[...uses].map(([path, { direct, further }]) => [
			path,
			[...new Set(direct.length > 0 ? direct : further)].sort((a, b) => a.localeCompare(b)),
		]),
	);
}
