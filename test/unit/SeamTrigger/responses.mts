/**
 * Node's own responses, of requests whose caller has hung up:
 *
 *     const response = await abandonedResponse();   // over a connection that is closed
 *     const response = unconnectedResponse();       // without any, where only what Node says of it matters
 */
import { once } from 'node:events';
import { createServer, IncomingMessage, request, ServerResponse } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';

/** Node no longer emits `finish` for it. */
export async function abandonedResponse(): Promise<ServerResponse> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const outgoing = request({ port, method: 'POST' }).on('error', () => {});
	outgoing.end();
	const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
	outgoing.destroy();
	await once(response, 'close');
	server.close();
	return response;
}

/** `finish` comes only where a test emits it. */
export const unconnectedResponse = () => new ServerResponse(new IncomingMessage(new Socket()));

/** What n8n does once it knows whether the workflow could be started. */
export function endWith(response: ServerResponse, status: number): void {
	response.statusCode = status;
	response.end();
}

export type { ServerResponse };
