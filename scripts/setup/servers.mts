import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath, installWithAptGet } from './aptGet.mts';
import { exists } from './cache.mjs';

/** Where Debian puts the programs of each PostgreSQL version, which are on nobody's path. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/** Running servers to use instead of ones of our own, by environment variable. */
export const GIVEN = {
	/** As `redis://[[user]:password@]host:port`. */
	redis: process.env.N8N_NODES_SEAM_REDIS,
	/** As `postgres://user:password@host:port/database`; the user must be allowed to create databases. */
	postgres: process.env.N8N_NODES_SEAM_POSTGRES,
};

export interface ServerPrograms {
	/** Undefined where a running server is given. */
	redisServer?: string;
	/** The folder of `initdb` and `postgres`. */
	postgresFolder?: string;
}

/**
 * The programs of Redis and PostgreSQL, which n8n's queue mode needs: the machine's own, else Debian's.
 *
 * @throws Error with the one command to run where they are missing and apt-get may not be used.
 */
export async function ensureServers(say: (line: string) => void): Promise<ServerPrograms> {
	const lacking = packagesFor(await findServers());
	if (lacking.length > 0) {
		await installWithAptGet(lacking, {
			missing:
				'Redis and PostgreSQL are needed for n8n’s queue mode (or the addresses of running ones, in ' +
				'N8N_NODES_SEAM_REDIS and N8N_NODES_SEAM_POSTGRES)',
			say,
		});
	}
	const found = await findServers();
	const missing = packagesFor(found);
	if (missing.length > 0)
		throw new Error(`${missing.join(', ')} was installed but can’t be found.`);
	return found;
}

async function findServers(): Promise<ServerPrograms> {
	return {
		redisServer: GIVEN.redis ? undefined : await findOnPath('redis-server'),
		postgresFolder: GIVEN.postgres ? undefined : await findPostgres(),
	};
}

function packagesFor({ redisServer, postgresFolder }: ServerPrograms): string[] {
	return [
		...(GIVEN.redis || redisServer ? [] : ['redis-server']),
		...(GIVEN.postgres || postgresFolder ? [] : ['postgresql']),
	];
}

async function findPostgres(): Promise<string | undefined> {
	const versions = await readdir(POSTGRES_VERSIONS).catch(() => []);
	versions.sort((one, other) => Number(other) - Number(one));
	for (const version of versions) {
		const folder = join(POSTGRES_VERSIONS, version, 'bin');
		if (await exists(join(folder, 'postgres'))) return folder;
	}
	const initdb = await findOnPath('initdb');
	return initdb && (await findOnPath('postgres')) ? join(initdb, '..') : undefined;
}
