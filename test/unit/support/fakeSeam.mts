/**
 * A scripted Seam for the unit tests: a real HTTP server on loopback that answers what a test tells it to and
 * remembers every request. It knows nothing of Seam's rules (the sandbox does); it proves what a node sends.
 *
 *     const seam = await startFakeSeam();
 *     seam.respondWith('/devices/get', { device });                      // 200, the last answer repeats
 *     seam.respondWith('/access_codes/create', fault(429, …), { access_code });   // in turn
 *     seam.respondWith('/access_codes/list', (body) => ({ access_codes: codesOf(body.device_id) }));
 *     …
 *     expect(seam.requests).toEqual([{ method: 'POST', path: '/devices/get', body: { device_id } }]);
 *     await seam.stop();
 *
 * Start one per test: the rate limits that the package keeps are counted per base URL.
 *
 * It is Node's own server because it drops connections and leaves requests unanswered, and because Jest would load
 * Fastify anew for every test file.
 */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Json = Record<string, unknown>;

/** Anything but a plain 200 with JSON. */
export interface RawAnswer {
	status?: number;
	headers?: Record<string, string>;
	/** Sent as JSON. */
	body?: unknown;
	/** Sent as it is, instead of `body`. */
	text?: string;
	/** Milliseconds before the answer is sent. */
	delay?: number;
	/** Take the request, then drop the connection without an answer. */
	reset?: true;
	/** Take the request and never answer. */
	silent?: true;
}

const RAW = Symbol('raw answer');
type MarkedAnswer = RawAnswer & { [RAW]: true };

/** An answer with its own status, headers, text or delay. */
export const answer = (raw: RawAnswer): MarkedAnswer => ({ ...raw, [RAW]: true });

/** An error in the shape of Seam's documents: `{ error: { type, message, … } }` and a request id. */
export const fault = (
	status: number,
	type: string,
	message: string,
	more: { headers?: Record<string, string>; error?: Json } = {},
): MarkedAnswer =>
	answer({
		status,
		headers: { 'seam-request-id': 'request-1', ...more.headers },
		body: { error: { type, message, ...more.error }, ok: false },
	});

type Answer = Json | MarkedAnswer;
type Answerer = Answer | ((body: Json, request: SeenRequest) => Answer | Promise<Answer>);

export interface SeenRequest {
	method: string;
	path: string;
	body: Json;
}

export interface FakeSeam {
	readonly baseUrl: string;
	/** Every request in order of arrival: method, path and body, nothing else, so that tests can compare whole. */
	readonly requests: SeenRequest[];
	/** The headers of `requests[index]`. */
	headersOf(index: number): IncomingHttpHeaders;
	/** The requests that went to one path. */
	requestsTo(path: string): SeenRequest[];
	/** Answers to one path, in turn; the last one repeats. Replaces what was scripted before. */
	respondWith(path: string, ...answers: Answerer[]): void;
	stop(): Promise<void>;
}

export async function startFakeSeam(): Promise<FakeSeam> {
	const scripts = new Map<string, Answerer[]>();
	const requests: SeenRequest[] = [];
	const headers: IncomingHttpHeaders[] = [];

	const server = createServer((incoming, outgoing) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const text = Buffer.concat(chunks).toString();
			const request: SeenRequest = {
				method: incoming.method ?? '',
				path: incoming.url ?? '',
				body: text === '' ? {} : (JSON.parse(text) as Json),
			};
			requests.push(request);
			headers.push(incoming.headers);
			void reply(outgoing, request);
		});
	});

	async function reply(outgoing: ServerResponse, request: SeenRequest) {
		const script = scripts.get(request.path);
		const next = script && script.length > 1 ? script.shift() : script?.[0];
		const chosen =
			next === undefined
				? fault(404, 'not_found', `The test has no answer for ${request.path}`)
				: typeof next === 'function'
					? await next(request.body, request)
					: next;
		const raw: RawAnswer = isMarked(chosen) ? chosen : { body: { ...chosen, ok: true } };

		if (raw.delay) await new Promise((resolve) => setTimeout(resolve, raw.delay));
		if (raw.silent) return;
		if (raw.reset) {
			outgoing.destroy();
			return;
		}
		outgoing.writeHead(raw.status ?? 200, {
			'content-type': raw.text === undefined ? 'application/json' : 'text/html',
			...raw.headers,
		});
		outgoing.end(raw.text ?? JSON.stringify(raw.body ?? { ok: true }));
	}

	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;

	return {
		baseUrl: `http://127.0.0.1:${port}`,
		requests,
		headersOf: (index) => headers[index],
		requestsTo: (path) => requests.filter((request) => request.path === path),
		respondWith: (path, ...answers) => void scripts.set(path, answers),
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

const isMarked = (value: object): value is MarkedAnswer => RAW in value;
