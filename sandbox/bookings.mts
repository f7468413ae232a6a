// Bookings that a person makes on the console: sent on as a booking system would, to a webhook of n8n.
import { Temporal } from 'temporal-polyfill';
import { WORKSPACE_ID } from './credentials.mts';
import { ApiError } from './http/apiError.mts';
import type { DeviceRecord, World } from './world.mts';

/** Where bookings go, and where a person sees what became of them. */
export interface BookingWebhook {
	url: string;
	runsUrl: string | null;
}

/** A stay as the console's form has it: a day and times on the lock's own clock. */
export interface Stay {
	guest: string;
	listing: string;
	/** `2027-03-09` */
	arrival: string;
	nights: number;
	/** `15:00` */
	from: string;
	until: string;
}

interface SmoobuBooking {
	id: number;
	guest: string;
	phone: string;
	apartment: { id: string; name: string };
	arrival: string;
	departure: string;
	/** Times that differ from the usual ones, as `check-in` and `check-out`. */
	times?: Record<string, string>;
}

/** Real ms in which n8n must have taken a booking. */
const PATIENCE = 15_000;
const LONGEST_STAY = 400;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A booking as Smoobu sends it: dates without a zone, keys with hyphens. */
export function smoobuBooking({
	id,
	guest,
	phone,
	apartment,
	arrival,
	departure,
	times,
}: SmoobuBooking): Record<string, unknown> {
	return {
		action: 'newReservation',
		user: 7,
		data: {
			...{ id, arrival, departure, 'guest-name': guest, phone, apartment },
			'is-blocked-booking': false,
			...times,
		},
	};
}

/** The listing of a lock, as its owner wrote it into the custom metadata; null without one. */
export function listingOf({ device }: DeviceRecord): string | null {
	const listing = device.custom_metadata?.listing_id;
	return typeof listing === 'string' && listing !== '' ? listing : null;
}

/** Sends a stay to n8n, which answers as soon as it has begun. @throws ApiError with one sentence for the page. */
export async function sendBooking(world: World, stay: Stay): Promise<void> {
	const { bookingWebhook } = world;
	if (!bookingWebhook) {
		throw refusal('No n8n is known that takes bookings: npm run demo brings one');
	}
	const body = bookingOf(world, stay);
	let response: Response;
	try {
		response = await fetch(bookingWebhook.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
			redirect: 'manual',
			signal: AbortSignal.timeout(PATIENCE),
		});
		await response.arrayBuffer();
	} catch {
		throw new ApiError(502, 'no_answer', `n8n does not answer at ${bookingWebhook.url}`);
	}
	if (response.status === 404) {
		const problem = `n8n has no published workflow for ${bookingWebhook.url}`;
		throw new ApiError(502, 'no_workflow', `${problem}: publish it, then book again`);
	}
	if (!response.ok) {
		throw new ApiError(502, 'not_taken', `n8n answered ${response.status} and took no booking`);
	}
}

function bookingOf(world: World, stay: Stay): Record<string, unknown> {
	const { listing, nights, from, until } = stay;
	const guest = stay.guest.trim();
	if (guest === '') throw refusal('A booking needs the guest’s name');
	const door = [...world.devices.values()].find(
		(record) => record.device.workspace_id === WORKSPACE_ID && listingOf(record) === listing,
	);
	if (!door) throw refusal(`No lock has the listing ${listing}`);
	if (!Number.isInteger(nights) || nights < 1 || nights > LONGEST_STAY) {
		throw refusal(`A stay has 1 to ${LONGEST_STAY} nights`);
	}
	if (!CLOCK.test(from) || !CLOCK.test(until)) throw refusal('A time looks like 15:00');
	const arrival = dayOf(stay.arrival);
	return smoobuBooking({
		id: nextNumber(world),
		guest,
		phone: '+15125550100',
		apartment: { id: listing, name: String(door.device.display_name) },
		arrival: arrival.toString(),
		departure: arrival.add({ days: nights }).toString(),
		times: { 'check-in': from, 'check-out': until },
	});
}

function dayOf(text: string): Temporal.PlainDate {
	try {
		return Temporal.PlainDate.from(text);
	} catch {
		throw refusal('A day looks like 2027-03-09');
	}
}

/** No number comes twice, also where n8n remembers the bookings of an earlier sandbox. */
function nextNumber(world: World): number {
	world.lastBooking = Math.max(world.lastBooking + 1, Math.floor(Date.now() / 1000));
	return world.lastBooking;
}

const refusal = (message: string): ApiError => new ApiError(400, 'invalid_input', message);
