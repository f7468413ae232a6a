import { momentOn } from '../console/moment.mts';
import { deviceDiagnosis, emitForDevice } from '../events.mts';
import { notFound } from '../http/apiError.mts';
import { enterPin, UNKNOWN_CODE } from '../life/keypad.mts';
import { OUTCOMES } from '../life/programming.mts';
import { buildFromTemplate } from '../portfolio.mts';
import { setOnline } from '../routes/devices.mts';
import { toIso } from '../rules/time.mts';
import { zoneOf } from '../rules/zone.mts';
import { addDevice, findDevice } from '../world.mts';
import {
	type ControlCall,
	type Controls,
	deviceNamed,
	oneOf,
	optionalNumber,
	refuseControl,
} from './control.mts';

export const deviceControls: Controls = {
	'GET /sandbox/devices': ({ world }) => ({
		devices: Object.fromEntries(
			[...world.devices.values()].map(({ alias, device }) => [alias, device.device_id]),
		),
	}),
	'POST /sandbox/devices': add,
	'POST /sandbox/devices/state': setState,
	'POST /sandbox/keypad': pressKeys,
	'POST /sandbox/programming': setProgramming,
};

/** A further device in the likeness of a template, with overrides merged in; `null` takes a field away. */
function add({ world, body }: ControlCall) {
	const alias = String(body.alias ?? `${String(body.template)}_${world.devices.size}`);
	if (findDevice(world, alias)) throw refuseControl(`alias ${alias} is taken`);
	const built = buildFromTemplate(String(body.template), alias, world.clock.read().now);
	if (!built) throw notFound('template');
	const { scheduling, ...overrides } = (body.overrides ?? {}) as Record<string, unknown>;
	built.device = merge(built.device, overrides) as typeof built.device;
	if (scheduling === 'native' || scheduling === 'just_in_time') built.scheduling = scheduling;
	if (body.unchecked === true) world.hasOddDevices = true;
	const record = addDevice(world, built);
	emitForDevice(world, record, 'device.added');
	return { alias, device_id: record.device.device_id, device: record.device };
}

function merge(base: unknown, change: unknown): unknown {
	if (!isPlain(base) || !isPlain(change)) return change;
	const merged: Record<string, unknown> = { ...base };
	for (const [key, value] of Object.entries(change)) {
		if (value === null) delete merged[key];
		else merged[key] = merge(merged[key], value);
	}
	return merged;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What happens to a lock itself: it loses its network or its keypad, or gets them back. */
function setState(call: ControlCall) {
	const { world, body } = call;
	const record = deviceNamed(call);
	const { device } = record;
	if (typeof body.online === 'boolean') setOnline(world, record, body.online);
	const level = optionalNumber(body.battery_level, 'battery_level');
	if (level !== undefined) setBattery(call, level);
	if (typeof body.keypad_connected === 'boolean') {
		device.properties.accessory_keypad = {
			...device.properties.accessory_keypad,
			is_connected: body.keypad_connected,
		};
		device.can_program_online_access_codes = body.keypad_connected;
		if (body.keypad_connected) emitForDevice(world, record, 'device.accessory_keypad_connected');
		else {
			const type = 'device.accessory_keypad_disconnected';
			emitForDevice(world, record, type, deviceDiagnosis(record));
		}
	}
	return { device };
}

/** Below this Seam reports a low battery. */
const LOW_BATTERY = 0.2;

function setBattery(call: ControlCall, level: number): void {
	if (level < 0 || level > 1) throw refuseControl('battery_level is from 0 to 1');
	const record = deviceNamed(call);
	const { properties } = record.device;
	const before = (properties.battery_level as number | undefined) ?? 1;
	properties.battery_level = level;
	properties.battery = { level, status: level < LOW_BATTERY ? 'low' : 'good' };
	if (level < LOW_BATTERY && before >= LOW_BATTERY) {
		emitForDevice(call.world, record, 'device.low_battery', { battery_level: level });
	}
}

/** Someone stands at the door. The lock reports it to Seam if it can. */
function pressKeys(call: ControlCall) {
	const { world, body } = call;
	const record = deviceNamed(call);
	const pin = String(body.pin ?? '');
	const answer = enterPin(record, pin, world.clock.now());
	const { device } = record;
	if (answer.opens && device.properties.online && device.properties.has_native_entry_events) {
		emitForDevice(world, record, 'lock.unlocked', {
			method: 'keycode',
			access_code_id: answer.entry!.access_code_id,
			is_via_bluetooth: false,
			is_via_nfc: false,
		});
	}
	const { opens, because, validFrom } = answer;
	const isPast = world.pastCodes.some((past) => past.device === record && past.code.code === pin);
	if (because === UNKNOWN_CODE && isPast) {
		// The lock can't tell this from a PIN that never was; whoever stands before the page wants to know.
		return { opens, because: `${because} any more: it was removed` };
	}
	if (validFrom === undefined) return { opens, because };
	const start = momentOn(zoneOf(device) ?? 'UTC', validFrom);
	return {
		opens,
		because: `the code is not valid before ${start}`,
		valid_from: toIso(validFrom),
	};
}

function setProgramming(call: ControlCall) {
	const { body } = call;
	const { programming } = deviceNamed(call);
	if (body.outcome !== undefined) programming.outcome = oneOf(body.outcome, OUTCOMES, 'outcome');
	programming.delay_ms = optionalNumber(body.delay_ms, 'delay_ms') ?? programming.delay_ms;
	programming.late_by_ms = optionalNumber(body.late_by_ms, 'late_by_ms') ?? programming.late_by_ms;
	if (typeof body.error_code === 'string') programming.error_code = body.error_code;
	if (typeof body.message === 'string') programming.message = body.message;
	if (body.backup_pool !== undefined) {
		programming.backup_pool = oneOf(body.backup_pool, ['filled', 'empty'] as const, 'backup_pool');
	}
	if (typeof body.confirms_moves === 'boolean') programming.confirms_moves = body.confirms_moves;
	return { ...programming };
}
