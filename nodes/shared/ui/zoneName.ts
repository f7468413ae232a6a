/** The zones that some makers name in the old form, and the names that people choose from. */
const OF_OLD_NAME: Readonly<Record<string, string>> = {
	CST6CDT: 'America/Chicago',
	EST5EDT: 'America/New_York',
	MST7MDT: 'America/Denver',
	PST8PDT: 'America/Los_Angeles',
};

/** How a time zone is shown: by the name of a city, also if the lock has the old form (`PST8PDT`). */
export const zoneName = (zone: string): string => OF_OLD_NAME[zone] ?? zone;
