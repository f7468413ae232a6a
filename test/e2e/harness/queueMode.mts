import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import { ensureN8n, N8N_VERSION } from '../../../scripts/setup/n8n.mts';
import type { Child } from './child.mts';
import { HAS_EDITOR, IS_UP, startProcess, type N8n, type ProcessSettings } from './n8n.mts';
import { N8nClient } from './n8nClient.mts';
import { n8nEnvironment } from './n8nEnvironment.mts';
import { packPackage } from './packPackage.mts';
import { startServers } from './servers.mts';
import { createTemporaryFolder, installCommunityPackage } from './userFolder.mts';

/** One process of an n8n in queue mode. */
export interface N8nProcess {
	/** As `worker-1`. */
	readonly name: string;
	readonly baseUrl: string;
	isRunning(): boolean;
	logTail(lines?: number): Promise<string>;
	/** The executions that it has worked on, as its log says (workers only). */
	executionIds(): Promise<string[]>;
	/** Ends it at once, as a crash would. */
	kill(): Promise<void>;
	/** Ends it as a deploy would, if it runs, and starts it again on the same folder and address. */
	restart(): Promise<void>;
	/** Starts another in its place, as an orchestrator does with one that died: it knows nothing of the first. */
	replace(): Promise<void>;
}

/** An n8n in queue mode. As an `N8n` it is its main process; webhooks are received by the first webhook process. */
export interface QueueModeN8n extends N8n {
	readonly main: N8nProcess;
	readonly webhookProcesses: N8nProcess[];
	readonly workers: N8nProcess[];
}

export interface QueueModeOptions {
	workers?: number;
	webhookProcesses?: number;
	/** More environment of each process, over the harness's own. */
	env?: Record<string, string>;
	say?: (line: string) => void;
}

/** How many executions a worker takes at once. */
export const CONCURRENCY = 5;

/**
 * Soon enough for a test, n8n gives up on a worker that is gone: its default is a minute and a half, this half a minute.
 * What n8n waits after that, to be sure (another half), can't be set.
 */
const GIVE_UP_ON_WORKERS = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '10000',
};

/**
 * Starts n8n's queue mode: the main process, webhook processes and workers, on Redis and PostgreSQL of their own. As on
 * separate machines, each has its own user folder, with this package installed as a community package.
 */
export async function startQueueMode({
	workers = 2,
	webhookProcesses = 2,
	env = {},
	say = () => {},
}: QueueModeOptions = {}): Promise<QueueModeN8n> {
	const program = await ensureN8n(N8N_VERSION, say);
	const tarball = await packPackage();
	const folder = createTemporaryFolder();
	const cleanUps = [async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 })];
	const processes: OwnProcess[] = [];
	const stop = async () => {
		await Promise.all(processes.map(async (process) => await process.end()));
		for (const cleanUp of cleanUps.reverse()) await cleanUp();
	};
	try {
		const servers = await startServers(program, say);
		cleanUps.push(servers.stop);
		await installCommunityPackage(folder, tarball);

		const [mainPort, ...webhookPorts] = await Promise.all(
			Array.from({ length: 1 + webhookProcesses }, async () => await getPort()),
		);
		const shared = {
			...servers.env,
			...GIVE_UP_ON_WORKERS,
			EXECUTIONS_MODE: 'queue',
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			WEBHOOK_URL: addressOf(webhookPorts[0]),
			N8N_EDITOR_BASE_URL: addressOf(mainPort),
			...env,
		};
		const newProcess = async (name: string, command: string[], port: number) => {
			const process = await prepare({ name, command, port, program, folder, shared });
			processes.push(process);
			return process;
		};
		const client = new N8nClient(origin(mainPort), origin(webhookPorts[0]));
		const main = await newProcess('main', ['start'], mainPort);
		await main.start();
		await client.signIn();
		const webhooks = await Promise.all(
			webhookPorts.map(async (port, i) => await newProcess(`webhook-${i + 1}`, ['webhook'], port)),
		);
		const work = ['worker', `--concurrency=${CONCURRENCY}`];
		const working = await Promise.all(
			Array.from({ length: workers }, async (_, i) =>
				newProcess(`worker-${i + 1}`, work, await getPort()),
			),
		);
		await Promise.all([...webhooks, ...working].map(async (process) => await process.start()));

		return {
			client,
			baseUrl: main.baseUrl,
			userFolder: main.userFolder,
			logFile: main.logFile,
			logTail: main.logTail,
			kill: main.kill,
			restart: async () => {
				await main.restart();
				await client.signIn();
			},
			stop,
			main,
			webhookProcesses: webhooks,
			workers: working,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

interface OwnProcess extends N8nProcess {
	readonly userFolder: string;
	readonly logFile: string;
	start(): Promise<void>;
	end(): Promise<void>;
}

async function prepare({
	name,
	command,
	port,
	program,
	folder,
	shared,
}: {
	name: string;
	command: string[];
	port: number;
	program: string;
	/** Where the package is installed, and the process gets a folder of its own. */
	folder: string;
	/** The environment of all. */
	shared: Record<string, string>;
}): Promise<OwnProcess> {
	const userFolder = join(folder, name);
	const prepareFolder = async () => {
		await mkdir(userFolder, { recursive: true });
		await rm(join(userFolder, '.n8n'), { recursive: true, force: true });
		await cp(join(folder, '.n8n'), join(userFolder, '.n8n'), { recursive: true });
	};
	await prepareFolder();
	const brokerPort = await getPort();
	const environment = n8nEnvironment({ version: N8N_VERSION, userFolder, port, brokerPort });
	const isWorker = command[0] === 'worker';
	const health: Record<string, string> = isWorker
		? {
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(port),
				N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			}
		: {};
	const settings: ProcessSettings = {
		userFolder,
		env: { ...environment, ...shared, ...health },
		logFile: join(userFolder, 'n8n.log'),
		baseUrl: origin(port),
		checks: command[0] === 'start' ? [IS_UP, HAS_EDITOR] : [IS_UP],
	};

	let child: Child | undefined;
	const end = async (signal?: 'SIGKILL') => {
		const ending = child;
		child = undefined;
		await ending?.end(signal);
	};
	const start = async () => void (child = await startProcess(program, command, settings));
	const log = async () => await readFile(settings.logFile, 'utf8').catch(() => '');
	return {
		name,
		baseUrl: settings.baseUrl,
		userFolder,
		logFile: settings.logFile,
		isRunning: () => child !== undefined,
		logTail: async (lines = 40) => (await log()).trimEnd().split('\n').slice(-lines).join('\n'),
		executionIds: async () =>
			[...(await log()).matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id),
		start,
		end,
		kill: async () => await end('SIGKILL'),
		restart: async () => {
			await end();
			await start();
		},
		replace: async () => {
			await end('SIGKILL');
			await prepareFolder();
			await start();
		},
	};
}

const origin = (port: number) => `http://127.0.0.1:${port}`;
const addressOf = (port: number) => `${origin(port)}/`;
