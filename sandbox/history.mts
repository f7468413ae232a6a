// What had happened before the sandbox was started.
import { deviceDiagnosis, emitForDevice } from './events.mts';
import { DAY, toIso } from './rules/time.mts';
import { findDevice, type World } from './world.mts';

/** Events of the days before: every device connected, one lock lost its keypad, one its network. */
export function writeHistory(world: World): void {
	const now = world.clock.now();
	const longAgo = toIso(now - 30 * DAY);
	for (const record of world.devices.values()) {
		emitForDevice(world, record, 'device.connected', {}, longAgo);
	}
	const keypadGone = findDevice(world, 'keypad_gone')!;
	emitForDevice(world, keypadGone, 'device.accessory_keypad_connected', {}, longAgo);
	emitForDevice(
		world,
		keypadGone,
		'device.accessory_keypad_disconnected',
		deviceDiagnosis(keypadGone),
		toIso(now - 3 * DAY),
	);
	const offline = findDevice(world, 'yale_offline')!;
	emitForDevice(
		world,
		offline,
		'device.disconnected',
		{ error_code: 'device_disconnected', ...deviceDiagnosis(offline) },
		toIso(now - DAY),
	);
}
