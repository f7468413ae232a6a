import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import {
	getAccessGrant,
	updateAccessGrant,
	type AccessGrantChanges,
} from '../../shared/api/accessGrants';
import { outcomes, type Operation } from '../operation';
import { given, optionalText, optionalWindow, readCollection, refuseNoChange } from '../parameters';
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
					description: "Without an offset it is meant in the workflow's time zone",
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
					description: 'Whether access goes on without an end',
				},
				{
					displayName: 'Starts At',
					name: 'startsAt',
					type: 'dateTime',
					default: '',
					description: "Without an offset it is meant in the workflow's time zone",
				},
			],
		},
	],
);

export const execute: Operation = async (run, itemIndex) => {
	const grant = readGrant(run, itemIndex);
	const fields = readCollection(run, 'updateFields', itemIndex);
	// A grant may span locks in several zones; only its maker knows which one a bare time is meant in.
	const zone = () => run.context.getTimezone();
	const hasNoEnd = fields.removeEnd === true;
	const ends = { startsAt: fields.startsAt, endsAt: hasNoEnd ? undefined : fields.endsAt };
	const changes: AccessGrantChanges = given({
		name: optionalText(fields.name),
		...(await optionalWindow(ends, zone, 'updateFields')),
		...(hasNoEnd ? { ends_at: null } : {}),
	});
	refuseNoChange(changes);
	await updateAccessGrant(run.context, grant, changes, itemIndex);
	return outcomes(await getAccessGrant(run.context, grant, itemIndex));
};
