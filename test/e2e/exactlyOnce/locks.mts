import { waitFor, type Sandbox } from '../harness/index.mts';
import type { BookingMessage } from './bookingWorkflow.mts';

export interface SandboxCode {
	access_code_id: string;
	name: string;
	code: string | null;
	status: string;
	device_id: string;
}

const DAY = 86_400_000;

let count = 0;

/** A new lock in the likeness of one of the portfolio, so that no test meets another's codes. */
export async function newLock(
	sandbox: Sandbox,
	template: string,
	overrides: object = {},
): Promise<string> {
	const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		template,
		alias: `${template}-${(count += 1)}`,
		overrides,
	});
	return device_id;
}

/** A booking of its own, from the tenth day on. */
export async function newBooking(
	sandbox: Sandbox,
	device: string,
	more: Partial<BookingMessage> = {},
): Promise<BookingMessage> {
	const midnight = Math.floor((await sandbox.now()).getTime() / DAY) * DAY;
	return {
		key: `booking-${(count += 1)}`,
		name: 'Ada Lovelace',
		device,
		starts_at: new Date(midnight + 10 * DAY + 15 * 3_600_000).toISOString(),
		ends_at: new Date(midnight + 14 * DAY + 11 * 3_600_000).toISOString(),
		...more,
	};
}

/** The codes of a booking that Seam holds on a lock and is not about to delete. */
export async function codesOn(
	sandbox: Sandbox,
	device_id: string,
	key = 'booking-',
): Promise<SandboxCode[]> {
	const { access_codes } = await sandbox.seam<{ access_codes: SandboxCode[] }>(
		'/access_codes/list',
		{ device_id },
	);
	return access_codes.filter(({ name, status }) => name.includes(key) && status !== 'removing');
}

/** Every create that Seam was sent, with its answer. */
export async function createsAt(
	sandbox: Sandbox,
	deviceId?: string,
): Promise<Array<{ status: number | null }>> {
	const { requests } = await sandbox.control<{
		requests: Array<{ path: string; status: number | null; body?: { device_id?: string } }>;
	}>('GET', '/requests');
	return requests.filter(
		({ path, body }) =>
			path === '/access_codes/create' && (deviceId === undefined || body?.device_id === deviceId),
	);
}

/** Holds the next calls of a path back until they are released. */
export async function hold(
	sandbox: Sandbox,
	times: number,
	path = '/access_codes/create',
): Promise<void> {
	await sandbox.control('POST', '/faults', { path, kind: 'hold', times });
}

/** Waits until Seam holds so many calls back. */
export async function untilHeld(sandbox: Sandbox, expected: number, limit = 60): Promise<void> {
	await waitFor(
		async () => {
			const { faults } = await sandbox.control<{ faults: Array<{ held: number }> }>(
				'GET',
				'/faults',
			);
			return faults.reduce((sum, { held }) => sum + held, 0) === expected;
		},
		{ limit, what: `${expected} calls to be held` },
	);
}

/** Lets all held calls go on together. */
export async function release(sandbox: Sandbox): Promise<void> {
	await sandbox.control('POST', '/faults/release');
}
