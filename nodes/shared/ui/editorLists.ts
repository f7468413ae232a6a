import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

// The lists that the editor asks for, as nodes name them among their `methods`. What they need is loaded by the first
// question: n8n loads every node at its start.

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;
type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const search = <Name extends string>(file: () => Promise<Record<Name, Search>>, name: Name) =>
	async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
		return await (await file())[name].call(this, filter, paginationToken);
	};

const load = <Name extends string>(file: () => Promise<Record<Name, Load>>, name: Name) =>
	async function (this: ILoadOptionsFunctions) {
		return await (await file())[name].call(this);
	};

const codes = async () => await import('./searchAccessCodes');
export const searchAccessCodes = search(codes, 'searchAccessCodes');
export const searchUnmanagedAccessCodes = search(codes, 'searchUnmanagedAccessCodes');

const accounts = async () => await import('./searchConnectedAccounts');
export const searchConnectedAccounts = search(accounts, 'searchConnectedAccounts');

const devices = async () => await import('./searchDevices');
export const searchDevices = search(devices, 'searchDevices');
export const searchUnmanagedDevices = search(devices, 'searchUnmanagedDevices');

const climateAndNoise = async () => await import('./searchClimateAndNoise');
export const searchNoiseSensors = search(climateAndNoise, 'searchNoiseSensors');
export const searchNoiseThresholds = search(climateAndNoise, 'searchNoiseThresholds');
export const searchThermostats = search(climateAndNoise, 'searchThermostats');
export const searchThermostatSchedules = search(climateAndNoise, 'searchThermostatSchedules');

const records = async () => await import('./searchRecords');
export const searchAccessGrants = search(records, 'searchAccessGrants');
export const searchAccessMethods = search(records, 'searchAccessMethods');
export const searchConnectWebviews = search(records, 'searchConnectWebviews');
export const searchEntrances = search(records, 'searchEntrances');
export const searchSpaces = search(records, 'searchSpaces');

const choices = async () => await import('./loadChoices');
export const loadDevices = load(choices, 'loadDevices');
export const loadEntrances = load(choices, 'loadEntrances');
export const loadSpaces = load(choices, 'loadSpaces');
