// What Seam and locks call things, in words that a host understands.

/** The kinds of code, without the underscores of their keys. */
const KINDS: Readonly<Record<string, string>> = {
	'online ongoing': 'sent to the lock over the internet, for good',
	'online time bound': 'sent to the lock over the internet',
	'offline hourly bound': 'works without internet, by the hour',
	'offline daily bound': 'works without internet, by the day',
	'offline time bound': 'works without internet',
	'offline one time use': 'works without internet, opens once',
};

export const kindInWords = (kind: string): string =>
	KINDS[kind] === undefined ? kind : `${KINDS[kind]} (${kind})`;
