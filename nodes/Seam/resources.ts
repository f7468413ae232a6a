import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { accessCode } from './accessCode/index';
import { accessGrant } from './accessGrant/index';
import { actionAttempt } from './actionAttempt';
import { connectedAccount } from './connectedAccount/index';
import { connectWebview } from './connectWebview/index';
import { device } from './device/index';
import { event } from './event/index';
import { lock } from './lock/index';
import type { Resource } from './operation';
import { space } from './space/index';
import { unmanagedAccessCode } from './unmanagedAccessCode/index';
import { workspace } from './workspace/index';

/** All that the node can do, by the names that its parameters use. */
export const resources: Readonly<Record<string, Resource>> = {
	accessCode,
	accessGrant,
	actionAttempt,
	connectWebview,
	connectedAccount,
	device,
	event,
	lock,
	space,
	unmanagedAccessCode,
	workspace,
};

const resourceField: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: Object.entries(resources).map(([value, { name }]) => ({ name, value })),
	default: 'accessCode',
};

function fieldsOf([resource, { operations, default: usual }]: [string, Resource]) {
	const operationField: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: Object.entries(operations).map(([value, { name, description, action }]) => ({
			name,
			value,
			description,
			action,
		})),
		default: usual,
	};
	const fields = Object.entries(operations).flatMap(([operation, { fields: ofOperation }]) =>
		updateDisplayOptions({ show: { resource: [resource], operation: [operation] } }, ofOperation),
	);
	return [operationField, ...fields];
}

/** The fields of the node: the resource, each resource's operations, and what each of them asks for. */
export const properties = [resourceField, ...Object.entries(resources).flatMap(fieldsOf)];
