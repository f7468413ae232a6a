// What Seam documents: the paths of the pinned OpenAPI.
import { readFileSync } from 'node:fs';
import { openapi } from '@seamapi/types/connect';

type Operations = Record<string, { 'x-undocumented'?: string }>;

/** Every path that Seam does not mark as undocumented, in alphabetical order. */
export const documentedPaths: readonly string[] = Object.entries(
	openapi.paths as unknown as Record<string, Operations>,
)
	.filter(([, operations]) =>
		Object.values(operations).some((operation) => !operation['x-undocumented']),
	)
	.map(([path]) => path)
	.sort();

const { version } = JSON.parse(
	readFileSync(new URL('../../node_modules/@seamapi/types/package.json', import.meta.url), 'utf8'),
) as { version: string };

/** The version under which Seam publishes the document. */
export const openapiVersion: string = version;
