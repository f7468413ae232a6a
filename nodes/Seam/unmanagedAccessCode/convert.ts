import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { convertToManaged } from '../../shared/api/unmanagedAccessCodes';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, readCollection, readText } from '../parameters';

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
					displayName: 'Allow External Modification',
					name: 'isExternalModificationAllowed',
					type: 'boolean',
					default: false,
					description: "Whether changes made in the maker's app are kept",
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

export const execute: Operation = async (run, itemIndex) => {
	const id = readText(run, 'accessCodeId', 'Access Code ID', itemIndex);
	const options = readCollection(run, 'options', itemIndex);
	const request = given({
		is_external_modification_allowed: options.isExternalModificationAllowed as boolean | undefined,
		force: options.force as boolean | undefined,
	});
	await convertToManaged(run.context, id, request, itemIndex);
	return outcomes({ success: true, access_code_id: id });
};
