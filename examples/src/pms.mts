// What the four property management systems have in common: their message names a reservation, which is then read.
import type { Adapter } from './adapter.mts';
import { read } from './nodes.mts';

interface Pms {
	slug: string;
	name: string;
	/** Where its API is, and the address of a reservation there. */
	address: string;
	reservation: string;
	/** What else the note on the canvas says. */
	hint: string;
	booking: Omit<Adapter['booking'], 'wrong'>;
	/** Instead of just reading the reservation. */
	reading?: Adapter['reading'];
}

export const readReservation = (slug: string, reservation: string, column: number, row = 0) =>
	read('Read Reservation', [column, row], `={{ $json.${slug}_address }}${reservation}`);

export function pms({ slug, name, address, reservation, hint, booking, reading }: Pms): Adapter {
	return {
		slug,
		name: `${name}: booking to PIN`,
		readMe: `## ${name}: one booking, one working PIN\n\n1. Give the Seam nodes your **Seam API** credential, and **Read Reservation** one of ${name}.\n2. In **Settings**, write your own addresses.\n3. In Seam, store each listing’s ID on its lock as custom metadata \`listing_id\`.\n4. Publish the workflow and give its webhook address to ${name}.\n\nThe webhook only says that something happened. What happens depends on the booking as it is now, so messages may come twice, late and in any order. If anything goes wrong, the host is told why. ${hint}`,
		settings: { [`${slug}_address`]: address },
		booking,
		reading: reading ?? {
			nodes: [readReservation(slug, reservation, 2)],
			until: 3,
			wires: [
				['Settings', 'Read Reservation'],
				['Read Reservation', 'Booking'],
			],
		},
	};
}
