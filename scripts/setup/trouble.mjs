// What stands between a user and a command, in one sentence with the way out. Plain Node 20, no dependencies.
import { CommandFailed } from './command.mjs';
import { cacheFolder } from './cacheFolder.mjs';

const NETWORK =
	/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/;
const AGAIN = 'then run the same command again';
const OTHER_CACHE = 'choose another folder for the cache (N8N_NODES_SEAM_CACHE=/some/folder)';

/** npm's registry does not answer at all. */
export class NoRegistry extends Error {
	/** @param {string} address */
	constructor(address) {
		super(
			`npm’s registry (${address}) can’t be reached: connect to the internet, or tell npm your proxy ` +
				`(npm config set https-proxy http://…), ${AGAIN}.`,
		);
	}
}

/** @param {CommandFailed} failure whether npm met no answer, rather than a bad one. */
export function isOfTheNetwork({ output }) {
	return NETWORK.test(output);
}

/**
 * The sentence for an error; where we have none, all that it says itself.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function inOneSentence(error) {
	if (!(error instanceof Error)) return String(error);
	const { code, path } = codeAndPath(error);
	switch (code) {
		case 'ENOSPC':
		case 'EDQUOT':
			return (
				`The disk is full (${path}): free some space (the dependencies and n8n take about 5 GB) or ` +
				`${OTHER_CACHE}, ${AGAIN}.`
			);
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
		case 'ENOTDIR':
			return (
				`${path} can’t be written (${code}): give yourself the right to` +
				`${path.startsWith(cacheFolder()) ? `, or ${OTHER_CACHE}` : ''}, ${AGAIN}.`
			);
		case 'NETWORK':
			return new NoRegistry('or what lies before it').message;
		default:
			return error.message;
	}
}

/**
 * @param {Error} error
 * @returns {{ code?: string, path: string }} of this process's own file system calls, or of npm's.
 */
function codeAndPath(error) {
	if (!(error instanceof CommandFailed)) {
		const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
		return { code, path: path ?? cacheFolder() };
	}
	const { output } = error;
	const [, path = cacheFolder()] = /npm (?:error|ERR!) path (.+)/.exec(output) ?? [];
	if (/\bENOSPC\b|no space left on device/i.test(output)) return { code: 'ENOSPC', path };
	const [, code] = /npm (?:error|ERR!) code (\w+)/.exec(output) ?? [];
	if (code && NETWORK.test(code)) return { code: 'NETWORK', path };
	return { code, path };
}
