import {
	UserError,
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';

import { credentialProblem, seamHeaders } from '../nodes/shared/api/credentialProblem';

/** A key of one Seam workspace. A key that can't work is refused before anything is sent. */
export class SeamApi implements ICredentialType {
	name = 'seamApi';

	displayName = 'Seam API';

	icon: Icon = { light: 'file:../icons/seam.svg', dark: 'file:../icons/seam.dark.svg' };

	documentationUrl = 'https://docs.seam.co/latest/core-concepts/authentication/api-keys';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'From console.seam.co, under API Keys',
			description:
				'From the Seam Console, under API Keys. Keys of a sandbox workspace contain "test".',
		},
		{
			displayName: 'Workspace ID',
			name: 'workspaceId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 398d80b7-3f96-47c2-b85a-6f8ba21d07be',
			hint: 'Only if the field above holds a personal access token (seam_at…)',
			description: 'The workspace that a personal access token acts in. An API key has its own.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://connect.getseam.com',
			placeholder: 'e.g. https://connect.getseam.com',
			hint: 'Leave as it is, unless you use a local Seam',
			description: 'Address of the Seam API. Change it only to work with a local Seam.',
		},
	];

	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const problem = credentialProblem(credentials);
		if (problem !== null) throw new UserError(problem);
		requestOptions.headers = { ...requestOptions.headers, ...seamHeaders(credentials) };
		return requestOptions;
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl || "https://connect.getseam.com" }}',
			url: '/workspaces/get',
			method: 'POST',
		},
		// n8n reads rules of both kinds together, though its type asks for one kind.
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Seam does not know this API key. It may have been revoked or copied in part: copy it again from the Seam Console (under API Keys)',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'workspace.is_suspended',
					value: true,
					message:
						'The key is right, but its Seam workspace is suspended. Open the workspace in the Seam Console to reactivate it',
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}
