// A program that a test starts and that has to end as it should: by itself, or by the one signal that it is sent.
import { execa, type Options } from 'execa';
import { waitFor } from './waitFor.mts';

/** What a program printed, and how it ended. */
export interface Ended {
	/** None if a signal ended it. */
	code: number | undefined;
	output: string;
	seconds: number;
}

export interface Run {
	readonly pid: number;
	output(): string;
	/** Waits until it has printed this; `limit` in seconds, by default 30. */
	says(text: string | RegExp, limit?: number): Promise<void>;
	kill(signal: NodeJS.Signals): void;
	ended(): Promise<Ended>;
}

/** Starts a program; stdout and stderr are kept as they come. */
export function startRun(
	program: string,
	args: string[],
	options: Pick<Options, 'cwd' | 'env' | 'extendEnv' | 'uid' | 'gid'>,
): Run {
	const child = execa(program, args, {
		...options,
		all: true,
		reject: false,
		// By default execa helps a SIGTERM along after five seconds.
		forceKillAfterDelay: false,
	});
	let output = '';
	child.all.on('data', (chunk: Buffer) => (output += chunk.toString()));
	return {
		pid: child.pid!,
		output: () => output,
		says: async (text, limit = 30) =>
			void (await waitFor(() => new RegExp(text).test(output), {
				limit,
				every: 10,
				what: `"${text}" in: ${output}`,
			})),
		kill: (signal) => void child.kill(signal),
		async ended() {
			const { exitCode, durationMs } = await child;
			return { code: exitCode, output, seconds: durationMs / 1000 };
		},
	};
}
