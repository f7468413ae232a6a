import type { Group } from '../entry.mts';

export const finding: Group = {
	title: 'Finding the lock',
	entries: [
		{
			says: ['Seam does not find ……'],
			cause:
				'Seam knows no such device, code or other record in the workspace of the key: the ID has a typing error, the record was deleted (a code after its end, too), or it is in another workspace.',
			wayOut:
				'Choose it from the list. If it is missing there, the key belongs to another workspace than the one you look at in Seam Console.',
		},
		{
			says: [
				"No device in Seam has the name '…'",
				'Did you mean …? ',
				"Choose from the list in '…', or give a name, which each entry of the list begins with, or an ID.",
			],
			cause:
				'No device of the workspace is called so. Capital letters and spaces do not matter; every other letter does. The names that come nearest are asked about.',
			wayOut:
				'Choose from the list of the field, or give the name, which each entry of the list begins with, or the ID.',
		},
		{
			says: ["… devices in Seam have the name '…'"],
			cause:
				'A lock given by name needs a name that only one device has. The way out names the first five, with their IDs.',
			wayOut: 'Rename all but one in Seam Console, or do as n8n shows.',
		},
		{
			says: [
				'offline codes only',
				'no time-bound codes now',
				'takes no codes now',
				'not for access codes',
			],
			cause:
				'Behind a name in the list of devices: the lock has no codes that are sent to it over the internet, or something is missing at the moment for a code on this lock (a keypad, a bridge, a subscription), or it is a device that never takes one.',
			wayOut:
				'Offline codes need nothing from you. For a lock that takes no codes now, run Seam Get Device: problems says what is missing. Choose another device instead of one that is not for access codes.',
		},
		{
			says: [
				'Not the ID of a Seam device, nor the address of one in Seam Console',
				'Not the ID of … …',
				"'…' holds …, which is not the ID of a device",
				"'…' holds …, which is not the ID of a connected account",
				'an object without an ID',
				"Choose a device from the list in '…', or give its name ('By Name') or its ID ('By ID', e.g. 3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905).",
				"Choose from the list in '…', or give the ID of a device (e.g. 3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905).",
				"Choose from the list in '…', or give the name or the ID of a device (e.g. 3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905).",
			],
			cause:
				'By ID takes an ID as Seam writes it (3d4f0a1c-8e53-…), or an address of Seam Console that ends in one. A list holds something else.',
			wayOut:
				'Choose from the list, copy the ID from Seam Console, or let the expression give device_id.',
		},
		{
			says: ["'…' begins like a JSON list but is not valid JSON"],
			cause: 'The text begins with [ and is not a list, for example because quotes are missing.',
		},
		{
			says: ["No device has … = '…' in its custom metadata"],
			cause:
				'No lock carries this value. Seam compares them exactly; a number is looked for as the text of its digits.',
		},
		{
			says: ["… devices have … = '…' in their custom metadata", 'without a name'],
			cause:
				'Several locks carry the same value, such as the street door and the flat of one listing. The way out names the first five.',
		},
		{
			says: ["'Connected Account' is empty"],
			cause: 'No account is chosen.',
		},
	],
};
