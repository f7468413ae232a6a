// The execute of Seam Create Access Code outside n8n, with a Seam in the same process: what is left is the package's own work.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { mock } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IExecuteFunctions, IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';
import type { Booking } from './bookings.mts';

export type KindOfLock = 'online' | 'igloohome';

const DEVICES: Record<KindOfLock, object> = {
	online: {
		device_type: 'yale_lock',
		can_program_online_access_codes: true,
		properties: {
			online: true,
			supported_code_lengths: [4, 5, 6],
			max_active_codes_supported: 250,
		},
	},
	igloohome: {
		device_type: 'igloohome_lock',
		can_program_offline_access_codes: true,
		properties: { online: true, igloohome_metadata: {}, max_active_codes_supported: 250 },
	},
};

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** The node of the built package. */
export function executeOf(builtPackage: string): Execute {
	const require = createRequire(join(builtPackage, 'index.js'));
	const { SeamCreateAccessCode } = require('./index.js');
	return new SeamCreateAccessCode().execute;
}

/** Serves the bookings and gives the items. The clock runs as fast as the work allows: no limit of Seam's is waited for. */
export async function serve(
	execute: Execute,
	kind: KindOfLock,
	bookings: readonly Booking[],
): Promise<INodeExecutionData[]> {
	mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() });
	try {
		let isOver = false;
		const running = execute.call(contextOf(kind, bookings)).finally(() => (isOver = true));
		while (!isOver) {
			await nextTurn();
			mock.timers.tick(1_000);
		}
		const [items] = await running;
		const made = items.filter(({ json }) => json.was_created === true).length;
		if (made !== bookings.length) throw new Error(`${made} of ${bookings.length} codes were made`);
		return items;
	} finally {
		mock.timers.reset();
	}
}

/** As much of n8n as the node uses. */
function contextOf(kind: KindOfLock, bookings: readonly Booking[]): IExecuteFunctions {
	const parameters = bookings.map(({ id, guest, lock_id, arrives, departs }) => ({
		device: { __rl: true, mode: 'id', value: lock_id },
		startsAt: arrives,
		endsAt: departs,
		name: guest,
		bookingKey: id,
	}));
	const credential = {
		apiKey: 'seam_test_bench',
		baseUrl: `https://${bookings[0].id}.example.com`,
	};
	const answer = seamWith(kind);
	const context = {
		getInputData: () => bookings.map((json) => ({ json })),
		continueOnFail: () => false,
		getNode: () => ({
			...{ name: 'Seam Create Access Code', type: 'n8n-nodes-seam.seamCreateAccessCode' },
			...{ typeVersion: 1.1, parameters: {} },
		}),
		getNodeParameter: (name: string, itemIndex: number, fallback: unknown) =>
			(parameters[itemIndex] as Record<string, unknown>)[name] ?? fallback,
		getCredentials: async () => credential,
		getExecutionCancelSignal: () => undefined,
		getTimezone: () => 'Europe/Berlin',
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { url, body }: IHttpRequestOptions) => ({
				statusCode: 200,
				headers: {},
				body: answer(url, body as Record<string, unknown>),
			}),
		},
	};
	return context as unknown as IExecuteFunctions;
}

/** Answers a call with what the node reads of Seam's answer. */
function seamWith(kind: KindOfLock) {
	const codes = new Map<string, object[]>();
	let made = 0;
	return (path: string, body: Record<string, unknown>): object => {
		const deviceId = body.device_id as string;
		const ofLock = codes.get(deviceId) ?? [];
		switch (path) {
			case '/devices/get':
				return { device: { device_id: deviceId, location: LOCATION, ...DEVICES[kind] } };
			case '/access_codes/list':
				return { access_codes: ofLock };
			case '/access_codes/unmanaged/list':
				return { access_codes: [] };
			case '/access_codes/create': {
				const access_code = {
					access_code_id: `code-${(made += 1)}`,
					type: 'time_bound',
					status: 'unset',
					created_at: new Date().toISOString(),
					is_managed: true,
					code: null,
					...body,
				};
				codes.set(deviceId, [...ofLock, access_code]);
				return { access_code };
			}
			default:
				throw new Error(`Nobody answers ${path}`);
		}
	};
}

const LOCATION = { time_zone: 'Europe/Berlin' };
