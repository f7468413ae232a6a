import {
	API_KEY,
	PERSONAL_ACCESS_TOKEN,
	SECOND_API_KEY,
	SECOND_WORKSPACE_ID,
	SUSPENDED_API_KEY,
	SUSPENDED_WORKSPACE_ID,
	WORKSPACE_ID,
} from '../credentials.mts';
import type { WorkspaceRecord, World } from '../world.mts';
import { ApiError } from './apiError.mts';

const WORKSPACE_OF_KEY = new Map([
	[API_KEY, WORKSPACE_ID],
	[SECOND_API_KEY, SECOND_WORKSPACE_ID],
	[SUSPENDED_API_KEY, SUSPENDED_WORKSPACE_ID],
]);

/** Workspaces that the personal access token reaches. */
const TOKEN_WORKSPACES = [WORKSPACE_ID, SECOND_WORKSPACE_ID];

export interface Caller {
	/** Null for a personal access token without a workspace, on the few paths that need none. */
	workspace: WorkspaceRecord | null;
	/** Workspaces that the caller may list. */
	reachable: WorkspaceRecord[];
}

const unauthorized = (message: string) => new ApiError(401, 'unauthorized', message);

/** Who calls: an API key, or a personal access token with the header `seam-workspace`. Everything else is refused. */
export function authenticate(
	world: World,
	headers: Record<string, string | string[] | undefined>,
	path: string,
): Caller {
	const key = /^Bearer (.+)$/i.exec(String(headers.authorization ?? ''))?.[1];
	if (!key) throw unauthorized('No Authorization header was sent');
	if (key.startsWith('seam_cst')) throw unauthorized('Client session tokens are not accepted here');
	if (key.startsWith('seam_pk')) throw unauthorized('Publishable keys are not accepted here');
	if (key.startsWith('ey')) throw unauthorized('Console sessions are not accepted here');
	if (key === PERSONAL_ACCESS_TOKEN) return ofToken(world, headers['seam-workspace'], path);
	const workspace = world.workspaces.get(WORKSPACE_OF_KEY.get(key) ?? '');
	if (!workspace) throw unauthorized('API Key not found');
	refuseSuspended(workspace, path);
	return { workspace, reachable: [workspace] };
}

function ofToken(world: World, named: string | string[] | undefined, path: string): Caller {
	const reachable = TOKEN_WORKSPACES.map((id) => world.workspaces.get(id)!);
	if (named === undefined) {
		if (path === '/workspaces/list') return { workspace: null, reachable };
		throw new ApiError(400, 'missing_workspace_id', 'The header seam-workspace is required');
	}
	const workspace = reachable.find(({ workspace_id: id }) => id === named);
	if (!workspace) throw unauthorized('Workspace not found');
	refuseSuspended(workspace, path);
	return { workspace, reachable };
}

function refuseSuspended(workspace: WorkspaceRecord, path: string): void {
	if (!workspace.is_suspended || path.startsWith('/workspaces/')) return;
	throw new ApiError(403, 'workspace_suspended', 'The workspace is suspended');
}
