import type { DeviceRecord, World } from '../world.mts';
import { ApiError } from './apiError.mts';

/** Calls that Seam takes per device and minute. */
export const PER_MINUTE = { create: 10, update: 10, delete: 20, lock: 15, unlock: 15 } as const;

const WINDOW = 60_000;

/** Counts a call against the device's limit (sandbox time), or throws 429. */
export function countCall(world: World, device: DeviceRecord, kind: keyof typeof PER_MINUTE): void {
	if (!world.serving.hasRateLimits) return;
	const now = world.clock.now();
	const recent = (device.recentCalls.get(kind) ?? []).filter(
		(at) => at > now - WINDOW && at <= now,
	);
	if (recent.length >= PER_MINUTE[kind]) {
		device.recentCalls.set(kind, recent);
		throw new ApiError(
			429,
			'rate_limit_exceeded',
			`Too many requests: at most ${PER_MINUTE[kind]} per device and minute`,
		);
	}
	device.recentCalls.set(kind, [...recent, now]);
}
