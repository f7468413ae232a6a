import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import {
	getAccessGrant,
	updateAccessGrant,
	type AccessGrantChanges,
} from '../../shared/api/accessGrants';
import { outcomes, type Operation } from '../operation';
import { given, refuseNoChange } from '../parameters';
import { changedWindow } from '../times';
import { grantFields, readGrant } from './fields';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessGrant'], operation: ['update'] } },
	[
		...grantFields,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Ends At',
					name: 'endsAt',
					type: 'dateTime',
					default: '',
					description: "Without a time zone, the workflow's is used",
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description: 'What the grant is called in Seam',
				},
				{
					displayName: 'Remove End',
					name: 'removeEnd',
					type: 'boolean',
					default: false,
					description: 'Whether to remove the end, so that access never ends',
				},
				{
					displayName: 'Starts At',
					name: 'startsAt',
					type: 'dateTime',
					default: '',
					description: "Without a time zone, the workflow's is used",
				},
			],
		},
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const grant = readGrant(item);
	const fields = item.collection('updateFields');
	// A grant may span locks in several zones; only its maker knows which one a bare time is meant in.
	const zone = () => run.context.getTimezone();
	const hasNoEnd = fields.flag('removeEnd') === true;
	const changes: AccessGrantChanges = given({
		name: fields.optionalText('name'),
		...(await changedWindow(fields, zone)),
		...(hasNoEnd ? { ends_at: null } : {}),
	});
	refuseNoChange(changes);
	await updateAccessGrant(run.context, grant, changes, itemIndex);
	return outcomes(await getAccessGrant(run.context, grant, itemIndex));
};
