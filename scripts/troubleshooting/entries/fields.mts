import type { Group } from '../entry.mts';

export const fields: Group = {
	title: 'Filling in the fields',
	intro:
		'These sentences begin with the label of the field they are about, and end with the number of the item.',
	entries: [
		{
			says: [
				"Not loaded yet: choose Refresh List in this field's menu",
				'Choose a credential first',
			],
			cause:
				'n8n asked for the list of a node that was just added before the credential was chosen, and does not ask again by itself.',
			wayOut:
				'Choose the credential, then Refresh List in the menu (⋮) of the field, or open the node again. In Seam Create Access Code choosing the device does it.',
		},
		{
			says: [
				"'…' is an expression that gave nothing for this item",
				"'…' is an expression that gave nothing for this item: …",
				"'…' is an expression that gave nothing for this item. Check which field of the item it reads. If there may be none, let it say so: {{ … ?? '' }}.",
				'Check which field of the item it reads. …',
			],
			cause:
				'The expression reads a field that this item does not have: another name, another level, or an item of another kind.',
			wayOut: 'Open the input beside the node, look for the field, and drag it into the parameter.',
		},
		{
			says: ["'…' holds an expression as plain text"],
			cause:
				'An expression with {{ }} stands in a field that is set to Fixed, so that n8n takes it for text: every item would have the same.',
			wayOut:
				'Point at the field, choose Expression above it instead of Fixed, and look at the result that n8n shows below it.',
		},
		{
			says: ["'…' has braces left over behind its expression"],
			cause:
				'n8n closes {{ by itself while you type; the }} typed after it became part of the value.',
			wayOut: 'Delete the last }}, or paste expressions, or drag fields from the input.',
		},
		{
			says: ["'…' is empty", "'Time' is empty", 'The time is empty.'],
			cause:
				'The field must hold something, and was left empty or was given an empty text by its expression.',
			wayOut: 'Fill it in, or let the expression give a value for every item.',
		},
		{
			says: [
				"'…' must be true or false",
				"'…' is not set to one of its choices. Give one of …. Check what the expression gives for this item.",
				"'…' holds something that is not one of its choices. Give only …. Check what the expression gives for this item.",
				"'…' must be a …number … of … or more",
				"'…' is neither text nor a number",
				'Check the expression: it may point at a whole object instead of one of its fields.',
			],
			cause:
				'The expression gives a value of another kind than the field takes, for example an object where a text is wanted.',
			wayOut:
				'Let the expression give one of the values that the sentence lists; booleans and numbers may also come as text ("true", "2").',
		},
		{
			says: [
				"'…' must be a number of ….",
				'minutes, 0 or more',
				'hours, 0 or more',
				'minutes from 0 to …',
			],
			cause: 'A number of minutes or hours is negative, too large or not a number.',
			wayOut: 'Give a number from the range that the sentence names.',
		},
		{
			says: [
				'“…” is not a date or time.',
				'A time was expected, but … was given.',
				'The DateTime is not a valid one (…).',
				'The Date is not a valid one.',
				'A time of day is needed, not only a date',
				'The time lies outside the years 1 to 9999.',
				'Give an ISO 8601 date or date and time, like 2027-03-01, 2027-03-01T15:00 or 2027-03-01T15:00:00+01:00.',
				'a value of type …',
			],
			cause:
				'The field takes dates and times in ISO 8601, n8n’s DateTime, and JavaScript’s Date. What came is written in another way (such as 1.3.2027), or is no time.',
			wayOut:
				"Turn it into one: {{ DateTime.fromFormat($json.arrival, 'd.M.yyyy') }} reads 1.3.2027. See [Bookings](bookings.md).",
		},
		{
			says: [
				'“…” is not a time of day.',
				"'…' is not a time of day",
				"'…': “…” is not …",
				'a time of day with a time zone',
			],
			cause: 'Hours and minutes were expected.',
			wayOut: 'Write them as 15:00, in 24 hours.',
		},
		{
			says: [
				'“…” names the time zone …, which does not exist.',
				'Use an IANA zone like Europe/Rome.',
				'The time zone “…” does not exist.',
				"'…' does not name a time zone",
				"'…' is not the IANA name of a time zone",
				'Did you mean …? Choose Of the Lock, Of the Workflow or Other, or let the expression give a time zone such as Europe/Rome.',
				'Give the name of a time zone such as Europe/Rome or America/New_York.',
			],
			cause:
				'Time zones are named by city, such as Europe/Rome. Abbreviations such as CET or PST have no fixed meaning.',
			wayOut:
				'Choose the zone from the list, or look up its [IANA name](https://en.wikipedia.org/wiki/List_of_tz_database_time_zones).',
		},
		{
			says: ["'…' is given, but '…' is …"],
			cause:
				'Time Zone Name says one time zone, and Time Zone chooses another: that of the lock, or of the workflow.',
			wayOut: 'Keep the one that you mean. Time Zone Name is enough by itself.',
		},
		{
			says: [
				"'…' is not made of 4 to 12 digits",
				"'PIN' is not made of 4 to 9 digits",
				"'Preferred PIN' is not made of 4 to 9 digits",
				"Give 4 to 12 digits, as many as the lock takes, or set '…' to Generated.",
			],
			cause:
				'A PIN has digits only, and not as few or as many. Numbers lose their leading zeros: 0042 becomes 42.',
			wayOut: 'Give the PIN as text, or leave it to Seam.',
		},
		{
			says: ["'…' does not name a language"],
			cause:
				'The option Language of Dates comes by an expression, and its value is no language tag: en, fr or pt-BR are, “English” is not.',
		},
		{
			says: ['The node describes no parameter …'],
			cause: 'A mistake in this package.',
			wayOut: 'Please report it, with the whole sentence.',
		},
	],
};
