import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { startKept } from '../../../scripts/setup/keptChild.mjs';
import { Hopeless } from './waitFor.mts';

/** A server that runs beside the tests: its output goes to a log file, and it never outlives this process. */
export interface Child {
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

export function startChild(
	program: string,
	args: string[],
	{ cwd, env, logFile, user }: ChildOptions,
): Child {
	const child = startKept(program, args, { cwd, env, user });
	const log = createWriteStream(logFile, { flags: 'a' });
	for (const stream of child.output) stream?.pipe(log, { end: false });
	child.process.on('error', () => {});
	let isRunning = true;
	const gone = new Promise<void>((resolve) => {
		child.process.once('close', () => {
			isRunning = false;
			log.end(resolve);
		});
	});

	const logTail = async (lines = 40): Promise<string> => {
		const text = await readFile(logFile, 'utf8').catch(() => '');
		return text.trimEnd().split('\n').slice(-lines).join('\n');
	};

	return {
		logTail,
		async assertAlive() {
			const failure = child.failure();
			if (failure) throw new Hopeless(`${program} could not be started: ${failure}`);
			const { exitCode, signalCode } = child.process;
			if (exitCode === null && signalCode === null) return;
			const how = signalCode ?? exitCode;
			throw new Hopeless(`${[program, ...args].join(' ')} ended (${how}):\n${await logTail()}`);
		},
		async end(signal = 'SIGTERM') {
			if (!isRunning) return;
			child.signal(signal);
			const force = setTimeout(() => child.signal('SIGKILL'), 15_000);
			await gone;
			clearTimeout(force);
			// Whatever the server started and left behind.
			child.signal('SIGKILL');
		},
	};
}
