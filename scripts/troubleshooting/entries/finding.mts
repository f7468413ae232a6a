import type { Group } from '../entry.mts';

export const finding: Group = {
	title: 'Finding the lock',
	entries: [
		{
			says: ['Seam does not find ……'],
			cause:
				'Seam knows no such device, code or other record in the workspace of the key: the ID has a typing error, the record was deleted (a code after its end, too), or it is in another workspace. A name must be exactly that in Seam.',
			wayOut:
				'Choose it from the list. If it is missing there, the key belongs to another workspace than the one you look at in Seam Console.',
		},
		{
			says: [
				'Not the ID of a Seam device, nor the address of one in Seam Console',
				'Not the ID of … …',
				"'…' holds …, which is not the ID of a device",
				"'…' holds …, which is not the ID of a connected account",
				'an object without an ID',
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
			says: ["… devices have … = '…' in their custom metadata: ……", 'without a name'],
			cause:
				'Several locks carry the same value, as the street door and the flat of one listing do. The sentence names them.',
		},
		{
			says: ["'Connected Account' is empty"],
			cause: 'No account is chosen.',
		},
	],
};
