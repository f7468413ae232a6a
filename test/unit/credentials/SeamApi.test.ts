import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { SeamApi } from '../../../credentials/SeamApi.credentials';

const API_KEY = 'seam_test1234_exampleExampleExample12';
const PERSONAL_TOKEN = 'seam_at1example_exampleExampleExample12';
const credential = new SeamApi();

async function authenticate(
	data: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions = { url: '/workspaces/get' },
) {
	if (typeof credential.authenticate !== 'function') throw new TypeError('no function');
	return await credential.authenticate(
		{ baseUrl: 'https://connect.getseam.com', ...data },
		options,
	);
}

it.each([
	['an API key', { apiKey: API_KEY }, { Authorization: `Bearer ${API_KEY}` }],
	[
		'an API key beside a workspace that it does not need',
		{ apiKey: API_KEY, workspaceId: 'workspace-1' },
		{ Authorization: `Bearer ${API_KEY}` },
	],
	[
		'a personal access token',
		{ apiKey: PERSONAL_TOKEN, workspaceId: ' workspace-1 ' },
		{ Authorization: `Bearer ${PERSONAL_TOKEN}`, 'seam-workspace': 'workspace-1' },
	],
	[
		'a key with a line break after it',
		{ apiKey: `${API_KEY}\n` },
		{ Authorization: `Bearer ${API_KEY}` },
	],
])('sends %s', async (_name, data, headers) => {
	expect(await authenticate(data)).toEqual({ url: '/workspaces/get', headers });
});

it('keeps the headers that a request has', async () => {
	const options = { url: '/x', headers: { accept: 'application/json' } };
	expect((await authenticate({ apiKey: API_KEY }, options)).headers).toMatchObject({
		accept: 'application/json',
	});
});

it.each([
	['an empty key', '', /^The API key is empty\. Paste an API key .*seam_/],
	['a blank key', '   ', /^The API key is empty/],
	['a client session token', 'seam_cst1example', /client session token.*Paste an API key/],
	['a publishable key', 'seam_pk1example', /publishable key.*Paste an API key/],
	['a Console session', 'eyJhbGciexample', /Console session.*Paste an API key/],
	['another service’s key', 'sk_example', /not a Seam API key.*Paste an API key/],
	['a key with a gap', 'seam_test1 example', /space.*Copy it again/],
	[
		'a personal access token without a workspace',
		PERSONAL_TOKEN,
		/needs a workspace.*Workspace ID/,
	],
])(
	'refuses %s with a sentence that says what to paste, without repeating it',
	async (_n, apiKey, says) => {
		const refusal = await authenticate({ apiKey, workspaceId: '' }).catch(
			(error: unknown) => error,
		);
		expect(refusal).toBeInstanceOf(Error);
		const { message } = refusal as Error;
		expect(message).toMatch(says);
		if (apiKey.trim() !== '') expect(message).not.toContain(apiKey);
	},
);

it('refuses a base URL that is not a web address', async () => {
	await expect(authenticate({ apiKey: API_KEY, baseUrl: 'connect.getseam.com' })).rejects.toThrow(
		/base URL is not a web address/,
	);
});

it('hides the key in the editor', () => {
	const field = credential.properties.find(({ name }) => name === 'apiKey');
	expect(field).toMatchObject({ typeOptions: { password: true }, required: true });
});

it('is tested by reading the workspace of the key; a refused key and a suspended workspace are told apart', () => {
	expect(credential.test.request).toEqual({
		baseURL: '={{ $credentials.baseUrl || "https://connect.getseam.com" }}',
		url: '/workspaces/get',
		method: 'POST',
	});
	expect(credential.test.rules).toEqual([
		{
			type: 'responseCode',
			properties: { value: 401, message: expect.stringContaining('does not know this API key') },
		},
		{
			type: 'responseSuccessBody',
			properties: {
				key: 'workspace.is_suspended',
				value: true,
				message: expect.stringContaining('workspace is suspended'),
			},
		},
	]);
});

it.each([
	['apiKey', 'From console.seam.co, under API Keys'],
	['baseUrl', 'Leave as it is, unless you use a local Seam'],
])('the panel says at %s: %s', (field, hint) => {
	expect(credential.properties.find(({ name }) => name === field)?.hint).toBe(hint);
});
