import { createConnectWebview } from '../../shared/api/connections';
import { collectionField, flagField, textField } from '../../shared/ui/fieldKinds';
import { providersField } from '../../shared/ui/makers';
import { simplifyField } from '../../shared/ui/simplifyField';
import { metadataFields, OF_AN_ACCOUNT, STORED_METADATA } from '../fields';
import type { Operation } from '../operation';
import { given, optionalMetadata } from '../parameters';
import { CONNECT_WEBVIEW_FIELDS, simplified } from '../simplify';

export const create: Operation = {
	name: 'Create',
	description: "Make a page on which a person connects their locks' account",
	action: 'Create connect webview',
	effect: 'change',
	fields: [
		providersField(
			'Accepted Manufacturers',
			'acceptedProviders',
			'Manufacturers whose accounts may be connected. Empty offers all that Seam supports.',
		),
		collectionField('Additional Fields', 'additionalFields', [
			...metadataFields(STORED_METADATA, OF_AN_ACCOUNT),
			textField('Customer Key', 'customerKey', 'The customer of yours to whom the account belongs'),
			flagField(
				'Manage New Devices',
				'automaticallyManageNewDevices',
				true,
				'Whether devices that are added to the account later are managed by Seam (Seam: automatically_manage_new_devices)',
			),
			textField(
				'Redirect URL',
				'redirectUrl',
				'Where the person goes after connecting the account',
				'e.g. https://example.com/connected',
			),
			textField(
				'Redirect URL on Failure',
				'redirectFailureUrl',
				'Where the person goes if the account could not be connected',
				'e.g. https://example.com/not-connected',
			),
			flagField(
				'Wait Until Devices Are Read',
				'waitForDeviceCreation',
				false,
				"Whether the page waits until Seam has read the account's devices",
			),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
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
		const webview = await createConnectWebview(run, request);
		return simplified(item, webview, CONNECT_WEBVIEW_FIELDS);
	},
};
