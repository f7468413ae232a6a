import type { Group } from '../entry.mts';

export const operations: Group = {
	title: 'Other operations',
	intro: 'The node Seam, by resource.',
	entries: [
		{
			says: [
				'Seam no longer has this code',
				'Seam has deleted the code',
				'The lock has no code of this booking',
				'The time of this offline code is over',
			],
			cause:
				'Access Code → Delete and Revoke: there is nothing to delete any more. That is a result, not an error.',
			wayOut: 'Nothing. If you expected a code, check the Booking Key and the lock.',
		},
		{
			says: [
				'Seam is taking the PIN off the lock; until it has, the PIN may still open the door',
				"An offline code lives in the lock and can't be deleted: it opens the door without an end",
				"An offline code lives in the lock and can't be deleted: it opens the door …",
			],
			cause: 'Access Code → Revoke tells whether the PIN still opens the door.',
			wayOut:
				'Revoke again later to see it gone. An offline PIN can only be waited out, or removed in the maker’s app where that is possible.',
		},
		{
			says: [
				"Access code … is an offline code, which can't be changed",
				'Leave it as it is: it needs nobody to manage it.',
				'Create a new code for the new window with Seam Create Access Code.',
			],
			cause: 'The lock works the PIN out by itself; nobody can reach it.',
			wayOut: 'Run Seam Create Access Code with the same Booking Key and the new window.',
		},
		{
			says: ["Seam can't take over codes that were made outside it on … locks"],
			cause: 'Unmanaged Access Code → Convert to Managed is not possible for this maker.',
		},
		{
			says: [
				"'Fewest Digits' is more than 'Most Digits'",
				"'Supported PIN Lengths' must hold whole numbers from … to …",
			],
			cause: 'Access Code → Report Constraints: the numbers contradict each other.',
		},
		{
			says: [
				"'Update Fields' is empty, so there is nothing to change",
				"'…' has a row without a key",
				"'…' has no text under the key …",
				"'…' is not a flat object of texts and true or false",
				"'Since' is empty",
				"'Space Keys' is empty",
				"'Access Methods' is empty",
			],
			cause: 'Something that the operation needs is missing, or in another form.',
			wayOut:
				'The way out of the sentence shows the form; rows of metadata have a key and a text, a number, or true or false.',
		},
		{
			says: [
				"'Device Names or IDs' is empty, and neither spaces nor entrances are given",
				"'Guest Name' is empty, and no email, phone number or user identity is given",
				"'Reservation Key' is missing: entrance '…' belongs to …, which issues keys for a reservation only",
				"'…' is given, but 'Access Methods' has no …",
				"'…' is on, and '…' is given",
				"'…' has no offset, and no single time zone of the places tells what it means",
			],
			cause: 'Access Grant: who gets in, where, when and with what must be known.',
			wayOut:
				'Fill in the field that the sentence names. Times with their offset (2027-03-01T15:00:00+01:00) are always understood.',
		},
		{
			says: [
				"'Space Keys': no space has the key '…'",
				"Space '…' holds no lock or entrance to make a code for.",
				'Seam has taken the reservation but does not say what came of it, so this alone is no proof that a code exists.',
				"Read the grants with this key (Access Grant → Get Many, filter 'Reservation Key'), then their codes (Access Method → Get Many). If there are none, Seam Console says why under Automation Runs.",
				"'Guest Name' is empty, but other details of the guest are given",
			],
			cause:
				'Reservation → Push: Seam makes codes by spaces and automations that are set up before.',
			wayOut:
				'Create the space with its locks (Space → Create), then push again. For one code with an answer use Seam Create Access Code.',
		},
		{
			says: ['Seam takes no time zone for …'],
			cause: 'Device → Set Time Zone: other makers’ locks take theirs from the maker’s app.',
		},
		{
			says: [
				'Device … did not ……',
				'The … did not ……',
				'Device … has not said within … seconds whether it did …',
				'Seam has told the … to …; it has not answered yet',
				'Seam says that the … has …, but the … has not confirmed it',
				'The … has …',
				'The … has … and confirmed it',
			],
			cause: 'What became of an action (lock, unlock, thermostat, noise sensor).',
			wayOut:
				'Where it is not confirmed, read the device with Seam Get Device before you rely on it; its problems say why it does not answer.',
		},
		{
			says: [
				'… is not a thermostat',
				'… has no climate preset with the key “…”',
				'… has no mode “…”',
			],
			cause: 'Thermostat: the device, or its preset or mode, is another one.',
			wayOut: 'Choose from the list; the sentence’s way out names what the thermostat has.',
		},
		{
			says: [
				'… takes no … set point of … …',
				'The heating set point (… …) must be at least … … below the cooling set point on … (… …)',
				'The heating set point (… …) must be … … (… …)',
			],
			cause:
				'The temperature is outside what the thermostat takes, or heating and cooling come too near to each other.',
		},
		{
			says: [
				'The schedule would end (…) before it starts (…)',
				"'Ends Daily At' is the same as 'Starts Daily At'",
				"'…' has no time zone, and the sensor has none in Seam",
			],
			cause:
				'Thermostat Schedule and Noise Threshold: the times contradict each other, or have no time zone.',
		},
	],
};
