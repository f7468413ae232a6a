// What the property management systems have in common: their message names a reservation, which is then read.
import type { Adapter, BookingFields } from './adapter.mts';
import { read, type Authentication } from './nodes.mts';

interface Pms {
	slug: string;
	name: string;
	read: {
		/** Expression for the address of the reservation that a message names. */
		url: string;
		auth: Authentication;
		/** What its credential holds, for the note. */
		credential: string;
	};
	/** What else the note on the canvas says. */
	hint: string;
	sample: { message: object; reservation: object };
	booking: BookingFields;
	waysToTell?: Adapter['waysToTell'];
}

export function pms({ slug, name, read: { url, auth, credential }, hint, sample, booking, waysToTell }: Pms): Adapter {
	return {
		slug,
		name: `${name}: booking to PIN`,
		readMe: `## ${name}: one booking, one working PIN\n\n1. Give the Seam nodes your **Seam API** credential, **Read Reservation** one of ${name} (${credential}), and the two message nodes one of your mail.\n2. In **Settings**, write your own addresses.\n3. In Seam, store each listing’s ID on its lock as custom metadata \`listing_id\`.\n4. Publish the workflow and give its webhook address to ${name}.\n\nThe webhook only says that something happened. What happens depends on the booking as it is now, so messages may come twice, late and in any order. If anything goes wrong, the host is told why. ${hint}`,
		settings: {},
		booking,
		waysToTell,
		sample: { 'Booking Webhook': [{ body: sample.message }], 'Read Reservation': [sample.reservation] },
		reading: {
			nodes: [read('Read Reservation', [2, 0], url, auth)],
			until: 3,
			wires: [
				['Settings', 'Read Reservation'],
				['Read Reservation', 'Booking'],
			],
		},
	};
}
