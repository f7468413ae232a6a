import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as createMultiple from './createMultiple';
import * as remove from './delete';
import * as generatePin from './generatePin';
import * as get from './get';
import * as getMany from './getMany';
import * as pullBackup from './pullBackup';
import * as update from './update';

export const operations: Operations = {
	createMultiple: createMultiple.execute,
	delete: remove.execute,
	generatePin: generatePin.execute,
	get: get.execute,
	getMany: getMany.execute,
	pullBackup: pullBackup.execute,
	update: update.execute,
};

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['accessCode'] } },
		options: [
			{
				name: 'Create Multiple',
				value: 'createMultiple',
				description: 'Give several online locks one PIN',
				action: 'Create multiple access codes',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Take a PIN off its lock, and say whether it can still open the door',
				action: 'Delete access code',
			},
			{
				name: 'Generate PIN',
				value: 'generatePin',
				description: 'Have Seam propose a PIN that the lock takes, without programming it',
				action: 'Generate PIN',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Retrieve one code',
				action: 'Get access code',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Retrieve the codes that Seam manages on a lock',
				action: 'Get many access codes',
			},
			{
				name: 'Pull Backup',
				value: 'pullBackup',
				description: 'Take a spare code in place of one that could not be set',
				action: 'Pull backup access code',
			},
			{
				name: 'Update',
				value: 'update',
				description: 'Change the PIN, name or window of an online code',
				action: 'Update access code',
			},
		],
		default: 'get',
	},
	...createMultiple.properties,
	...remove.properties,
	...generatePin.properties,
	...get.properties,
	...getMany.properties,
	...pullBackup.properties,
	...update.properties,
];
