// Starts the sandbox alone: `node sandbox/main.mts [--port 4010] [--latency 25]`. For benchmarks, `--lean` leaves out the checks
// of schemas, the log and, unless `--rate-limits` is given, the limits per device and minute.
import { parseArgs } from 'node:util';
import { API_KEY, DEFAULT_PORT } from './credentials.mts';
import { startSandboxServer } from './server.mts';

const { values } = parseArgs({
	options: {
		port: { type: 'string' },
		latency: { type: 'string' },
		lean: { type: 'boolean', default: false },
		'rate-limits': { type: 'boolean', default: false },
	},
});
const server = await startSandboxServer({
	port: Number(values.port ?? DEFAULT_PORT),
	latencyMs: Number(values.latency ?? 0),
	isLean: values.lean,
	hasRateLimits: !values.lean || values['rate-limits'],
});
console.log(`A local Seam listens on ${server.url}`);
console.log(`See its doors, codes and clock in a browser: ${server.url}/`);
console.log(`API key of its first workspace: ${API_KEY}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void server.close().then(() => process.exit(0)));
}
