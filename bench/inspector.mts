import getPort from 'get-port';
import { startN8n, type N8n } from '../test/e2e/harness/index.mts';

/** Speaks to a process that was started with `--inspect`. */
export interface Inspector {
	ask<T = Record<string, unknown>>(method: string, params?: object): Promise<T>;
	close(): void;
}

/** An n8n that can be looked into, and how. */
export interface InspectedN8n {
	n8n: N8n;
	inspect(): Promise<Inspector>;
}

export async function startInspectedN8n(env: Record<string, string> = {}): Promise<InspectedN8n> {
	const port = await getPort();
	const n8n = await startN8n({
		env: { NODE_OPTIONS: `--max-old-space-size=1024 --inspect=127.0.0.1:${port}`, ...env },
	});
	return { n8n, inspect: async () => await connect(port) };
}

async function connect(port: number): Promise<Inspector> {
	const [target] = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as Array<{
		webSocketDebuggerUrl: string;
	}>;
	const socket = new WebSocket(target.webSocketDebuggerUrl);
	await new Promise((resolve, reject) => {
		socket.onopen = resolve;
		socket.onerror = reject;
	});
	const waiting = new Map<number, (result: unknown) => void>();
	socket.onmessage = ({ data }) => {
		const { id, result } = JSON.parse(String(data));
		waiting.get(id)?.(result);
		waiting.delete(id);
	};
	let asked = 0;
	return {
		ask: async <T,>(method: string, params: object = {}) =>
			await new Promise<T>((resolve) => {
				const id = (asked += 1);
				waiting.set(id, resolve as (result: unknown) => void);
				socket.send(JSON.stringify({ id, method, params }));
			}),
		close: () => socket.close(),
	};
}
