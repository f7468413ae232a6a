import type { ItemContext } from '../shared/api/context';
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
export function createKeypadHistory() {
	const histories = new Map<Device, Promise<KeypadHistory>>();
	return async (run: ItemContext, device: Device, now: Instant): Promise<KeypadHistory> => {
		if (!isKeypadGone(device)) return NOTHING_TO_TELL;
		const history = histories.get(device) ?? readHistory(run, device, now);
		histories.set(device, history);
		return await history;
	};
}

async function readHistory(run: ItemContext, device: Device, now: Instant): Promise<KeypadHistory> {
	try {
		const events = await listEvents(run, {
			device_id: device.device_id,
			event_type: 'device.accessory_keypad_disconnected',
			since: new Date(now - LOOK_BACK).toISOString(),
		});
		const times = events.flatMap((event) => event.occurred_at ?? event.created_at ?? []);
		const latest = times.sort((a, b) => Date.parse(b) - Date.parse(a))[0] as string | undefined;
		return { goneSince: latest ?? null };
	} catch (error) {
		return { couldNotRead: (error as Error).message };
	}
}
