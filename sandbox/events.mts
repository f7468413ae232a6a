import { newId } from './ids.mts';
import type { CodeRecord, Notice } from './life/record.mts';
import { validateEvent } from './openapi/schemas.mts';
import { deliver } from './webhookDelivery.mts';
import type { DeviceRecord, SeamEvent, World } from './world.mts';

/** Records an event and sends it to the workspace's webhooks. An event that breaks Seam's schema is a fault of the sandbox. */
export function emit(
	world: World,
	workspaceId: string,
	type: string,
	fields: Record<string, unknown>,
	at?: string,
): SeamEvent {
	const created = at ?? world.clock.read().now;
	const event: SeamEvent = {
		event_id: newId(),
		event_type: type,
		workspace_id: workspaceId,
		created_at: created,
		occurred_at: created,
		...fields,
	};
	if (!world.serving.isLean) {
		const flaw = validateEvent(event);
		if (flaw) throw new Error(`The sandbox made an event that breaks Seam's schema: ${flaw}`);
		world.events.push(event);
	}
	deliver(world, event);
	return event;
}

export function emitForDevice(
	world: World,
	{ device }: DeviceRecord,
	type: string,
	fields: Record<string, unknown> = {},
	at?: string,
): SeamEvent {
	return emit(
		world,
		device.workspace_id,
		type,
		{
			device_id: device.device_id,
			connected_account_id: device.connected_account_id,
			device_custom_metadata: device.custom_metadata,
			connected_account_custom_metadata:
				world.accountChanges.get(device.connected_account_id)?.custom_metadata ?? {},
			...fields,
		},
		at,
	);
}

export const emitForCode = (
	world: World,
	record: CodeRecord,
	type: string,
	fields: Record<string, unknown> = {},
): SeamEvent =>
	emitForDevice(world, record.device, type, {
		access_code_id: record.code.access_code_id,
		...fields,
	});

/** The full diagnosis that Seam adds to news of delays and failures. */
export const diagnosis = ({ code, device }: CodeRecord) => ({
	access_code_errors: code.errors.map(errorOf),
	access_code_warnings: code.warnings.map(warningOf),
	...deviceDiagnosis(device),
});

export const deviceDiagnosis = ({ device }: DeviceRecord) => ({
	device_errors: device.errors.map(errorOf),
	device_warnings: device.warnings.map(warningOf),
	connected_account_errors: [],
	connected_account_warnings: [],
});

const errorOf = ({ error_code, message, created_at }: Notice & { error_code: string }) => ({
	error_code,
	message,
	created_at,
});

const warningOf = ({ warning_code, message, created_at }: Notice & { warning_code: string }) => ({
	warning_code,
	message,
	created_at,
});
