import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchDevices } from '../shared/ui/editorLists';
import { properties } from './properties';

/** Reads a lock, or all locks of a listing, and reports what each is, which codes it can take and what is wrong with it. */
export class SeamGetDevice implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam Get Device',
		name: 'seamGetDevice',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle:
			'={{ ((all) => all.findBy === "customMetadata" ? (all.severalMatches === "all" ? "All by " : "By ") + (/^(=|$)/.test(all.metadataKey ?? "") ? "Custom Metadata" : all.metadataKey) + (/^(=|$)/.test(all.metadataValue ?? "") ? "" : " = " + all.metadataValue) : ((at) => at.mode === "list" && at.cachedResultName ? at.cachedResultName.split(" · ")[0] : at.mode === "name" && !/^(=|$)/.test(at.value ?? "") ? at.value : at.mode === "name" ? "By Name" : at.mode === "list" ? "From List" : "By ID")(all.device ?? {}))($parameter.toJSON()) }}',
		description:
			'Reads a lock, or all locks of a listing: what it is, its health and which access codes it can take',
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
