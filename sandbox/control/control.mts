import { ApiError, notFound } from '../http/apiError.mts';
import { findDevice, type DeviceRecord, type World } from '../world.mts';

export interface ControlCall {
	world: World;
	body: Record<string, unknown>;
	/** What stands for `:id` in the path. */
	id: string;
}

export type Control = (call: ControlCall) => unknown | Promise<unknown>;
export type Controls = Record<string, Control>;

export const refuseControl = (message: string): ApiError =>
	new ApiError(400, 'invalid_input', message);

/** The device that the body names by id or alias. */
export function deviceNamed({ world, body }: ControlCall): DeviceRecord {
	const found = findDevice(world, String(body.device ?? body.device_id ?? ''));
	if (!found) throw notFound('device');
	return found;
}

/** Reads one of the listed words, or refuses. */
export function oneOf<T extends string>(value: unknown, words: readonly T[], name: string): T {
	if (!words.includes(value as T)) throw refuseControl(`${name} is one of ${words.join(', ')}`);
	return value as T;
}

/** Reads a number where there is one, or refuses what is none. */
export function optionalNumber(value: unknown, name: string): number | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'number' || Number.isNaN(value)) throw refuseControl(`${name} is a number`);
	return value;
}
