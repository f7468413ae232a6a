// What the browser loads: the page's own files and its libraries, as they are, without a build.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface PageFile {
	type: string;
	content: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';

/** The libraries, by the name under which the page's files import them. */
const LIBRARIES: Record<string, string> = {
	preact: 'preact/dist/preact.mjs',
	'preact/hooks': 'preact/hooks/dist/hooks.mjs',
	htm: 'htm/dist/htm.mjs',
	'htm/preact': 'htm/preact/index.mjs',
	'@preact/signals-core': '@preact/signals-core/dist/signals-core.mjs',
	'@preact/signals': '@preact/signals/dist/signals.mjs',
};

const PAGE_SCRIPTS = [
	'app.mjs',
	'actions.mjs',
	'axis.mjs',
	'booking.mjs',
	'connection.mjs',
	'feeds.mjs',
	'keypad.mjs',
	'lock.mjs',
	'clock.mjs',
	'timeline.mjs',
	'trouble.mjs',
];

const read = (path: string): string =>
	readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

const imports = JSON.stringify({
	imports: Object.fromEntries(
		Object.keys(LIBRARIES).map((name) => [name, `/console/library/${name}.mjs`]),
	),
});

/** Every file of the console, by the path under which it is served. */
export function readPageFiles(): Map<string, PageFile> {
	const files = new Map<string, PageFile>();
	const page = read('./page/index.html').replace('importmap">', `importmap">${imports}`);
	files.set('/', { type: 'text/html; charset=utf-8', content: page });
	files.set('/console/style.css', {
		type: 'text/css; charset=utf-8',
		content: read('./page/style.css'),
	});
	for (const name of PAGE_SCRIPTS) {
		files.set(`/console/${name}`, { type: SCRIPT, content: read(`./page/${name}`) });
	}
	for (const [name, path] of Object.entries(LIBRARIES)) {
		// Their source maps are not served.
		const content = read(`../../node_modules/${path}`).replace(/\n\/\/# sourceMappingURL=.*/, '');
		files.set(`/console/library/${name}.mjs`, { type: SCRIPT, content });
	}
	return files;
}

const hash = createHash('sha256').update(imports).digest('base64');

/** The page loads from the sandbox only; the one inline script is the import map. */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	`script-src 'self' 'sha256-${hash}'`,
	"style-src 'self'",
	"connect-src 'self'",
	"img-src 'self' data:",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');
