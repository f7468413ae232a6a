// Starts the sandbox alone: `node sandbox/main.mts [--port 4010] [--latency 25]`. For benchmarks, `--lean` leaves out the checks
// of schemas, the log and, unless `--rate-limits` is given, the limits per device and minute.
import { parseArgs } from 'node:util';
import { API_KEY, DEFAULT_PORT } from './credentials.mts';
import { startSandboxServer, type SandboxServer } from './server.mts';

const { values } = parseArgs({
	options: {
		port: { type: 'string' },
		latency: { type: 'string' },
		lean: { type: 'boolean', default: false },
		'rate-limits': { type: 'boolean', default: false },
	},
});
const port = Number(values.port ?? DEFAULT_PORT);

let server: SandboxServer | undefined;
let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		if (isEnding) return;
		isEnding = true;
		console.log('\nThe local Seam has ended; what it held is gone.');
		void Promise.resolve(server?.close()).finally(() => process.exit(0));
	});
}

try {
	server = await startSandboxServer({
		port,
		latencyMs: Number(values.latency ?? 0),
		isLean: values.lean,
		hasRateLimits: !values.lean || values['rate-limits'],
	});
	console.log(`A local Seam listens on ${server.url}`);
	console.log(`See its doors, codes and clock in a browser: ${server.url}/`);
	console.log(`API key of its first workspace: ${API_KEY}`);
	console.log('Ctrl-C ends it.');
} catch (error) {
	console.error(inOneSentence(error as NodeJS.ErrnoException));
	process.exitCode = 1;
}

function inOneSentence({ code, message }: NodeJS.ErrnoException): string {
	switch (code) {
		case 'EADDRINUSE':
			return (
				`Port ${port} is taken by another program, perhaps by another local Seam: end that one, or ` +
				`choose another port:  npm run sandbox -- --port ${port + 1}`
			);
		case 'EACCES':
			return `Port ${port} needs more rights than yours: choose one above 1023:  npm run sandbox -- --port ${DEFAULT_PORT}`;
		case 'ERR_SOCKET_BAD_PORT':
			return `--port must be a number from 0 to 65535, for example:  npm run sandbox -- --port ${DEFAULT_PORT}`;
		default:
			return message;
	}
}
