// The internet as an n8n of the tests sees it: a proxy that stands in for hosts by their real names, so that
// workflows run with the addresses that their users have.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateCACertificate, getLocal } from 'mockttp';
import { createTemporaryFolder } from './userFolder.mts';

/** A request of n8n to an address of the web, such as `https://api.hostaway.com/v1/reservations/12`. */
export interface WebRequest {
	method: string;
	url: URL;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
	/** Parsed if it is JSON, else as text. */
	body: unknown;
}

/** What a host answers: JSON, text, or a status with nothing else. */
export type WebAnswer = object | string | number;

export interface Internet {
	/** What n8n’s process has to be told, so that it comes here. */
	readonly env: Record<string, string>;
	/** By host; one that is not named does not answer. */
	readonly hosts: Map<string, (request: WebRequest) => WebAnswer | Promise<WebAnswer>>;
	stop(): Promise<void>;
}

/** Starts a web in which nobody lives yet. Requests to loopback, such as those to the local Seam, pass it by. */
export async function startInternet(): Promise<Internet> {
	const https = await generateCACertificate();
	const server = getLocal({ https, recordTraffic: false });
	await server.start();
	const folder = createTemporaryFolder();
	const certificate = join(folder, 'ca.pem');
	await writeFile(certificate, https.cert);
	const hosts: Internet['hosts'] = new Map();
	await server.forAnyRequest().thenCallback(async ({ method, url, headers, body }) => {
		const address = new URL(url);
		const host = hosts.get(address.host);
		if (!host) return { statusCode: 502, body: `No ${address.host} here.` };
		const text = (await body.getText()) ?? '';
		const request = { method, url: address, headers: headers as WebRequest['headers'] };
		const answer = await host({ ...request, body: parsed(text) });
		if (typeof answer === 'number') return { statusCode: answer };
		if (typeof answer === 'string') return { statusCode: 200, body: answer };
		return { statusCode: 200, json: answer };
	});
	const proxy = `http://127.0.0.1:${server.port}`;
	return {
		env: {
			...{ HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: '127.0.0.1,localhost' },
			NODE_EXTRA_CA_CERTS: certificate,
		},
		hosts,
		stop: async () => {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
