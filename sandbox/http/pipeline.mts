// One call of the API, from arrival to answer.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { methodsOf, validateAnswer, validateParameters } from '../openapi/schemas.mts';
import { routes } from '../routes/index.mts';
import type { World } from '../world.mts';
import { ApiError, invalidInput } from './apiError.mts';
import { authenticate } from './auth.mts';
import { countAnswer } from './counts.mts';
import { type Fault, fillIn, held, strike } from './faults.mts';
import { logRequest } from './requestLog.mts';

type Parameters = Record<string, unknown>;

/**
 * The OpenAPI says that generate_code answers with a whole access code; Seam's own fake and its name say `{device_id, code}`.
 */
const DOUBTFUL_ANSWERS = new Set(['/access_codes/generate_code']);

export async function answerCall(
	world: World,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const path = request.url.split('?')[0];
	const { parameters, isQuery } = readParameters(request);
	const entry = logRequest(world, {
		method: request.method,
		path,
		query: request.query as Parameters,
		body: request.body ?? null,
		headers: request.headers,
		request_id: request.id,
	});
	const send = (status: number, body: unknown, type = 'application/json; charset=utf-8') => {
		entry.status = status;
		countAnswer(world, path, status);
		return reply
			.code(status)
			.type(type)
			.send(typeof body === 'string' ? body : JSON.stringify(body));
	};
	const cut = () => {
		reply.hijack();
		request.raw.socket.destroy();
		return reply;
	};

	const { latencyMs } = world.serving;
	if (latencyMs > 0) await pause(latencyMs);

	const fault = strike(world, path, parameters);
	if (fault) {
		const key = String(request.headers.authorization ?? '').replace(/^Bearer /i, '');
		if (fault.kind === 'reset') return cut();
		if (fault.kind === 'hold') await held(fault);
		if (fault.kind === 'latency') await pause(fault.delay_ms ?? 0);
		const answer = faultyAnswer(fault, parameters.code, key);
		if (answer) {
			if (fault.retry_after !== undefined)
				void reply.header('retry-after', String(fault.retry_after));
			return send(answer.status, answer.body, answer.type);
		}
	}
	try {
		const body = handle(world, request, path, parameters, isQuery);
		if (fault?.kind === 'lost_answer') return cut();
		return send(200, body);
	} catch (error) {
		if (fault?.kind === 'lost_answer') return cut();
		if (error instanceof ApiError) return send(error.status, error.body());
		const message = error instanceof Error ? error.message : String(error);
		return send(500, { error: { type: 'sandbox_fault', message }, ok: false });
	}
}

/** Parameters come in the query of a GET or DELETE, else in the body. */
function readParameters(request: FastifyRequest): { parameters: Parameters; isQuery: boolean } {
	const isQuery = request.method === 'GET' || request.method === 'DELETE';
	const query = request.query as Parameters;
	const { body } = request;
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	const parameters = { ...(isQuery && readQuery(query)), ...(isObject && (body as Parameters)) };
	return { parameters, isQuery };
}

/** `a[b]=1` and `a.b=1` name a field of an object; `_strict` is the official client's own. */
function readQuery(query: Parameters): Parameters {
	const read: Parameters = {};
	for (const [name, value] of Object.entries(query)) {
		if (name === '_strict') continue;
		const nested = /^(\w+)(?:\[(\w+)\]|\.(\w+))$/.exec(name);
		if (!nested) read[name] = value;
		else read[nested[1]] = { ...(read[nested[1]] as object), [nested[2] ?? nested[3]]: value };
	}
	return read;
}

function handle(
	world: World,
	request: FastifyRequest,
	path: string,
	parameters: Parameters,
	isQuery: boolean,
): unknown {
	const caller = authenticate(world, request.headers, path);
	const methods = methodsOf(path);
	const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
	if (!methods || !route) throw new ApiError(404, 'not_found', `There is no ${path} here`);
	if (!methods.includes(request.method)) {
		throw new ApiError(405, 'method_not_allowed', `${path} takes ${methods.join(', ')}`);
	}
	const { isLean } = world.serving;
	const errors = isLean ? [] : validateParameters(path, parameters, isQuery);
	if (errors.length > 0) throw invalidInput(errors);
	const answer = {
		...route({
			world,
			path,
			workspace: caller.workspace ?? caller.reachable[0],
			reachable: caller.reachable,
			parameters,
		}),
		ok: true,
	};
	const isExempt =
		isLean || DOUBTFUL_ANSWERS.has(path) || (world.hasOddDevices && path.includes('/devices/'));
	const flaw = isExempt ? '' : validateAnswer(path, answer);
	if (flaw) throw new Error(`The sandbox made an answer that breaks Seam's schema: ${flaw}`);
	return answer;
}

function faultyAnswer(
	fault: Fault,
	code: unknown,
	key: string,
): { status: number; body: unknown; type?: string } | null {
	const { kind, body } = fault;
	const status = fault.status ?? (kind === 'status' ? 500 : 200);
	const custom = body === undefined ? undefined : fillIn(body, code, key);
	switch (kind) {
		case 'status':
			return { status, body: custom ?? usualError(status) };
		case 'not_json':
			return { status, body: custom ?? '<html><body>Bad gateway</body></html>', type: 'text/html' };
		case 'wrong_shape':
			return { status, body: custom ?? { ok: true, surprise: [1, 2, 3] } };
		default:
			return null;
	}
}

function usualError(status: number): unknown {
	if (status === 429) return new ApiError(429, 'rate_limit_exceeded', 'Too many requests').body();
	if (status === 401) return new ApiError(401, 'unauthorized', 'Unauthorized').body();
	return new ApiError(status, 'internal_server_error', 'Something went wrong').body();
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
