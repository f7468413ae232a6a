// The page itself, as Markdown.
import { documentedPaths, openapiVersion } from './documentedPaths.mts';
import { reasonFor } from './leftOut.mts';
import { usesOf } from './uses.mts';

const HEAD = `# Seam’s API and this package

Every path that Seam documents (OpenAPI of \`@seamapi/types\` ${openapiVersion}), and where it is in the package: operations of the node
**Seam** as _Resource: Operation_, the other nodes by their names. What is left out has its reason. This page is
made by \`node scripts/run.mjs scripts/apiPage.mts\`; a test compares it with the sources.
`;

interface Row {
	path: string;
	users: string[];
}

/** Paths that the package neither calls nor leaves out for a reason. */
export const unexplainedPaths = (): string[] =>
	rows()
		.filter(({ path, users }) => users.length === 0 && reasonFor(path) === undefined)
		.map(({ path }) => path);

function rows(): Row[] {
	const uses = usesOf(documentedPaths);
	return documentedPaths.map((path) => ({ path, users: uses.get(path) ?? [] }));
}

export function apiPage(): string {
	const all = rows();
	const areaOf = ({ path }: Row) => path.split('/')[1];
	const areas = [...new Set(all.map(areaOf))];
	const inPackage = all.filter(({ users }) => users.length > 0).length;
	return [
		HEAD,
		`${inPackage} of ${all.length} paths are in the package.\n`,
		...areas.map(
			(area) => `## ${titleOf(area)}\n\n${tableOf(all.filter((row) => areaOf(row) === area))}`,
		),
	].join('\n');
}

const titleOf = (area: string): string =>
	area.charAt(0).toUpperCase() + area.slice(1).replaceAll('_', ' ');

const tableOf = (paths: Row[]): string =>
	[
		'| Seam’s API | in the package |',
		'| --- | --- |',
		...paths.map(({ path, users }) => `| \`${path}\` | ${placeOf(path, users)} |`),
		'',
	].join('\n');

const placeOf = (path: string, users: string[]): string =>
	users.length > 0 ? users.join(' · ') : `– ${reasonFor(path) ?? ''}`;
