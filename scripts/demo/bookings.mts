import { DateTime } from 'luxon';
import { smoobuBooking } from '../../sandbox/bookings.mts';

/** What a guest or visitor was promised, and the webhook that says so. */
export interface Booking {
	/** What the demo shows: which lock, which stay, and what the booking system sends. */
	title: string;
	/** The sandbox's name of the lock. */
	lock: string;
	/** The webhook's path: bookings and visits have workflows of their own. */
	path: 'booking' | 'visit';
	/** The booking key that the example workflow makes of it. */
	key: string;
	body: Record<string, unknown>;
	/** The promise, as instants. */
	checkIn: DateTime;
	checkOut: DateTime;
}

/** A lock of the portfolio: the listing that it belongs to is stored on it as custom metadata. */
export interface Lock {
	alias: string;
	/** As a person calls it. */
	name: string;
	deviceId: string;
	listing: string;
	zone: string;
	/** Whether Seam programs it over the air. */
	isOnline: boolean;
}

interface Stay {
	lock: string;
	guest: string;
	/** Days from today until the arrival. */
	inDays: number;
	nights: number;
	from: 'Smoobu' | 'Hospitable';
	path?: Booking['path'];
	checkIn?: string;
	checkOut?: string;
}

/**
 * Each kind of code that the portfolio can show. The lock that gets its code only an hour before the start comes
 * first: all guests have been told before the next stay begins.
 */
const STAYS: Stay[] = [
	{
		lock: 'smartthings',
		guest: 'Grace Hopper',
		inDays: 3,
		nights: 2,
		from: 'Hospitable',
		checkIn: '16:00',
		checkOut: '10:00',
	},
	{ lock: 'august', guest: 'Ada Lovelace', inDays: 5, nights: 3, from: 'Smoobu' },
	// The visit of a tradesperson, whose code opens the door once.
	{
		lock: 'igloohome',
		guest: 'Mario the plumber',
		inDays: 6,
		nights: 0,
		from: 'Hospitable',
		path: 'visit',
		checkIn: '09:00',
		checkOut: '12:00',
	},
	{ lock: 'igloohome', guest: 'Alan Turing', inDays: 7, nights: 4, from: 'Smoobu' },
	{
		lock: 'oracode_classic',
		guest: 'Katherine Johnson',
		inDays: 8,
		nights: 3,
		from: 'Hospitable',
		checkIn: '16:00',
		checkOut: '10:00',
	},
	{ lock: 'oracode', guest: 'Radia Perlman', inDays: 9, nights: 2, from: 'Smoobu' },
	{
		lock: 'oracode',
		guest: 'Hedy Lamarr',
		inDays: 10,
		nights: 0,
		from: 'Hospitable',
		checkIn: '08:00',
		checkOut: '18:00',
	},
	{ lock: 'igloohome', guest: 'Edsger Dijkstra', inDays: 12, nights: 35, from: 'Smoobu' },
];

/** Times that the example workflow gives to a booking that has dates only. */
const CHECK_IN = '15:00';
const CHECK_OUT = '11:00';

/** Aliases of the locks that the demo's bookings are for. */
export const LOCKS_USED = [...new Set(STAYS.map(({ lock }) => lock))];

/** The demo's bookings for these locks, counted from today on the locks' own calendars. */
export function demoBookings(locks: Lock[], now: Date): Booking[] {
	return STAYS.flatMap((stay, index) =>
		locks
			.filter(({ alias }) => alias === stay.lock)
			.map((lock) => toBooking(stay, lock, 4100 + index, now)),
	);
}

/** A night from tomorrow on, as Smoobu would send it: for whoever books one by hand. */
export function nightAt(lock: Lock, guest: string, number: number, now: Date): object {
	const tomorrow = DateTime.fromJSDate(now, { zone: lock.zone }).startOf('day').plus({ days: 1 });
	return smoobu(guest, lock, number, tomorrow, tomorrow.plus({ days: 1 }));
}

function toBooking(stay: Stay, lock: Lock, number: number, now: Date): Booking {
	const today = DateTime.fromJSDate(now, { zone: lock.zone }).startOf('day');
	const at = (day: DateTime, clock: string): DateTime =>
		DateTime.fromISO(`${day.toISODate()}T${clock}`, { zone: lock.zone });
	const arrival = today.plus({ days: stay.inDays });
	const departure = arrival.plus({ days: stay.nights });
	const checkIn = at(arrival, stay.checkIn ?? CHECK_IN);
	const checkOut = at(departure, stay.checkOut ?? CHECK_OUT);
	const isSmoobu = stay.from === 'Smoobu';
	const shape = isSmoobu ? 'dates only' : 'local times';
	const path = stay.path ?? 'booking';
	const dayLength = path === 'visit' ? 'a visit' : 'a day';
	const length = stay.nights === 0 ? dayLength : `${stay.nights} nights`;
	return {
		title: `${stay.guest}, ${length} from ${arrival.toISODate()} (${stay.from}: ${shape})`,
		lock: lock.alias,
		path,
		key: `${stay.from.toLowerCase()}-${number}`,
		body: isSmoobu
			? smoobu(stay.guest, lock, number, arrival, departure)
			: hospitable(stay, lock, number, checkIn, checkOut),
		checkIn,
		checkOut,
	};
}

/** A stay as Smoobu sends it: its two days. */
function smoobu(
	guest: string,
	lock: Lock,
	number: number,
	arrival: DateTime,
	departure: DateTime,
): Record<string, unknown> {
	return smoobuBooking({
		id: number,
		guest,
		phone: `+1512555${number}`,
		apartment: { id: lock.listing, name: lock.alias },
		arrival: arrival.toISODate()!,
		departure: departure.toISODate()!,
	});
}

/** A booking as Hospitable sends it: local times with their offset, but no IANA zone. */
function hospitable(
	stay: Stay,
	lock: Lock,
	number: number,
	checkIn: DateTime,
	checkOut: DateTime,
): Record<string, unknown> {
	const [firstName, ...lastName] = stay.guest.split(' ');
	const iso = (time: DateTime): string | null => time.toISO({ suppressMilliseconds: true });
	return {
		id: `01J${number}`,
		action: 'reservation.created',
		version: '1.0',
		data: {
			id: String(number),
			stay_type: 'guest_stay',
			arrival_date: iso(checkIn.startOf('day')),
			departure_date: iso(checkOut.startOf('day')),
			check_in: iso(checkIn),
			check_out: iso(checkOut),
			reservation_status: { current: { category: 'accepted' } },
			properties: [{ id: lock.listing, timezone: checkIn.toFormat('ZZZ') }],
			guest: {
				first_name: firstName,
				last_name: lastName.join(' '),
				phone_numbers: [`+1512555${number}`],
			},
		},
	};
}
