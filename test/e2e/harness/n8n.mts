import { access, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import { installOnce } from '../../../scripts/setup/cache.mjs';
import { ensureN8n, N8N_VERSION, n8nEntry } from '../../../scripts/setup/n8n.mts';
import { startChild, type Child } from './child.mts';
import { N8nClient } from './n8nClient.mts';
import { n8nEnvironment } from './n8nEnvironment.mts';
import { packPackage } from './packPackage.mts';
import { createTemporaryFolder, installCommunityPackage } from './userFolder.mts';
import { waitFor } from './waitFor.mts';

export interface N8n {
	readonly client: N8nClient;
	readonly baseUrl: string;
	readonly userFolder: string;
	readonly logFile: string;
	logTail(lines?: number): Promise<string>;
	/** Ends the process at once, as a crash would. The user folder stays. */
	kill(): Promise<void>;
	/** Starts it again on the same folder and address, and signs in. */
	restart(): Promise<void>;
	/** Ends it and removes its user folder, unless the folder was given. */
	stop(): Promise<void>;
}

export interface N8nOptions {
	/** Another version than the pinned one; installed when missing. */
	version?: string;
	/** An existing user folder to run on; by default a new one, removed in the end. */
	userFolder?: string;
	/** More environment, over the harness's own. */
	env?: Record<string, string>;
	/** The package's tarball; by default the sources as they are now. `null`: an n8n without the package. */
	tarball?: string | null;
	/** Where to listen; by default on free ports. */
	port?: number;
	/** Told what is being installed or prepared, where that takes long. */
	say?: (line: string) => void;
}

/**
 * Starts a real n8n with this package installed as a community package, its owner set up and signed in.
 * It listens on loopback only, calls nobody, and inherits no n8n setting from this machine.
 */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const { version = N8N_VERSION, say = () => {} } = options;
	const program = await ensureN8n(version, say);
	const tarball = options.tarball === undefined ? await packPackage() : options.tarball;
	const userFolder = options.userFolder ?? (await newUserFolder(version, say));
	if (tarball !== null) await installCommunityPackage(userFolder, tarball);
	const port = options.port ?? (await getPort());
	const n8n = await startInFolder({ version, program, userFolder, port, env: options.env });
	return {
		...n8n,
		async stop() {
			await n8n.stop();
			if (!options.userFolder)
				await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}

interface FolderOptions {
	version: string;
	program: string;
	userFolder: string;
	port: number;
	env?: Record<string, string>;
}

async function startInFolder(options: FolderOptions): Promise<N8n> {
	const { version, program, userFolder, port, env = {} } = options;
	const baseUrl = `http://127.0.0.1:${port}`;
	const logFile = join(userFolder, 'n8n.log');
	const client = new N8nClient(baseUrl);
	const brokerPort = await getPort();
	const fullEnv = { ...n8nEnvironment({ version, userFolder, port, brokerPort }), ...env };

	const start = async (): Promise<Child> => {
		const settings = { userFolder, env: fullEnv, logFile, baseUrl, checks: [IS_UP, HAS_EDITOR] };
		const child = await startProcess(program, ['start'], settings);
		try {
			await client.signIn();
			return child;
		} catch (error) {
			await child.end('SIGKILL');
			throw error;
		}
	};

	let child = await start();
	return {
		client,
		baseUrl,
		userFolder,
		logFile,
		logTail: async (lines) => await child.logTail(lines),
		kill: async () => await child.end('SIGKILL'),
		restart: async () => {
			await child.end();
			child = await start();
		},
		stop: async () => await child.end(),
	};
}

/** One of n8n's processes, as long as it runs. */
export interface ProcessSettings {
	userFolder: string;
	env: Record<string, string>;
	logFile: string;
	/** Where it answers the checks. */
	baseUrl: string;
	/** What it must answer, one after the other, to count as ready. */
	checks: ReadinessCheck[];
}

interface ReadinessCheck {
	path: string;
	isRight(response: Response): boolean;
}

export const IS_UP: ReadinessCheck = { path: '/healthz/readiness', isRight: ({ ok }) => ok };

/** n8n answers its readiness check a little before the editor's API is there. */
export const HAS_EDITOR: ReadinessCheck = {
	path: '/rest/settings',
	isRight: ({ ok, headers }) =>
		ok && (headers.get('content-type') ?? '').includes('application/json'),
};

/**
 * Starts an n8n process (`start`, `worker`, `webhook`) and waits until it is ready.
 *
 * @param program the folder of the installed n8n.
 */
export async function startProcess(
	program: string,
	command: string[],
	{ userFolder, env, logFile, baseUrl, checks }: ProcessSettings,
): Promise<Child> {
	const bin = join(program, 'node_modules', 'n8n', 'bin', 'n8n');
	const child = startChild(process.execPath, [bin, ...command], { cwd: userFolder, env, logFile });
	try {
		for (const { path, isRight } of checks) {
			await waitFor(
				async () => {
					await child.assertAlive();
					const signal = AbortSignal.timeout(5_000);
					return isRight(await fetch(`${baseUrl}${path}`, { signal }));
				},
				{ limit: 150, what: `n8n ${command[0]} to be ready at ${baseUrl}` },
			);
		}
		return child;
	} catch (error) {
		const log = await child.logTail();
		await child.end('SIGKILL');
		throw new Error(`${(error as Error).message}\nn8n’s log:\n${log}`);
	}
}

async function newUserFolder(version: string, say: (line: string) => void): Promise<string> {
	const template = await userFolderTemplate(version, say);
	const folder = createTemporaryFolder();
	await cp(join(template, '.n8n'), join(folder, '.n8n'), { recursive: true });
	return folder;
}

/**
 * A user folder whose database has been through all migrations and has its owner. That takes as long as the
 * rest of a first start, so it is done once per n8n version.
 */
async function userFolderTemplate(version: string, say: (line: string) => void): Promise<string> {
	return await installOnce(`${n8nEntry(version)}-user-folder`, {
		announce: () => say('Preparing n8n’s database (about 30 s, only this once) …'),
		say,
		install: async (userFolder) => {
			const program = await ensureN8n(version, say);
			const n8n = await startInFolder({ version, program, userFolder, port: await getPort() });
			await n8n.stop();
			await rm(n8n.logFile);
		},
		verify: async (folder) => await access(join(folder, '.n8n', 'database.sqlite')),
	});
}
