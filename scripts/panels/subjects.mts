// Which parameter panels there are: of each node one as it opens, and as many with everything added as it takes to show
// all that its description has. The node Seam counts as one node for each of its operations.
import { NodeHelpers, type INodeParameters, type INodeType } from 'n8n-workflow';
import { Seam } from '../../nodes/Seam/Seam.node';
import { resources } from '../../nodes/Seam/resources';
import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { SeamGetDevice } from '../../nodes/SeamGetDevice/SeamGetDevice.node';
import { SeamTrigger } from '../../nodes/SeamTrigger/SeamTrigger.node';
import { SeamWaitForCodeSet } from '../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { fullParameters } from './fullParameters.mts';

/** A node as the editor is to show it. */
export interface Subject {
	/** Of its pictures and of the node on the canvas. */
	name: string;
	/** The class of the node. */
	node: string;
	/** As n8n stores it. */
	type: string;
	typeVersion: number;
	parameters: INodeParameters;
	/** For the node Seam, `resource/operation`. */
	operation?: string;
}

const NAMED = [SeamCreateAccessCode, SeamWaitForCodeSet, SeamGetDevice, SeamTrigger];

/** Of every node, and of every operation of the node Seam. */
export function panelSubjects(): Subject[] {
	const named = NAMED.flatMap((node) => subjectsOf(new node(), node.name, {}));
	const operations = Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.keys(operations).flatMap((operation) =>
			subjectsOf(new Seam(), `Seam-${resource}-${operation}`, { resource, operation }),
		),
	);
	return [...named, ...operations];
}

function subjectsOf(
	{ description }: INodeType,
	name: string,
	parameters: { resource?: string; operation?: string },
): Subject[] {
	const { version, defaultVersion, properties } = description;
	const typeVersion = defaultVersion ?? [version].flat().at(-1)!;
	const { resource, operation } = parameters;
	const subject = {
		node: `${description.name[0].toUpperCase()}${description.name.slice(1)}`,
		type: `n8n-nodes-seam.${description.name}`,
		typeVersion,
		...(resource && { operation: `${resource}/${operation}` }),
	};
	const node = { typeVersion };
	const asItOpens = NodeHelpers.getNodeParameters(
		properties,
		parameters,
		true,
		false,
		node,
		description,
	)!;
	const full = fullParameters(properties, asItOpens, node, description);
	return [
		{ ...subject, name, parameters },
		...full.map((all, index) => ({
			...subject,
			name: `${name}-full${full.length > 1 ? index + 1 : ''}`,
			parameters: all,
		})),
	];
}
