// The sandbox's own page: the doors, their codes and the clock, at the address of the local Seam.
import type { FastifyInstance } from 'fastify';
import type { World } from '../world.mts';
import { CONTENT_SECURITY_POLICY, readPageFiles } from './files.mts';
import { refuseForeignPages } from './guard.mts';
import { PictureStream } from './stream.mts';

/** Serves the console, keeps foreign pages away from the whole sandbox, and says how to close it. */
export function addConsole(server: FastifyInstance, world: World): { close(): void } {
	const stream = new PictureStream(world);
	world.clock.onTask = stream.notice;
	server.addHook('onRequest', async ({ headers }, reply) => {
		// Also of a call whose connection was cut.
		reply.raw.once('close', stream.notice);
		refuseForeignPages(headers);
	});
	for (const [path, { type, content }] of readPageFiles()) {
		server.get(path, async (_request, reply) =>
			reply
				.type(type)
				.headers({
					'cache-control': 'no-cache',
					'content-security-policy': CONTENT_SECURITY_POLICY,
					'referrer-policy': 'no-referrer',
					'x-content-type-options': 'nosniff',
				})
				.send(content),
		);
	}
	server.get('/console/stream', (_request, reply) => stream.open(reply));
	return stream;
}
