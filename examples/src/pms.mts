// What the property management systems have in common: their message names a reservation, which is then read.
import type { Adapter } from './adapter.mts';
import { read, type Authentication } from './nodes.mts';

interface Pms extends Pick<Adapter, 'slug' | 'name' | 'booking' | 'waysToTell'> {
	read: {
		/** Expression for the address of the reservation that a message names. */
		url: string;
		authentication: Authentication;
		/** What its credential holds, for the note. */
		credential: string;
	};
	/** What the `listing_id` of a lock is, and what else the note on the canvas says. */
	hint: string;
	/** The vendor’s payloads. */
	message: object;
	reservation: object;
	/** Instead of just reading the reservation. */
	reading?: Adapter['reading'];
	entry?: Adapter['entry'];
	sample?: Adapter['sample'];
	settings?: Adapter['settings'];
}

/** The ID of the reservation, and nothing else that a forged message might hold. */
export const idIn = (expression: string) => `{{ encodeURIComponent(${expression}) }}`;

export const readReservation = (
	{ url, authentication }: Pick<Pms['read'], 'url' | 'authentication'>,
	column: number,
	row = 0,
) => read('Read Reservation', [column, row], `=${url}`, authentication);

export function pms({ read: how, hint, message, reservation, ...adapter }: Pms): Adapter {
	const { name } = adapter;
	return {
		settings: {},
		reading: {
			nodes: [readReservation(how, 2)],
			until: 3,
			wires: [
				['Settings', 'Read Reservation'],
				['Read Reservation', 'Booking'],
			],
		},
		sample: { 'Booking Webhook': [{ body: message }], 'Read Reservation': [reservation] },
		...adapter,
		name: `${name}: booking to PIN`,
		readMe: `## ${name}: one booking, one working PIN\n\n1. Give the Seam nodes your **Seam API** credential, what reads from ${name} ${how.credential}, and the two message nodes your mail account.\n2. In **Settings**, write who sends the messages and who hears of problems.\n3. In Seam, store each listing’s ID on its lock as custom metadata \`listing_id\`. ${hint}\n4. Publish the workflow and give the address of **Booking Webhook** to ${name}.\n\nThe message only says that something happened. What happens depends on the booking as it is now, so messages may come twice, late and in any order. If anything goes wrong, the host is told why. The sample that is pinned has a listing that no lock carries: *Execute workflow* shows what the host then hears.`,
	};
}
