import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Hopeless } from './waitFor.mts';

/** A server that runs beside the tests: its output goes to a log file, and it never outlives this process. */
export interface Child {
	readonly pid: number;
	/** Throws, with the end of the log, when the server has ended by itself. */
	assertAlive(): Promise<void>;
	/** The last lines of its log. */
	logTail(lines?: number): Promise<string>;
	/** Ends it (and what it started) and waits until it is gone; SIGTERM turns to SIGKILL after 15 s. */
	end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface ChildOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	logFile: string;
	/** Whom it runs as; by default as this process does. */
	user?: { uid: number; gid: number };
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));

export function startChild(
	program: string,
	args: string[],
	{ cwd, env, logFile, user }: ChildOptions,
): Child {
	// A process group of its own, so that what the server itself started ends with it.
	const child = spawn(program, args, {
		cwd,
		env,
		...user,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	running.add(child);
	const log = createWriteStream(logFile, { flags: 'a' });
	child.stdout.pipe(log, { end: false });
	child.stderr.pipe(log, { end: false });
	let failure: Error | undefined;
	child.on('error', (error) => (failure = error));
	const gone = new Promise<void>((resolve) => {
		child.once('close', () => {
			running.delete(child);
			log.end(resolve);
		});
	});

	const logTail = async (lines = 40): Promise<string> => {
		const text = await readFile(logFile, 'utf8').catch(() => '');
		return text.trimEnd().split('\n').slice(-lines).join('\n');
	};

	return {
		pid: child.pid ?? 0,
		logTail,
		async assertAlive() {
			if (failure) throw new Hopeless(`${program} could not be started: ${failure.message}`);
			if (child.exitCode === null && child.signalCode === null) return;
			const how = child.signalCode ?? child.exitCode;
			throw new Hopeless(`${[program, ...args].join(' ')} ended (${how}):\n${await logTail()}`);
		},
		async end(signal = 'SIGTERM') {
			if (!running.has(child)) return;
			signalGroup(child, signal);
			const force = setTimeout(() => signalGroup(child, 'SIGKILL'), 15_000);
			await gone;
			clearTimeout(force);
			// Whatever the server started and left behind.
			signalGroup(child, 'SIGKILL');
		},
	};
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// Already gone.
	}
}
