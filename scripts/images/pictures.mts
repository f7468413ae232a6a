// Every picture of docs/images: its name, and the files that it shows. What a picture shows and what is written beside it
// must not drift apart: a picture is out of date as soon as one of these files has changed.
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { REPOSITORY } from '../../test/e2e/harness/index.mts';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export interface Picture {
	/** Its file in docs/images is this name; in the dark with `-dark` behind it. */
	name: string;
	/** Patterns of files, from the root of the repository. */
	sources: string[];
}

/** What the editor shows of a node: its fields, and what came out. */
const nodePicture = (name: string, folder: string, ...more: string[]): Picture => ({
	name,
	sources: [
		`nodes/${folder}/{${folder}.node,properties,options}.ts`,
		`nodes/${folder}/__schema__/**/*.json`,
		'nodes/shared/ui/{*Field,*Fields,*Options,dateForm,makers,labels}.ts',
		...more,
	],
});

/** Of the editor: the node panel, the credential, each node set up and with its output, an example after a run. */
export const EDITOR_PICTURES: Picture[] = [
	{ name: 'node-panel', sources: ['nodes/*/*.node.ts', 'nodes/*/*.node.json', 'icons/*'] },
	{ name: 'credential', sources: ['credentials/*.ts', 'icons/*'] },
	{ name: 'example-run', sources: ['examples/booking-to-pin.json', 'icons/*'] },
	nodePicture('get-device', 'SeamGetDevice'),
	nodePicture(
		'create-access-code',
		'SeamCreateAccessCode',
		'nodes/SeamCreateAccessCode/lockRules.ts',
	),
	nodePicture('wait-for-code-set', 'SeamWaitForCodeSet'),
	nodePicture('trigger', 'SeamTrigger', 'nodes/shared/ui/eventTypes.ts'),
	nodePicture('seam', 'Seam', 'nodes/Seam/resources.ts', 'nodes/Seam/accessCode/getMany.ts'),
];

export const CONSOLE_PICTURES: Picture[] = [
	{ name: 'console', sources: ['sandbox/console/**/*', 'sandbox/portfolio/*.mts'] },
];

/** One of each example's canvas. */
export const GALLERY_PICTURES: Picture[] = globSync('examples/*.json', { cwd: REPOSITORY })
	.map((file) => basename(file, '.json'))
	.sort()
	.map((slug) => ({ name: `examples/${slug}`, sources: [`examples/${slug}.json`] }));

export const PICTURES: Picture[] = [...EDITOR_PICTURES, ...CONSOLE_PICTURES, ...GALLERY_PICTURES];

export const fileOf = (name: string, scheme: Scheme): string =>
	scheme === 'light' ? `${name}.png` : `${name}-dark.png`;
