// A booking system and what can happen to it: the random part of the histories.
import fc from 'fast-check';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Which locks a room has: some are online, some offline, one room has both. */
export const ROOMS: ReadonlyArray<readonly string[]> = [
	['august'],
	['nuki'],
	['igloohome'],
	['yale', 'igloohome'],
];
export const LOCKS = [...new Set(ROOMS.flat())];
export const OFFLINE_LOCKS = ['igloohome'];

/** What the booking system knows of a booking; times in hours since the history began. */
export interface Booking {
	key: string;
	name: string;
	room: number;
	start: number;
	end: number;
	isCancelled: boolean;
}

/** What strikes a delivery on its way. */
export interface Fault {
	path: string;
	kind: 'status' | 'reset' | 'lost_answer';
	status?: number;
	retry_after?: number;
}

export type Event =
	| { type: 'change'; booking: number; change: Change }
	| { type: 'deliver'; booking: number; copies: number; fault: Fault | null }
	| { type: 'pass'; hours: number };

export type Change =
	| { what: 'room'; room: number }
	| { what: 'start'; days: number }
	| { what: 'end'; days: number }
	| { what: 'move'; days: number }
	| { what: 'name'; name: string }
	| { what: 'cancel' }
	| { what: 'rebook' };

export interface History {
	bookings: Booking[];
	events: Event[];
}

const KEYS = ['HA-1042', 'Reservation of Ada Lovelace, room 7', '📅-77'];

const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({ what: fc.constant('room' as const), room: fc.nat(ROOMS.length - 1) }),
	fc.record({ what: fc.constant('start' as const), days: fc.integer({ min: -2, max: 2 }) }),
	fc.record({ what: fc.constant('end' as const), days: fc.integer({ min: -2, max: 3 }) }),
	fc.record({ what: fc.constant('move' as const), days: fc.integer({ min: 1, max: 12 }) }),
	fc.record({ what: fc.constant('name' as const), name: fc.constantFrom('Ada', 'Ada Lovelace') }),
	fc.constant({ what: 'cancel' as const }),
	fc.constant({ what: 'rebook' as const }),
);

const fault: fc.Arbitrary<Fault> = fc.oneof(
	fc.record({
		path: fc.constantFrom('/access_codes/create', '/access_codes/update', '/access_codes/delete'),
		kind: fc.constantFrom('reset' as const, 'lost_answer' as const),
	}),
	fc.record({
		path: fc.constantFrom('/access_codes/create', '/access_codes/list', '/devices/get'),
		kind: fc.constant('status' as const),
		status: fc.constantFrom(500, 503),
	}),
	fc.constant({ path: '*', kind: 'status' as const, status: 429, retry_after: 1 }),
);

const happening = [
	{
		weight: 3,
		arbitrary: fc.record({ type: fc.constant('change' as const), booking: fc.nat(2), change }),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			type: fc.constant('deliver' as const),
			booking: fc.nat(2),
			copies: fc.integer({ min: 1, max: 3 }),
			fault: fc.option(fault, { freq: 2 }),
		}),
	},
];

const passing = {
	weight: 2,
	arbitrary: fc.record({
		type: fc.constant('pass' as const),
		hours: fc.integer({ min: 1, max: 60 }),
	}),
};

/** Three bookings, one perhaps of the same guest name as another. */
const bookings: fc.Arbitrary<Booking[]> = fc
	.tuple(
		...KEYS.map((key) =>
			fc.record({
				key: fc.constant(key),
				name: fc.constantFrom('Ada Lovelace', 'Grace Hopper'),
				room: fc.nat(ROOMS.length - 1),
				start: fc.integer({ min: -1, max: 20 }).map((day) => day * 24),
				end: fc.constant(0),
				isCancelled: fc.constant(false),
				nights: fc.integer({ min: 1, max: 9 }),
			}),
		),
	)
	.map((bookings) =>
		bookings.map(({ nights, ...booking }) => ({
			...booking,
			end: booking.start + nights * 24 - 4,
		})),
	);

const historyOf = (event: fc.Arbitrary<Event>): fc.Arbitrary<History> =>
	fc.record({ bookings, events: fc.array(event, { minLength: 3, maxLength: 14 }) });

/** Three bookings, and what happens to them in any order. */
export const history = historyOf(fc.oneof(...happening, passing));

/** All in an hour: for an n8n, whose clock nobody can move. */
export const shortHistory = historyOf(fc.oneof(...happening));

/** What a booking looks like after a change; one that would leave no stay is left as it is. */
export function changed(booking: Booking, { ...wanted }: Change): Booking {
	const after = { ...booking };
	switch (wanted.what) {
		case 'room':
			after.room = wanted.room;
			break;
		case 'start':
			after.start += wanted.days * 24;
			break;
		case 'end':
			after.end += wanted.days * 24;
			break;
		case 'move':
			after.start += wanted.days * 24;
			after.end += wanted.days * 24;
			break;
		case 'name':
			after.name = wanted.name;
			break;
		case 'cancel':
			after.isCancelled = true;
			break;
		case 'rebook':
			after.isCancelled = false;
			break;
	}
	return after.end - after.start >= 4 ? after : booking;
}
