// Reading an address with a credential of n8n’s own for that system, so that importing the example asks for it.
import type { Node } from './nodes.mts';

/** One system’s credential, and the headers that its API wants. */
export const readByCredential =
	(nodeCredentialType: string, headers: Record<string, string> = {}) =>
	(name: string, at: Node['at'], url: string): Node => ({
		...{ name, type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5, at },
		parameters: {
			url,
			...{ authentication: 'predefinedCredentialType', nodeCredentialType },
			...(Object.keys(headers).length > 0
				? {
						sendHeaders: true,
						headerParameters: {
							parameters: Object.entries(headers).map(([field, value]) => ({ name: field, value })),
						},
					}
				: {}),
			options: {},
		},
		// A moment’s outage costs nothing.
		...{ retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
		...{ notes: 'As it is now.', notesInFlow: true },
	});
