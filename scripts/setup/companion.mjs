// Loaded before every script that run.mjs starts: sees to it that the script does not outlive run.mjs, and that a
// signal ends it in order where the script itself does not listen.
import { constants } from 'node:os';
import { signals } from './atExit.mjs';

const PATIENCE_MS = 20_000;

for (const signal of signals) {
	process.on(signal, () => {
		if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
	});
}

if (process.channel) {
	process.on('disconnect', () => {
		setTimeout(() => process.kill(process.pid, 'SIGKILL'), PATIENCE_MS).unref();
		process.kill(process.pid, 'SIGTERM');
	});
	// It listens, and keeps nobody from ending.
	process.channel.unref();
}
