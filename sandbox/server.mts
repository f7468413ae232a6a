import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { addConsole } from './console/index.mts';
import { controls } from './control/index.mts';
import { DEFAULT_PORT } from './credentials.mts';
import { writeHistory } from './history.mts';
import { ApiError } from './http/apiError.mts';
import { clearFaults } from './http/faults.mts';
import { answerCall } from './http/pipeline.mts';
import { newId } from './ids.mts';
import { createWorld, FULL_SERVING, type Serving, type World } from './world.mts';

export interface SandboxServer {
	/** e.g. `http://127.0.0.1:4010`, without a slash at the end. */
	url: string;
	port: number;
	/** The sandbox's memory, for tests in the same process. */
	world: World;
	close(): Promise<void>;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Starts a sandbox on this machine. `port: 0` takes a free one. Throws where `host` is not loopback. */
export async function startSandboxServer({
	port = DEFAULT_PORT,
	host = '127.0.0.1',
	...serving
}: { port?: number; host?: string } & Partial<Serving> = {}): Promise<SandboxServer> {
	if (!LOOPBACK.includes(host)) throw new Error('The sandbox listens on loopback addresses only');
	const world = createWorld({ ...FULL_SERVING, ...serving });
	const server = Fastify({
		bodyLimit: 10 * 1024 * 1024,
		forceCloseConnections: true,
		genReqId: newId,
	});
	server.addHook('onRequest', async (request, reply) => {
		void reply.header('seam-request-id', request.id);
	});
	readJson(server);
	const console = addConsole(server, world);
	addControls(server, world);
	server.all('/*', (request, reply) => answerCall(world, request, reply));
	server.setErrorHandler(async (error, _request, reply) => sendError(error, reply));

	await server.listen({ port, host });
	const { port: actualPort } = server.server.address() as AddressInfo;
	world.baseUrl = `http://${host === '::1' ? '[::1]' : host}:${actualPort}`;
	writeHistory(world);
	return {
		url: world.baseUrl,
		port: actualPort,
		world,
		close: async () => {
			clearFaults(world);
			world.clock.reset();
			console.close();
			await server.close();
		},
	};
}

/** Bodies are JSON whatever their header says; an empty one is an empty object. */
function readJson(server: FastifyInstance): void {
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		if (body === '') return done(null, {});
		try {
			done(null, JSON.parse(body as string));
		} catch {
			done(new ApiError(400, 'invalid_input', 'The body is not valid JSON'));
		}
	});
}

function addControls(server: FastifyInstance, world: World): void {
	for (const [route, control] of Object.entries(controls)) {
		const [method, url] = route.split(' ');
		server.route({
			method,
			url,
			handler: async (request: FastifyRequest, reply: FastifyReply) => {
				const body = (request.body ?? {}) as Record<string, unknown>;
				const { id = '' } = (request.params ?? {}) as { id?: string };
				return reply.send(await control({ world, body, id }));
			},
		});
	}
	server.all('/sandbox/*', async () => {
		throw new ApiError(404, 'not_found', 'The sandbox has no such control');
	});
}

function sendError(error: unknown, reply: FastifyReply): FastifyReply {
	if (error instanceof ApiError) return reply.code(error.status).send(error.body());
	const { message, statusCode = 500 } = error as { message: string; statusCode?: number };
	const type = statusCode < 500 ? 'invalid_input' : 'sandbox_fault';
	return reply.code(statusCode).send({ error: { type, message }, ok: false });
}
