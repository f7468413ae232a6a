import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import { runCommand } from '../../../scripts/setup/command.mjs';
import { ensureServers, GIVEN } from '../../../scripts/setup/servers.mts';
import { startChild, type Child } from './child.mts';
import { createTemporaryFolder } from './userFolder.mts';
import { waitFor } from './waitFor.mts';

/** Redis and PostgreSQL for one n8n in queue mode. */
export interface Servers {
	/** What every process of that n8n has to be told. */
	env: Record<string, string>;
	/** Ends them and removes what they held; of running ones that were given, only what is n8n's. */
	stop(): Promise<void>;
}

/**
 * Starts both, empty, on free ports of the loopback address; ones whose addresses are given are used as they are.
 *
 * @param program the folder of an installed n8n: its database clients prepare a given server.
 */
export async function startServers(
	program: string,
	say: (line: string) => void = () => {},
): Promise<Servers> {
	const { redisServer, postgresFolder } = await ensureServers(say);
	const folder = createTemporaryFolder();
	// PostgreSQL may run as another user, who must be able to pass.
	await chmod(folder, 0o711);
	const started: Servers[] = [];
	const stop = async () => {
		const results = await Promise.allSettled(started.map(async (server) => await server.stop()));
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		const failed = results.find((result) => result.status === 'rejected');
		if (failed) throw failed.reason;
	};
	try {
		started.push(
			redisServer ? await startRedis(redisServer, folder) : givenRedis(GIVEN.redis!, program),
		);
		started.push(
			postgresFolder
				? await startPostgres(postgresFolder, folder)
				: await givenPostgres(GIVEN.postgres!, program),
		);
	} catch (error) {
		await stop();
		throw error;
	}
	return { env: Object.assign({}, ...started.map(({ env }) => env)), stop };
}

async function startRedis(program: string, folder: string): Promise<Servers> {
	const port = await getPort();
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
	const child = startChild(program, args, {
		cwd: folder,
		env: { PATH: process.env.PATH },
		logFile: join(folder, 'redis.log'),
	});
	await untilReady(child, 'Redis');
	return {
		env: redisEnvironment(`redis://127.0.0.1:${port}`),
		stop: async () => await child.end(),
	};
}

/** Safety against a power cut is worth nothing here, and costs time. */
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

async function startPostgres(programs: string, folder: string): Promise<Servers> {
	const user = await postgresUser();
	const home = join(folder, 'postgres');
	const data = join(home, 'data');
	const passwordFile = join(home, 'password');
	const password = randomUUID();
	await mkdir(home, { mode: 0o700 });
	await writeFile(passwordFile, password);
	if (user) for (const path of [home, passwordFile]) await chown(path, user.uid, user.gid);

	const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
	await runCommand(
		join(programs, 'initdb'),
		[
			'--username=n8n',
			`--pwfile=${passwordFile}`,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			'--no-sync',
			'--pgdata',
			data,
		],
		{ cwd: home, env, user },
	);
	const port = await getPort();
	const settings = [
		`port=${port}`,
		'listen_addresses=127.0.0.1',
		'unix_socket_directories=',
		...QUICK,
	];
	const child = startChild(
		join(programs, 'postgres'),
		['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
		{ cwd: home, env, logFile: join(folder, 'postgres.log'), user },
	);
	await untilReady(child, 'PostgreSQL');
	return {
		env: postgresEnvironment(`postgres://n8n:${password}@127.0.0.1:${port}/postgres`),
		stop: async () => await child.end(),
	};
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = async (option: string) => Number(await runCommand('id', [option, 'postgres'], {}));
	return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function untilReady(child: Child, name: string): Promise<void> {
	await waitFor(
		async () => {
			await child.assertAlive();
			return /ready to accept connections/i.test(await child.logTail(200));
		},
		{ limit: 60, what: `${name} to be ready` },
	).catch(async (error: Error) => {
		const log = await child.logTail();
		await child.end('SIGKILL');
		throw new Error(`${error.message}\n${log}`);
	});
}

function givenRedis(address: string, program: string): Servers {
	const prefix = `n8n-nodes-seam-${randomUUID()}`;
	const script = `
		const Redis = require('ioredis');
		const redis = new Redis(process.env.ADDRESS);
		(async () => {
			for await (const keys of redis.scanStream({ match: process.env.PREFIX + '*' })) {
				if (keys.length > 0) await redis.del(keys);
			}
			redis.disconnect();
		})();`;
	return {
		env: {
			...redisEnvironment(address),
			QUEUE_BULL_PREFIX: `${prefix}-bull`,
			N8N_REDIS_KEY_PREFIX: `${prefix}-n8n`,
		},
		stop: async () =>
			await runWithN8nsModules(program, script, { ADDRESS: address, PREFIX: prefix }),
	};
}

async function givenPostgres(address: string, program: string): Promise<Servers> {
	const database = `n8n_nodes_seam_${randomUUID().replaceAll('-', '')}`;
	const run = async (sql: string) => {
		const script = `
			const { Client } = require('pg');
			const client = new Client({ connectionString: process.env.ADDRESS });
			(async () => {
				await client.connect();
				await client.query(process.env.SQL);
				await client.end();
			})();`;
		await runWithN8nsModules(program, script, { ADDRESS: address, SQL: sql });
	};
	await run(`CREATE DATABASE ${database}`);
	const own = new URL(address);
	own.pathname = `/${database}`;
	return {
		env: postgresEnvironment(own.href),
		stop: async () => await run(`DROP DATABASE ${database} WITH (FORCE)`),
	};
}

async function runWithN8nsModules(
	program: string,
	script: string,
	env: Record<string, string>,
): Promise<void> {
	await runCommand(process.execPath, ['-e', script], {
		cwd: program,
		env: { ...process.env, NODE_OPTIONS: '', ...env },
	});
}

function redisEnvironment(address: string): Record<string, string> {
	const { hostname, port, username, password } = new URL(address);
	return {
		QUEUE_BULL_REDIS_HOST: hostname,
		QUEUE_BULL_REDIS_PORT: port || '6379',
		QUEUE_BULL_REDIS_USERNAME: decodeURIComponent(username),
		QUEUE_BULL_REDIS_PASSWORD: decodeURIComponent(password),
	};
}

function postgresEnvironment(address: string): Record<string, string> {
	const { hostname, port, username, password, pathname } = new URL(address);
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: hostname,
		DB_POSTGRESDB_PORT: port || '5432',
		DB_POSTGRESDB_USER: decodeURIComponent(username),
		DB_POSTGRESDB_PASSWORD: decodeURIComponent(password),
		DB_POSTGRESDB_DATABASE: pathname.slice(1),
	};
}
