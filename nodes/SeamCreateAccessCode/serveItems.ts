import type { IExecuteFunctions } from 'n8n-workflow';

import type { ItemContext } from '../shared/api/context';
import { createRunLocks, type RunLocks } from '../shared/booking/runLocks';
import { serveBookings, type BookingOrder } from '../shared/booking/serveBookings';
import type { Device } from '../shared/schema/device';
import { readBooking, type Booking } from './readBooking';
import { outcomesOf, type LockOutcome } from './resultItem';

/**
 * Serves the booking of each item. All inputs are read and all locks found before the first code is made.
 *
 * @param stopsAtFailure Throws at the first item that can't be read; after a booking that failed none is started.
 * @returns the outcomes of each item; undefined for an item that was not started
 */
export async function serveItems(
	context: IExecuteFunctions,
	stopsAtFailure: boolean,
): Promise<Array<LockOutcome[] | undefined>> {
	const locks = createRunLocks();
	const read = context.getInputData().map((_item, itemIndex) => readItem({ context, itemIndex }));
	const refused = read.find((item) => 'failure' in item);
	if (stopsAtFailure && refused)
		return read.map((item) => ('failure' in item ? [item] : undefined));

	const found = await Promise.all(
		read.map(async (item) => ('failure' in item ? item : await findLocks(locks, item))),
	);
	const isMissing = found.some((item) => 'failure' in item);
	if (stopsAtFailure && isMissing)
		return found.map((item) => ('failure' in item ? [item] : undefined));

	const orders = found.filter((item): item is Found => 'order' in item);
	const served = await serveBookings(
		locks,
		orders.map(({ order }) => order),
		stopsAtFailure,
	);
	const results = new Map(orders.map((item, index) => [item, served[index]]));
	return found.map((item) => {
		if ('failure' in item) return [item];
		const result = results.get(item);
		return result && outcomesOf(result, item.booking);
	});
}

interface Failed {
	failure: unknown;
}

interface Found {
	booking: Booking;
	order: BookingOrder;
}

type Item = ItemContext<IExecuteFunctions>;
type Read = { booking: Booking; item: Item };

function readItem(item: Item): Read | Failed {
	try {
		return { booking: readBooking(item), item };
	} catch (failure) {
		return { failure };
	}
}

async function findLocks({ devices }: RunLocks, { booking, item }: Read): Promise<Found | Failed> {
	try {
		const [first, others, previousDeviceIds] = await Promise.all([
			devices.get(item, booking.device),
			devices.all(item, booking.additionalDevices),
			devices.idsOf(item, booking.previousLocks),
		]);
		const isFirst = ({ device_id }: Device) => device_id === first.device_id;
		const found = [first, ...others.filter((device) => !isFirst(device))];
		return { booking, order: { ...booking, ...item, devices: found, previousDeviceIds } };
	} catch (failure) {
		return { failure };
	}
}
