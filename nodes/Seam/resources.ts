import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { accessCode } from './accessCode/index';
import { accessGrant } from './accessGrant/index';
import { accessMethod } from './accessMethod/index';
import { actionAttempt } from './actionAttempt';
import { connectedAccount } from './connectedAccount/index';
import { connectWebview } from './connectWebview/index';
import { device } from './device/index';
import { entrance } from './entrance/index';
import { event } from './event/index';
import { lock } from './lock/index';
import { noiseThreshold } from './noiseThreshold/index';
import type { Operation, Resource } from './operation';
import { reservation } from './reservation/index';
import { space } from './space/index';
import {
	allowedActionsField,
	showPinsField,
	toolDescriptionField,
} from '../shared/agent/toolFields';
import { actionOf, toolDescriptionOf } from './toolOfOperation';
import { thermostat } from './thermostat/index';
import { thermostatSchedule } from './thermostatSchedule/index';
import { unmanagedAccessCode } from './unmanagedAccessCode/index';
import { workspace } from './workspace/index';

/** All that the node can do, by the names that its parameters use. */
export const resources: Readonly<Record<string, Resource>> = {
	accessCode,
	accessGrant,
	accessMethod,
	actionAttempt,
	connectWebview,
	connectedAccount,
	device,
	entrance,
	event,
	lock,
	noiseThreshold,
	reservation,
	space,
	thermostat,
	thermostatSchedule,
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

/** Most who open this node for a guest's code look for one of the others. */
const otherNodesNotice: INodeProperties = {
	displayName:
		"For a guest's code, use the node “Seam Create Access Code”: it creates the code and changes it when the booking changes. The node “Seam Wait for Code Set” waits until the code is sure to open the door.",
	name: 'otherNodesNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: ['accessCode'] }, hide: { operation: ['createMultiple'] } },
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
	const fields = Object.entries(operations).flatMap(([name, operation]) =>
		fieldsOfOperation(resource, name, operation),
	);
	return [operationField, ...fields];
}

/** What the operation asks for; as a tool, also what the model is told of it and whether it may carry it out. */
function fieldsOfOperation(
	resource: string,
	name: string,
	operation: Operation,
): INodeProperties[] {
	const show = { resource: [resource], operation: [name] };
	const leave =
		operation.effect === 'read'
			? []
			: [allowedActionsField(actionOf(resources, resource, name), show)];
	return [
		toolDescriptionField(toolDescriptionOf(operation), show),
		...updateDisplayOptions({ show }, operation.fields),
		...leave,
	];
}

/** The fields of the node: the resource, each resource's operations, and what each of them asks for. */
export const properties = [
	resourceField,
	otherNodesNotice,
	...Object.entries(resources).flatMap(fieldsOf),
	showPinsField,
];
