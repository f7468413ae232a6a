// What sends the messages to guests and hosts, played on loopback: it can be down.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sent {
	to: string;
	booking: string;
	text: string;
}

export interface Messenger {
	readonly address: string;
	/** While it is true, every message is refused with a 503. */
	isDown: boolean;
	/** What went out, in order. */
	readonly sent: Sent[];
	stop(): Promise<void>;
}

export async function startMessenger(): Promise<Messenger> {
	const sent: Sent[] = [];
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		if (messenger.isDown) return response.writeHead(503).end();
		sent.push(JSON.parse(Buffer.concat(chunks).toString()) as Sent);
		return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const messenger: Messenger = {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
		isDown: false,
		sent,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return messenger;
}
