import { emit, emitForDevice } from '../events.mts';
import { ApiError, notFound } from '../http/apiError.mts';
import { validateEvent } from '../openapi/schemas.mts';
import { WORKSPACE_ID } from '../credentials.mts';
import { newId } from '../ids.mts';
import type { SeamEvent } from '../world.mts';
import { deliver } from '../webhookDelivery.mts';
import { type ControlCall, type Controls, deviceNamed, optionalNumber } from './control.mts';

export const eventControls: Controls = {
	'POST /sandbox/events': raise,
	'POST /sandbox/events/:id/deliver': ({ world, id }) => {
		const event = world.events.find(({ event_id: other }) => other === id);
		if (!event) throw notFound('event');
		deliver(world, event);
		return event;
	},
	'GET /sandbox/deliveries': ({ world }) => ({ deliveries: world.deliveries }),
};

/** Raises an event of any type of Seam's, `times` over, each with an id of its own; refused where it breaks Seam's schema. */
function raise(call: ControlCall) {
	const { world, body } = call;
	const type = String(body.event_type);
	const fields = (body.fields ?? {}) as Record<string, unknown>;
	const device = body.device === undefined ? undefined : deviceNamed(call);
	const flaw = validateEvent({
		event_type: type,
		...envelope(world.clock.read().now),
		...(device && {
			device_id: device.device.device_id,
			connected_account_id: device.device.connected_account_id,
		}),
		...fields,
	});
	if (flaw) throw new ApiError(400, 'invalid_input', flaw);
	const events: SeamEvent[] = [];
	for (let i = 0; i < (optionalNumber(body.times, 'times') ?? 1); i++) {
		events.push(
			device ? emitForDevice(world, device, type, fields) : emit(world, WORKSPACE_ID, type, fields),
		);
	}
	return { event_ids: events.map(({ event_id: id }) => id) };
}

const envelope = (now: string) => ({
	event_id: newId(),
	workspace_id: WORKSPACE_ID,
	created_at: now,
	occurred_at: now,
});
