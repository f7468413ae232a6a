import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { createConnectWebview } from '../../shared/api/connections';
import { metadataField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, optionalMetadata } from '../parameters';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['connectWebview'], operation: ['create'] } },
	[
		{
			displayName: 'Accepted Providers',
			name: 'acceptedProviders',
			type: 'string',
			default: '',
			placeholder: 'e.g. igloohome, yale',
			description:
				"Manufacturers whose accounts may be connected, by Seam's keys with commas between them. Empty offers all that Seam supports.",
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Automatically Manage New Devices',
					name: 'automaticallyManageNewDevices',
					type: 'boolean',
					default: true,
					description: 'Whether devices that are added to the account later are managed by Seam',
				},
				metadataField,
				{
					displayName: 'Customer Key',
					name: 'customerKey',
					type: 'string',
					default: '',
					description: 'The customer of yours to whom the account belongs',
				},
				{
					displayName: 'Redirect URL',
					name: 'redirectUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/connected',
					description: 'Where the person goes after connecting the account',
				},
				{
					displayName: 'Redirect URL on Failure',
					name: 'redirectFailureUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/not-connected',
					description: 'Where the person goes when the account could not be connected',
				},
				{
					displayName: 'Wait for Device Creation',
					name: 'waitForDeviceCreation',
					type: 'boolean',
					default: false,
					description: "Whether the page waits until Seam has read the account's devices",
				},
			],
		},
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const more = item.collection('additionalFields');
	const request = given({
		accepted_providers: item.optionalTexts('acceptedProviders'),
		custom_redirect_url: more.optionalText('redirectUrl'),
		custom_redirect_failure_url: more.optionalText('redirectFailureUrl'),
		customer_key: more.optionalText('customerKey'),
		custom_metadata: optionalMetadata(more),
		automatically_manage_new_devices: more.flag('automaticallyManageNewDevices'),
		wait_for_device_creation: more.flag('waitForDeviceCreation'),
	});
	return outcomes(await createConnectWebview(run.context, request, itemIndex));
};
