import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchDevices } from '../shared/ui/editorLists';
import { properties } from './properties';
import { CHOSEN_NAME } from '../shared/ui/subtitle';

/** Reads a lock, or all locks of a listing, and reports what each is, which codes it can take and what is wrong with it. */
export class SeamGetDevice implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam Get Device',
		name: 'seamGetDevice',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle:
			'={{ ((all) => all.findBy === "customMetadata"' +
			' ? (all.severalMatches === "all" ? "All by " : "By ") + (/^(=|$)/.test(all.metadataKey ?? "") ? "Custom Metadata" : all.metadataKey) + (/^(=|$)/.test(all.metadataValue ?? "") ? "" : " = " + all.metadataValue)' +
			` : ${CHOSEN_NAME}(all.device) || { name: "By Name", list: "From List" }[all.device?.mode] || "By ID")($parameter.toJSON()) }}`,
		description:
			'Read a lock, or all locks of a listing: what it is, its health and which access codes it can take',
		defaults: { name: 'Seam Get Device' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'seamApi', required: true }],
		properties,
	};

	methods = { listSearch: { searchDevices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What only a run needs is loaded by the first one: n8n loads every node at its start.
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
