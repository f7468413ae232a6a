import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between a node and the sandbox and keeps the body of each request as it came over the wire. */
export interface Relay {
	baseUrl: string;
	seen: Array<{ path: string; text: string }>;
	close(): Promise<void>;
}

export async function startRelay(target: string): Promise<Relay> {
	const seen: Relay['seen'] = [];
	const server = createServer(async (incoming, outgoing) => {
		const chunks: Buffer[] = [];
		for await (const chunk of incoming) chunks.push(chunk as Buffer);
		const text = Buffer.concat(chunks).toString();
		seen.push({ path: incoming.url ?? '', text });
		const answer = await fetch(`${target}${incoming.url}`, {
			method: incoming.method,
			headers: {
				'content-type': 'application/json',
				authorization: incoming.headers.authorization ?? '',
			},
			body: text === '' ? '{}' : text,
		});
		outgoing.writeHead(answer.status, { 'content-type': 'application/json' });
		outgoing.end(await answer.text());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		baseUrl: `http://127.0.0.1:${port}`,
		seen,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
