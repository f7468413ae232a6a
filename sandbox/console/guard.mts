// The console and the controls need no key, and the API's keys are no secret: only this machine's own pages and programs
// may reach them.
import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from '../http/apiError.mts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses what a foreign web page sends: under a name of its own that points here (DNS rebinding), or from its own
 * origin (cross-site requests). Programs send neither header and pass.
 */
export function refuseForeignPages({ host = '', origin, ...headers }: IncomingHttpHeaders): void {
	if (!LOOPBACK.has(hostNameOf(host))) throw forbidden(`The sandbox has no name such as ${host}`);
	if (origin !== undefined && origin !== `http://${host}`) {
		throw forbidden('Pages from elsewhere may not use the sandbox');
	}
	const site = headers['sec-fetch-site'];
	const isNavigation =
		headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
	if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isNavigation) {
		throw forbidden('Pages from elsewhere may not use the sandbox');
	}
}

const hostNameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

const forbidden = (message: string): ApiError => new ApiError(403, 'forbidden', message);
