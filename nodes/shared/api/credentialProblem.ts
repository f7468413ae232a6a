/** The decrypted credential `seamApi`, as people may have filled it in. */
export interface SeamCredential {
	apiKey?: unknown;
	workspaceId?: unknown;
	baseUrl?: unknown;
}

const SEAM_BASE_URL = 'https://connect.getseam.com';

const WHERE_KEYS_ARE =
	'Paste an API key from the Seam Console (under API Keys; it starts with seam_)';

/**
 * Says in one sentence why a credential can't work, and what to paste instead; null if it may work. Nothing is
 * sent. The sentences never repeat what was pasted.
 *
 * Kinds of keys and their prefixes: Seam: Authentication.
 */
export function credentialProblem(credential: SeamCredential): string | null {
	const key = text(credential.apiKey);
	const workspaceId = text(credential.workspaceId);

	if (key === '') return `The API key is empty. ${WHERE_KEYS_ARE}.`;
	if (key.startsWith('seam_cst')) {
		return `This is a client session token, made for one end user's browser. ${WHERE_KEYS_ARE} instead.`;
	}
	if (key.startsWith('seam_pk')) {
		return `This is a publishable key, made for web pages and not allowed to manage access codes. ${WHERE_KEYS_ARE} instead.`;
	}
	if (key.startsWith('ey')) {
		return `This is a Console session token (a JWT), which expires when you log out. ${WHERE_KEYS_ARE} instead.`;
	}
	if (!key.startsWith('seam_')) {
		return `This is not a Seam API key. ${WHERE_KEYS_ARE} instead.`;
	}
	if (/[^\x21-\x7e]/.test(key)) {
		return 'The API key has a space, a line break or another stray character in it. Copy it again from the Seam Console, in one piece.';
	}
	if (isPersonalToken(key) && workspaceId === '') {
		return 'A personal access token (seam_at…) needs a workspace. Fill in the Workspace ID from the Seam Console, or paste an API key of that workspace instead.';
	}
	if (!/^https?:\/\/[^\s/]+/.test(baseUrlOf(credential))) {
		return `The base URL is not a web address. Use ${SEAM_BASE_URL}, or the http(s):// address of your local Seam.`;
	}
	return null;
}

/** The headers that identify the caller to Seam. Call only if `credentialProblem` is null. */
export function seamHeaders(credential: SeamCredential): Record<string, string> {
	const key = text(credential.apiKey);
	return {
		Authorization: `Bearer ${key}`,
		...(isPersonalToken(key) ? { 'seam-workspace': text(credential.workspaceId) } : {}),
	};
}

/** Where Seam is asked, without a trailing slash. */
export function baseUrlOf(credential: SeamCredential): string {
	return (text(credential.baseUrl) || SEAM_BASE_URL).replace(/\/+$/, '');
}

const isPersonalToken = (key: string) => key.startsWith('seam_at');

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
