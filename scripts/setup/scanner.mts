import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exists, installOnce } from './cache.mjs';
import { runNpmInstall } from './npm.mjs';

const VERSION = '0.32.0';
const ENTRY = join('node_modules', '@n8n', 'scan-community-package', 'scanner', 'scanner.mjs');

/** What we use of n8n's own scanner for community packages. */
export interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(
		folder: string,
		patterns?: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}

/** n8n's scanner, installed into the cache when it isn't there (it brings its own ESLint and TypeScript). */
export async function ensureScanner(say: (line: string) => void = console.log): Promise<Scanner> {
	const folder = await installOnce(`scan-community-package-${VERSION}`, {
		announce: () => say('Installing n8n’s package scanner into the cache (about 30 s) …'),
		say,
		install: async (target) => {
			await writeFile(join(target, 'package.json'), '{"private":true}\n');
			await runNpmInstall([`@n8n/scan-community-package@${VERSION}`], { cwd: target });
		},
		verify: async (target) => {
			if (!(await exists(join(target, ENTRY)))) throw new Error('The scanner is not complete.');
		},
	});
	return (await import(pathToFileURL(join(folder, ENTRY)).href)) as Scanner;
}
