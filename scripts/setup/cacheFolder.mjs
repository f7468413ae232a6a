import { homedir } from 'node:os';
import { join } from 'node:path';

/** The cache's folder: `N8N_NODES_SEAM_CACHE`, else the user's cache folder. */
export function cacheFolder() {
	if (process.env.N8N_NODES_SEAM_CACHE) return process.env.N8N_NODES_SEAM_CACHE;
	return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-seam');
}
