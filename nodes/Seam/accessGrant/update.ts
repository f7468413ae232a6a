import {
	getAccessGrant,
	updateAccessGrant,
	type AccessGrantChanges,
} from '../../shared/api/accessGrants';
import { Refusal } from '../../shared/refusal';
import { collectionField, flagField, timeField } from '../../shared/ui/fieldKinds';
import { isEmpty } from '../../shared/ui/locator';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { given, refuseNoChange } from '../parameters';
import { changedWindow, WORKFLOW_TIME } from '../times';
import { ACCESS_GRANT_FIELDS, simplified } from '../simplify';
import { grantFields, grantNameField, readGrant } from './fields';

export const update: Operation = {
	name: 'Update',
	description: 'Change the name or the time of a grant',
	action: 'Update access grant',
	effect: 'change',
	fields: [
		...grantFields,
		collectionField('Update Fields', 'updateFields', [
			timeField('Ends At', 'endsAt', WORKFLOW_TIME),
			grantNameField,
			flagField(
				'Remove End',
				'removeEnd',
				false,
				'Whether to remove the end, so that access never ends',
			),
			timeField('Starts At', 'startsAt', WORKFLOW_TIME),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const grant = readGrant(item);
		const fields = item.collection('updateFields');
		// A grant may span locks in several zones; only its maker knows which one a bare time is meant in.
		const zone = () => run.context.getTimezone();
		const hasNoEnd = fields.flag('removeEnd') === true;
		if (hasNoEnd && !isEmpty(fields.value('endsAt'))) {
			throw new Refusal(
				`'${fields.label('removeEnd')}' is on, and '${fields.label('endsAt')}' is given`,
				{
					parameter: fields.path('removeEnd'),
					fix: 'Remove one of the two: the grant either ends then, or never.',
				},
			);
		}
		const changes: AccessGrantChanges = given({
			name: fields.optionalText('name'),
			...(await changedWindow(fields, zone)),
			...(hasNoEnd ? { ends_at: null } : {}),
		});
		refuseNoChange(changes);
		await updateAccessGrant(run, grant, changes);
		const updated = await getAccessGrant(run, grant);
		return simplified(item, updated, ACCESS_GRANT_FIELDS);
	},
};
