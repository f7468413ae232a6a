import { emitForDevice } from '../events.mts';
import { newId } from '../ids.mts';
import type { ActionAttempt, DeviceRecord, World } from '../world.mts';

type Outcome =
	| { result: Record<string, unknown>; error?: undefined }
	| { error: { type: string; message: string }; result?: undefined };

const DOORS: Record<string, string> = { LOCK_DOOR: 'lock_door', UNLOCK_DOOR: 'unlock_door' };

/** Starts an action that ends after the device's usual delay (sandbox time); the answer shows it as pending. */
export function attempt(
	world: World,
	device: DeviceRecord,
	actionType: string,
	act: (attempt: ActionAttempt) => Outcome,
): Record<string, unknown> {
	const action: ActionAttempt = {
		action_attempt_id: newId(),
		workspace_id: device.device.workspace_id,
		device_id: device.device.device_id,
		action_type: actionType,
		status: 'pending',
		result: null,
		error: null,
	};
	world.actionAttempts.set(action.action_attempt_id, action);
	const pending = presentAttempt(action);
	world.clock.schedule(world.clock.now() + Math.min(device.programming.delay_ms, 500), () => {
		const { result, error } = act(action);
		action.status = error ? 'error' : 'success';
		action.result = result ?? null;
		action.error = error ?? null;
		const door = DOORS[actionType];
		if (!door) return;
		emitForDevice(world, device, `action_attempt.${door}.${error ? 'failed' : 'succeeded'}`, {
			action_attempt_id: action.action_attempt_id,
			action_type: actionType,
			status: action.status,
		});
	});
	return pending;
}

export function presentAttempt({
	workspace_id: _workspace,
	device_id: _device,
	...shown
}: ActionAttempt): Record<string, unknown> {
	return shown;
}
