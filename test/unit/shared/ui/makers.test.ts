import { openapi } from '@seamapi/types/connect';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import {
	deviceTypeField,
	manufacturerField,
	providersField,
	thermostatMakerField,
	thermostatTypeField,
} from '../../../../nodes/shared/ui/makers';

interface Schema {
	enum?: string[];
	items?: Schema;
	oneOf?: Schema[];
}
interface Operation {
	requestBody: {
		content: { 'application/json': { schema: { properties: Record<string, Schema> } } };
	};
}
const paths = openapi.paths as unknown as Record<string, { post: Operation }>;
const keysOf = ({ enum: keys = [], items, oneOf = [] }: Schema): string[] => [
	...keys,
	...(items ? keysOf(items) : []),
	...oneOf.flatMap(keysOf),
];
const documented = (path: string, parameter: string): string[] =>
	keysOf(paths[path].post.requestBody.content['application/json'].schema.properties[parameter]);
const options = (field: INodeProperties) => field.options as INodePropertyOptions[];

it.each([
	['manufacturers', manufacturerField(''), '/devices/list', 'manufacturer'],
	['device types', deviceTypeField(''), '/devices/list', 'device_type'],
	['makers of thermostats', thermostatMakerField(''), '/thermostats/list', 'manufacturer'],
	['types of thermostat', thermostatTypeField(''), '/thermostats/list', 'device_type'],
	['providers', providersField('', '', ''), '/connect_webviews/create', 'accepted_providers'],
])('%s are those that Seam documents', (_what, field, path, parameter) => {
	const values = options(field).map(({ value }) => String(value));
	expect(values.sort()).toEqual(documented(path, parameter).sort());
});

it('writes makers as they write themselves', () => {
	const names = options(deviceTypeField('')).map(({ name }) => name);
	expect(names).toEqual(
		expect.arrayContaining(['2N Intercom', 'dormakaba Oracode Door', 'TTLock Lock', 'Yale Lock']),
	);
	expect(options(providersField('', '', '')).map(({ name }) => name)).toContain('SALTO KS Accept');
});
