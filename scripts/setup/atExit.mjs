// What has to be undone when this process ends, at whatever moment. Plain Node 20, no dependencies.
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { constants } from 'node:os';

/** What asks a process to end: Ctrl-C, `kill`, a closed terminal. */
export const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

const SHOW_CURSOR = '\u001B[?25h';

/** @type {Set<() => void>} */
const duties = new Set();
/** @type {Set<() => void>} */
const removals = new Set();
process.on('exit', fulfil);

/** All programs end before the first folder is removed: that may take seconds, in which they would go on serving. */
function fulfil() {
	for (const open of [duties, removals]) {
		const inOrder = [...open].reverse();
		open.clear();
		for (const duty of inOrder) duty();
	}
}

/**
 * Does something when the process ends, other than by SIGKILL: ends a program, say. It must be synchronous and must not
 * throw. Last come, first served.
 *
 * @param {() => void} duty
 * @returns {() => void} takes it back.
 */
export function atExit(duty) {
	duties.add(duty);
	return () => void duties.delete(duty);
}

/**
 * Has a file or folder removed when the process ends, if it is still there then, and after all that `atExit` holds.
 *
 * @param {string} path
 * @returns {() => void} takes it back.
 */
export function removeAtExit(path) {
	const removal = () => {
		try {
			// Programs that were killed a moment ago may still be writing.
			rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
		} catch {
			// What can't be removed must not keep the rest from being removed.
		}
	};
	removals.add(removal);
	return () => void removals.delete(removal);
}

/**
 * Makes a folder that is removed when the process ends, at the latest. Both in one go: a signal between the two would
 * leave the folder behind.
 *
 * @param {string} start of its path; what follows makes it one of its own.
 * @returns {{ folder: string, keep: () => void }} `keep`: it is not removed any more.
 */
export function makeFolderUntilExit(start) {
	const folder = mkdtempSync(start);
	return { folder, keep: removeAtExit(folder) };
}

/**
 * Lets a signal end the process at once, with one line to the user as soon as all is done that this file holds.
 *
 * @param {string} line
 * @param {(signal: NodeJS.Signals) => number} [exitCode] by default the usual 128 and the signal's number.
 * @returns {() => void} leaves the signals to others again.
 */
export function endOnSignals(line, exitCode = (signal) => 128 + constants.signals[signal]) {
	let isEnding = false;
	/** @param {NodeJS.Signals} signal */
	const end = (signal) => {
		if (isEnding) return;
		isEnding = true;
		fulfil();
		sayAtOnce(line);
		process.exit(exitCode(signal));
	};
	for (const signal of signals) process.on(signal, end);
	return () => {
		for (const signal of signals) process.off(signal, end);
	};
}

/**
 * Past whoever holds the terminal's output back to draw on it (Listr), with the cursor that they hide.
 *
 * @param {string} line
 */
function sayAtOnce(line) {
	try {
		writeSync(process.stderr.fd, `${process.stderr.isTTY ? SHOW_CURSOR : ''}\n${line}\n`);
	} catch {
		// The terminal is gone.
	}
}
