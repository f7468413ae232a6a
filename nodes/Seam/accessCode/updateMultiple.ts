import { updateMultipleAccessCodes } from '../../shared/api/accessCodes';
import {
	collectionField,
	requiredTextField,
	textField,
	timeField,
} from '../../shared/ui/fieldKinds';
import { outcomes, type Operation } from '../operation';
import { given, refuseNoChange } from '../parameters';
import { changedWindow, WORKFLOW_TIME } from '../times';

export const updateMultiple: Operation = {
	name: 'Update Multiple',
	description: 'Change the name or the window of all codes that share a PIN',
	action: 'Update multiple access codes',
	effect: 'change',
	fields: [
		requiredTextField(
			'Shared PIN Group',
			'commonCodeKey',
			'What links the codes, as Create Multiple returns it in common_code_key',
			'e.g. auto_set_by_create_multiple_3d4f0a1c',
		),
		collectionField('Update Fields', 'updateFields', [
			timeField('Ends At', 'endsAt', WORKFLOW_TIME),
			textField('Name', 'name', 'Replaces the whole name of each code', 'e.g. Cleaning Team'),
			timeField('Starts At', 'startsAt', WORKFLOW_TIME),
		]),
	],
	execute: async (run, item) => {
		const common_code_key = item.text('commonCodeKey');
		const fields = item.collection('updateFields');
		// The locks may be in several zones, and Seam does not say which ones they are.
		const zone = () => run.context.getTimezone();
		const changes = given({
			name: fields.optionalText('name'),
			...(await changedWindow(fields, zone)),
		});
		refuseNoChange(changes);
		await updateMultipleAccessCodes(run, common_code_key, changes);
		return outcomes({ success: true, common_code_key });
	},
};
