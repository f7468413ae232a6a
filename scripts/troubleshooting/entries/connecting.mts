import type { Group } from '../entry.mts';

const KEY_INSTEAD =
	'Paste an API key from the Seam Console (under API Keys; it starts with seam_) instead.';

export const connecting: Group = {
	title: 'Getting connected',
	entries: [
		{
			says: [
				'The API key is empty. Paste an API key from the Seam Console (under API Keys; it starts with seam_).',
				'The API key has a space, a line break or another stray character in it. Copy it again from the Seam Console, in one piece.',
			],
			cause:
				'The field API Key of the credential holds no key, or one that was copied with something around it.',
			wayOut:
				'Copy the key with the button in Seam Console and paste it into an empty field. Nothing was sent to Seam.',
		},
		{
			says: [
				`This is a client session token, made for one end user's browser. ${KEY_INSTEAD}`,
				`This is a publishable key, made for web pages and not allowed to manage access codes. ${KEY_INSTEAD}`,
				`This is a Console session token (a JWT), which expires when you log out. ${KEY_INSTEAD}`,
				`This is not a Seam API key. ${KEY_INSTEAD}`,
			],
			cause:
				'Seam has several kinds of keys. Only an API key of a workspace may manage codes for as long as workflows run.',
			wayOut:
				'In Seam Console, open the workspace of your locks, then API Keys, and make a key for n8n.',
		},
		{
			says: [
				'A personal access token (seam_at…) needs a workspace. Fill in the Workspace ID from the Seam Console, or paste an API key of that workspace instead.',
			],
			cause: 'A personal access token belongs to a person who may be in several workspaces.',
			wayOut:
				'An API key of the one workspace is simpler, and goes on working if the person leaves.',
		},
		{
			says: [
				'The base URL is not a web address. Use https://connect.getseam.com, or the http(s):// address of your local Seam.',
				'… has no …',
				'… redirects to another address (HTTP …)',
				'…… answered without what it promises…',
				'…… answered with something that is not JSON',
			],
			cause:
				'The Base URL of the credential is not the address of Seam’s API: it has a typing error or a path too many, or a proxy or firewall answers in place of Seam.',
			wayOut:
				'Set Base URL to https://connect.getseam.com, with nothing after it. If it is so already, ask who runs the network of your n8n about a proxy.',
		},
		{
			says: [
				'Seam does not know this API key. It may have been revoked or copied in part: copy it again from the Seam Console (under API Keys)',
				'Seam does not know this API key…',
			],
			cause:
				'Seam answered 401: the key was deleted in Seam Console, is cut off, or belongs to another Seam.',
			wayOut:
				'Make or copy a key in Seam Console, paste it into the credential and press Retry there.',
		},
		{
			says: [
				'The key is right, but its Seam workspace is suspended. Open the workspace in the Seam Console to reactivate it',
				'The Seam workspace of this key is suspended…',
			],
			cause: 'Seam has switched the workspace off.',
			wayOut: 'Open the workspace in Seam Console; it says what is missing.',
		},
		{
			says: ['This key is not allowed to do that with ……'],
			cause:
				'The key is right, but belongs to another workspace than the device, or may not do this.',
			wayOut:
				'Use a key of the workspace in which Seam Console shows the device. What stands after the colon are Seam’s own words.',
		},
		{
			says: [
				"Seam can't be reached at …",
				'Check the network of this n8n and the Base URL of the credential, then run again.',
				'n8n has no secure connection to that address, most often over its certificate: check the Base URL of the credential, renew a certificate that has expired, and name the authority of a private one (of a proxy, for example) in the environment variable NODE_EXTRA_CA_CERTS of n8n.',
			],
			cause:
				'No connection came about: no network, no DNS, a firewall, or a certificate that n8n does not trust. Nothing was sent. The code in brackets says which (ENOTFOUND: the name is not known; ECONNREFUSED: nobody listens there; CERT…: the certificate).',
			wayOut:
				'Try curl with the same address on the machine, or in the container, that n8n runs on. Seam Wait for Code Set needs nothing: it polls again.',
		},
		{
			says: [
				'Seam did not answer in time when asked…',
				'The connection to Seam broke off when asked…',
				'Seam could not carry out the request for … (HTTP …)…',
				'The request may have been carried out: check the device in Seam before you send it again.',
			],
			cause: 'Seam was asked, and its answer was lost or was an error of its own (HTTP 5xx).',
			wayOut:
				'Seam Create Access Code with a Booking Key may simply run again: it looks for the booking’s code before it makes one. After other operations look in Seam Console first.',
		},
		{
			says: [
				'Seam takes no more requests for … at the moment…',
				'Run again in a minute or two.',
				'Seam asks to wait another …: run again after that.',
			],
			cause:
				'Too many requests in a short time (HTTP 429). The package has tried five times, for more than a minute, before it says so, unless Seam asked for a longer pause; other software in the same workspace counts too.',
			wayOut:
				'Run again later; nothing was changed by this request. Spread large runs over time ([Running it](operators.md)).',
		},
		{
			says: ['… (Seam request ID: …)'],
			cause: 'It stands behind many sentences, and is the number of the request at Seam.',
			wayOut: 'Tell it to Seam’s support if you ask there.',
		},
		{
			says: [
				'The execution was cancelled while Seam was asked',
				'The execution was cancelled before Seam was asked',
			],
			cause: 'A person or a time limit stopped the execution.',
			wayOut: 'Run it again. With a Booking Key what was made before is found and not made twice.',
		},
	],
};
