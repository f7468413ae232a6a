import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { convertToManaged } from '../../shared/api/unmanagedAccessCodes';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given } from '../parameters';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['unmanagedAccessCode'], operation: ['convert'] } },
	[
		{ ...accessCodeIdField, description: 'The ID of a code that was made outside Seam' },
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: "Keep Changes Made in the Lock's App",
					name: 'isExternalModificationAllowed',
					type: 'boolean',
					default: false,
					description:
						"Whether a change made to the code in the lock's own app stays (Seam: is_external_modification_allowed)",
				},
				{
					displayName: 'Force',
					name: 'force',
					type: 'boolean',
					default: false,
					description: 'Whether to take the code over from another Seam workspace',
				},
			],
		},
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const id = item.text('accessCodeId');
	const options = item.collection('options');
	const request = given({
		is_external_modification_allowed: options.flag('isExternalModificationAllowed'),
		force: options.flag('force'),
	});
	await convertToManaged(run.context, id, request, itemIndex);
	return outcomes({ success: true, access_code_id: id });
};
