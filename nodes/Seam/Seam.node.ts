import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import {
	loadDevices,
	loadEntrances,
	loadSpaces,
	searchAccessCodes,
	searchAccessGrants,
	searchAccessMethods,
	searchConnectedAccounts,
	searchConnectWebviews,
	searchDevices,
	searchEntrances,
	searchNoiseSensors,
	searchNoiseThresholds,
	searchSpaces,
	searchThermostats,
	searchThermostatSchedules,
	searchUnmanagedAccessCodes,
	searchUnmanagedDevices,
} from '../shared/ui/editorLists';
import { properties } from './properties';
import { CHOSEN_NAME, TITLE_CASE } from '../shared/ui/subtitle';

/** The rest of Seam's API that booking automation needs, besides the nodes that read, create and wait. */
export class Seam implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam',
		name: 'seam',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			`={{ ${TITLE_CASE}(($parameter["operation"] + ": " + $parameter["resource"]).replace(/([a-z])([A-Z])/g, "$1 $2")).replace("Pin", "PIN")` +
			' + ((chosen) => chosen ? " · " + chosen : "")(Object.values($parameter.toJSON()).filter((field) => field?.__rl)' +
			`.map(${CHOSEN_NAME}).map((name) => name.replace(/, ([\\d:-]+ )?to ([\\d:-]+|no end)$/, "")).filter((name) => name).pop()) }}`,
		description:
			'Work with access codes, grants, devices, locks, reservations, spaces, thermostats and events in Seam; to create a code and wait for it, take Seam Create Access Code and Seam Wait for Code Set',
		defaults: { name: 'Seam' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'seamApi', required: true }],
		properties,
	};

	methods = {
		listSearch: {
			searchAccessCodes,
			searchAccessGrants,
			searchAccessMethods,
			searchConnectedAccounts,
			searchConnectWebviews,
			searchDevices,
			searchEntrances,
			searchNoiseSensors,
			searchNoiseThresholds,
			searchSpaces,
			searchThermostats,
			searchThermostatSchedules,
			searchUnmanagedAccessCodes,
			searchUnmanagedDevices,
		},
		loadOptions: { loadDevices, loadEntrances, loadSpaces },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What only a run needs is loaded by the first one: n8n loads every node at its start.
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
