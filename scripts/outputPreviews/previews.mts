// The previews that n8n's editor shows of what a node puts out before its first run, and the files that hold them.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Seam } from '../../nodes/Seam/Seam.node';
import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { SeamGetDevice } from '../../nodes/SeamGetDevice/SeamGetDevice.node';
import { SeamTrigger } from '../../nodes/SeamTrigger/SeamTrigger.node';
import { SeamWaitForCodeSet } from '../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { outputsOfNamedNodes } from './namedNodes.mts';
import { outputsOfOperations } from './operations.mts';
import { schemaOf, withTypesOfOthers, type Schema } from './schemaOf.mts';
import { onStage } from './stage.mts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** By the path of its file in the repository. */
export type Previews = Record<string, Schema>;

const NAMED = [SeamGetDevice, SeamCreateAccessCode, SeamWaitForCodeSet, SeamTrigger];

/** Where n8n looks for a preview (n8n-core, `output-schema-resolver`): by version, then resource and operation. */
const folderOf = (node: typeof Seam | (typeof NAMED)[number]): string => {
	const { version: versions, defaultVersion = versions } = new node().description;
	const version = String(defaultVersion).split('.').concat('0', '0').slice(0, 3);
	return `nodes/${node.name}/__schema__/v${version.join('.')}`;
};

/** Runs every operation and every named node against a sandbox of their own, and describes what comes out. */
export async function freshPreviews(): Promise<Previews> {
	const operations = await onStage(outputsOfOperations);
	const named = await onStage(outputsOfNamedNodes);
	const schemas = new Map([...operations].map(([name, items]) => [name, schemaOf(items)]));
	const resourceOf = (name: string) => name.split('/')[0];
	const ofOperations = [...schemas].map(([name, schema]) => {
		const others = [...schemas].filter(([other]) => resourceOf(other) === resourceOf(name));
		const known = withTypesOfOthers(
			schema,
			others.map(([, other]) => other),
		);
		return [`${folderOf(Seam)}/${name}.json`, known] as const;
	});
	const ofNamed = NAMED.map(
		(node) => [`${folderOf(node)}.json`, schemaOf(named.get(node.name) ?? [])] as const,
	);
	return Object.fromEntries([...ofOperations, ...ofNamed]);
}

/** The previews as they are in the repository. */
export function keptPreviews(): Previews {
	const files = globSync('nodes/*/__schema__/**/*.json', { cwd: ROOT }).sort();
	return Object.fromEntries(
		files.map((file) => [file, JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8')) as Schema]),
	);
}
