// A synthetic feed in the shape of Airbnb’s: all-day entries, folded lines, blocks among them.
export interface FeedEntry {
	/** `HMABCDEF12`; null for dates that the host blocked. */
	code: string | null;
	/** `2027-03-01` */
	arrival: string;
	departure: string;
}

export function feed(entries: FeedEntry[]): string {
	const day = (date: string) => date.replaceAll('-', '');
	const lines = entries.flatMap(({ code, arrival, departure }) => [
		'BEGIN:VEVENT',
		`DTEND;VALUE=DATE:${day(departure)}`,
		`DTSTART;VALUE=DATE:${day(arrival)}`,
		// The UID changes with the dates.
		`UID:1418fb94e984-${day(arrival)}${day(departure)}@airbnb.com`,
		...(code === null
			? ['SUMMARY:Airbnb (Not available)']
			: [
					folded(
						`DESCRIPTION:Reservation URL: https://www.airbnb.com/hosting/reservations/details/${code}\\nPhone Number (Last 4 Digits): 4821`,
					),
					'SUMMARY:Reserved',
				]),
		'END:VEVENT',
	]);
	return [
		'BEGIN:VCALENDAR',
		'PRODID;X-RICAL-TZSOURCE=TZINFO:-//Airbnb Inc//Hosting Calendar 1.0//EN',
		'CALSCALE:GREGORIAN',
		'VERSION:2.0',
		...lines,
		'END:VCALENDAR',
		'',
	].join('\r\n');
}

/** Lines of more than 73 characters go on in the next one, after a blank. */
function folded(line: string): string {
	return line.replace(/(.{73})(?=.)/g, '$1\r\n ');
}
