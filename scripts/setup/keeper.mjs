// Stands between this project and a program that it starts: `node keeper.mjs <JSON>`. It leads a process group with
// all that the program starts, and ends that group when its own parent is gone, even by SIGKILL, which lets no
// program clean up behind itself. Otherwise it ends as the program does. Plain Node 20, no dependencies.
import { spawn } from 'node:child_process';
import { signals } from './atExit.mjs';

const { program, args, user, nodeOptions } = JSON.parse(process.argv[2]);

// A signal to the group reaches the program by itself.
for (const signal of signals) process.on(signal, () => {});
process.on('disconnect', endGroup);

const child = spawn(program, args, {
	...user,
	env: nodeOptions === undefined ? process.env : { ...process.env, NODE_OPTIONS: nodeOptions },
	stdio: ['ignore', 'inherit', 'inherit'],
});
child.on('error', ({ message }) => {
	process.send?.({ failure: message }, undefined, undefined, () => process.exit(1));
});
child.on('exit', (code, signal) => {
	if (signal === null) process.exit(code ?? 1);
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
});
// The parent may have died before anybody listened.
if (!process.connected) endGroup();

function endGroup() {
	process.kill(-process.pid, 'SIGKILL');
}
