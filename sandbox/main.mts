// Starts the sandbox alone: `node sandbox/main.mts [--port 4010]`.
import { parseArgs } from 'node:util';
import { API_KEY, DEFAULT_PORT } from './credentials.mts';
import { startSandboxServer } from './server.mts';

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const server = await startSandboxServer({ port: Number(values.port ?? DEFAULT_PORT) });
console.log(`A local Seam listens on ${server.url}`);
console.log(`API key of its first workspace: ${API_KEY}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void server.close().then(() => process.exit(0)));
}
