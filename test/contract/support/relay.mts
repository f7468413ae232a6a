import fastify from 'fastify';

/** Stands between a node and the sandbox and keeps the body of each request as it came over the wire. */
export interface Relay {
	baseUrl: string;
	seen: Array<{ path: string; text: string }>;
	close(): Promise<void>;
}

export async function startRelay(target: string): Promise<Relay> {
	const seen: Relay['seen'] = [];
	const server = fastify({ forceCloseConnections: true });
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
		done(null, body),
	);
	server.all<{ Body: string | undefined }>('*', async (request, reply) => {
		const { url, method, headers, body: text = '' } = request;
		seen.push({ path: url, text });
		const answer = await fetch(`${target}${url}`, {
			method,
			headers: {
				'content-type': 'application/json',
				authorization: headers.authorization ?? '',
			},
			body: text === '' ? '{}' : text,
		});
		return await reply
			.code(answer.status)
			.type('application/json')
			.send(await answer.text());
	});
	return {
		baseUrl: await server.listen({ host: '127.0.0.1', port: 0 }),
		seen,
		close: async () => await server.close(),
	};
}
