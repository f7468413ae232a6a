import { SeamHttp } from '@seamapi/http';
import { API_KEY } from '../../../sandbox/credentials.mts';
import { startSandboxServer, type SandboxServer } from '../../../sandbox/server.mts';

type Json = Record<string, unknown>;

/** A sandbox in this process with Seam's official client pointed at it. */
export interface TestSandbox {
	server: SandboxServer;
	seam: SeamHttp;
	/** One raw call through the official client's HTTP layer; never throws for an HTTP status. */
	call(path: string, body?: Json): Promise<{ status: number; body: Json }>;
	/** One control route; throws where the sandbox refuses. */
	control<T = Json>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json): Promise<T>;
	/** A fresh device in the likeness of a template: own limits, own codes. */
	device(template: string, overrides?: Json): Promise<string>;
	/** Freezes the clock at an instant. */
	freezeAt(now: string): Promise<void>;
	advance(ms: number): Promise<void>;
	keypad(device: string, pin: string): Promise<{ opens: boolean; because: string }>;
	close(): Promise<void>;
}

export async function startTestSandbox(): Promise<TestSandbox> {
	const server = await startSandboxServer({ port: 0 });
	const seam = SeamHttp.fromApiKey(API_KEY, {
		endpoint: server.url,
		waitForActionAttempt: false,
		axiosRetryOptions: { retries: 0 },
	});
	const control: TestSandbox['control'] = async <T,>(method: string, path: string, body?: Json) => {
		const response = await fetch(`${server.url}${path}`, {
			method,
			...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
		});
		const answer = await response.json();
		if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
		return answer as T;
	};
	return {
		server,
		seam,
		control,
		call: async (path, body = {}) => {
			// Axios' own status check is off and the official error interceptor never sees a refusal.
			const response = await seam.client.post(path, body, { validateStatus: () => true });
			return { status: response.status, body: response.data as Json };
		},
		device: async (template, overrides = {}) => {
			const added = await control<{ device_id: string }>('POST', '/sandbox/devices', {
				template,
				overrides,
			});
			return added.device_id;
		},
		freezeAt: async (now) => {
			await control('POST', '/sandbox/clock', { now, frozen: true });
		},
		advance: async (ms) => {
			await control('POST', '/sandbox/clock', { advance_ms: ms });
		},
		keypad: (device, pin) => control('POST', '/sandbox/keypad', { device, pin }),
		close: () => server.close(),
	};
}
