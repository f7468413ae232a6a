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

/** Old names of time zones, and the names that n8n's editor and the console show for them. */
const OF_OLD_NAME: Readonly<Record<string, string>> = {
	CST6CDT: 'America/Chicago',
	EST5EDT: 'America/New_York',
	MST7MDT: 'America/Denver',
	PST8PDT: 'America/Los_Angeles',
};

export const zoneName = (zone: string): string => OF_OLD_NAME[zone] ?? zone;
