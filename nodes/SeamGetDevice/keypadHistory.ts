import type { IExecuteFunctions } from 'n8n-workflow';

import { listEvents } from '../shared/api/events';
import { DAY, type Instant } from '../shared/time/instant';

/** How far back Seam is asked: a keypad that has been away for longer needs no date to be missed. */
const LOOK_BACK = 90 * DAY;

/**
 * When the accessory keypad was last seen to disconnect: ISO 8601, or null where Seam lists no such event.
 *
 * @throws SeamError as `listEvents`
 */
export async function keypadGoneSince(
	context: IExecuteFunctions,
	deviceId: string,
	now: Instant,
	itemIndex: number,
): Promise<string | null> {
	const events = await listEvents(
		context,
		{
			device_id: deviceId,
			event_type: 'device.accessory_keypad_disconnected',
			since: new Date(now - LOOK_BACK).toISOString(),
		},
		itemIndex,
	);
	const times = events.flatMap((event) => event.occurred_at ?? event.created_at ?? []);
	return times.reduce<string | null>(
		(latest, at) => (latest === null || Date.parse(at) > Date.parse(latest) ? at : latest),
		null,
	);
}
