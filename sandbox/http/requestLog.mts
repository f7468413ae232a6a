import type { World } from '../world.mts';

/** One call to Seam's API, as tests read it. The key is never kept. */
export interface LoggedRequest {
	method: string;
	path: string;
	query: Record<string, unknown>;
	body: unknown;
	headers: Record<string, unknown>;
	/** HTTP status of the answer; null while there is none, and where the connection was cut. */
	status: number | null;
	/** Sandbox time of arrival. */
	at: string;
	request_id: string;
}

const LONGEST_LOG = 50_000;
const SECRET_HEADERS = new Set(['authorization', 'client-session-token', 'seam-publishable-key']);

export function logRequest(
	world: World,
	request: Omit<LoggedRequest, 'status' | 'at'>,
): LoggedRequest {
	const entry: LoggedRequest = {
		...request,
		headers: Object.fromEntries(
			Object.entries(request.headers).filter(([name]) => !SECRET_HEADERS.has(name)),
		),
		status: null,
		at: world.clock.read().now,
	};
	if (world.serving.isLean) return entry;
	world.requests.push(entry);
	if (world.requests.length > LONGEST_LOG) world.requests.shift();
	return entry;
}
