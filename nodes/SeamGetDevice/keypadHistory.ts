import type { IExecuteFunctions } from 'n8n-workflow';

import { listEvents } from '../shared/api/events';
import { isKeypadGone, type KeypadHistory } from '../shared/locks/problems';
import type { Device } from '../shared/schema/device';
import { DAY, type Instant } from '../shared/time/instant';

/** How far back Seam is asked: a keypad that has been away for longer needs no date to be missed. */
const LOOK_BACK = 90 * DAY;
const NOTHING_TO_TELL: KeypadHistory = { goneSince: null };

/**
 * Finds when the accessory keypad of a device last disconnected. Seam is asked once per device that was read,
 * and only if its keypad is gone. A history that can't be read is reported as such, and does not fail the item.
 */
export function createKeypadHistory(context: IExecuteFunctions) {
	const histories = new Map<Device, Promise<KeypadHistory>>();
	return async (device: Device, now: Instant, itemIndex: number): Promise<KeypadHistory> => {
		if (!isKeypadGone(device)) return NOTHING_TO_TELL;
		const history = histories.get(device) ?? readHistory(context, device, now, itemIndex);
		histories.set(device, history);
		return await history;
	};
}

async function readHistory(
	context: IExecuteFunctions,
	device: Device,
	now: Instant,
	itemIndex: number,
): Promise<KeypadHistory> {
	try {
		const events = await listEvents(
			context,
			{
				device_id: device.device_id,
				event_type: 'device.accessory_keypad_disconnected',
				since: new Date(now - LOOK_BACK).toISOString(),
			},
			itemIndex,
		);
		const times = events.flatMap((event) => event.occurred_at ?? event.created_at ?? []);
		const latest = times.sort((a, b) => Date.parse(b) - Date.parse(a))[0] as string | undefined;
		return { goneSince: latest ?? null };
	} catch (error) {
		return { couldNotRead: (error as Error).message };
	}
}
