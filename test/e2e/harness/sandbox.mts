import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import { API_KEY } from '../../../sandbox/credentials.mts';
import { startChild } from './child.mts';
import { REPOSITORY } from './packPackage.mts';
import { createTemporaryFolder } from './userFolder.mts';
import { waitFor } from './waitFor.mts';

/** A PIN typed at a lock's keypad: does the door open, and why or why not? */
export interface KeypadAnswer {
	opens: boolean;
	because: string;
}

/** Whatever was sent to the inbox, as it came. */
export type Message = Record<string, unknown>;

/** What a test may do to the lock and its codes from outside; answers are as the sandbox gives them. */
export interface Sandbox {
	readonly baseUrl: string;
	readonly apiKey: string;
	/** Calls a control route, `/sandbox/…`. */
	control<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
	/** Calls Seam's API with the sandbox's own key. */
	seam<T = Record<string, unknown>>(path: string, body?: unknown): Promise<T>;
	/** The sandbox's time now. */
	now(): Promise<Date>;
	setClock(change: {
		now?: string;
		speed?: number;
		frozen?: boolean;
		advance_ms?: number;
	}): Promise<Date>;
	keypad(device: string, pin: string): Promise<KeypadAnswer>;
	/** The device's ID behind an alias such as `august`. */
	deviceId(alias: string): Promise<string>;
	/** What was sent to the guests' inbox. */
	messages(): Promise<Message[]>;
	logTail(lines?: number): Promise<string>;
	stop(): Promise<void>;
}

/**
 * Starts the local Seam as a process of its own, on a free port of the loopback address.
 *
 * @param args More arguments of `sandbox/main.mts`
 */
export async function startSandbox({
	port,
	args = [],
}: { port?: number; args?: string[] } = {}): Promise<Sandbox> {
	const chosenPort = port ?? (await getPort());
	const baseUrl = `http://127.0.0.1:${chosenPort}`;
	const folder = createTemporaryFolder();
	const child = startChild(
		process.execPath,
		['sandbox/main.mts', '--port', String(chosenPort), ...args],
		{
			cwd: REPOSITORY,
			env: { ...process.env, NODE_OPTIONS: '' },
			logFile: join(folder, 'sandbox.log'),
		},
	);

	const call = async <T,>(method: string, path: string, body?: unknown): Promise<T> => {
		const response = await fetch(`${baseUrl}${path}`, {
			method,
			headers: {
				authorization: `Bearer ${API_KEY}`,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(30_000),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`The sandbox answered ${response.status} to ${path}: ${text}`);
		return JSON.parse(text) as T;
	};
	const clock = async (method: string, body?: unknown): Promise<Date> =>
		new Date((await call<{ now: string }>(method, '/sandbox/clock', body)).now);

	try {
		await waitFor(
			async () => {
				await child.assertAlive();
				return await clock('GET');
			},
			{ limit: 30, what: `the sandbox to answer at ${baseUrl}` },
		);
	} catch (error) {
		await child.end('SIGKILL');
		throw error;
	}

	return {
		baseUrl,
		apiKey: API_KEY,
		control: async (method, path, body) => await call(method, `/sandbox${path}`, body),
		seam: async (path, body) => await call('POST', path, body ?? {}),
		now: async () => await clock('GET'),
		setClock: async (change) => await clock('POST', change),
		keypad: async (device, pin) => await call('POST', '/sandbox/keypad', { device, pin }),
		async deviceId(alias) {
			const { devices } = await call<{ devices: Record<string, string> }>(
				'GET',
				'/sandbox/devices',
			);
			if (!devices[alias]) throw new Error(`The sandbox has no device "${alias}".`);
			return devices[alias];
		},
		async messages() {
			const answer = await call<{ messages: Message[] }>('GET', '/sandbox/messages');
			return answer.messages;
		},
		logTail: async (lines) => await child.logTail(lines),
		async stop() {
			await child.end();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
