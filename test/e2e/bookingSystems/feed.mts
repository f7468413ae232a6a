// Synthetic iCal feeds in the shapes of Airbnb, Vrbo and Booking.com, and a server on loopback that serves them.
import fastify from 'fastify';

export interface FeedEntry {
	/** `HMABCDEF12`; null for dates that the host blocked. */
	code: string | null;
	/** `2027-03-01` */
	arrival: string;
	departure: string;
}

/** Airbnb’s: all-day entries, folded lines, blocks among them. */
export function feed(entries: FeedEntry[]): string {
	return calendar(
		'PRODID;X-RICAL-TZSOURCE=TZINFO:-//Airbnb Inc//Hosting Calendar 1.0//EN',
		entries.map(({ code, arrival, departure }) => [
			...allDay(arrival, departure),
			// The UID changes with the dates.
			`UID:1418fb94e984-${day(arrival)}${day(departure)}@airbnb.com`,
			...(code === null
				? ['SUMMARY:Airbnb (Not available)']
				: [
						`DESCRIPTION:Reservation URL: https://www.airbnb.com/hosting/reservations/details/${code}\\nPhone Number (Last 4 Digits): 4821`,
						'SUMMARY:Reserved',
					]),
		]),
	);
}

/** A feed with entries as their lines stand in it, before they are folded. */
export function calendar(prodId: string, entries: string[][]): string {
	return [
		'BEGIN:VCALENDAR',
		prodId,
		'CALSCALE:GREGORIAN',
		'VERSION:2.0',
		...entries.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']).map(folded),
		'END:VCALENDAR',
		'',
	].join('\r\n');
}

export function allDay(arrival: string, departure: string): string[] {
	return [`DTEND;VALUE=DATE:${day(departure)}`, `DTSTART;VALUE=DATE:${day(arrival)}`];
}

const day = (date: string) => date.replaceAll('-', '');

/** Lines of more than 73 characters go on in the next one, after a blank. */
function folded(line: string): string {
	return line.replace(/(.{73})(?=.)/g, '$1\r\n ');
}

export interface FeedHost {
	readonly baseUrl: string;
	/** By path: the feed as it is, or a status with nothing else. */
	readonly feeds: Map<string, string | number>;
	stop(): Promise<void>;
}

export async function startFeedHost(): Promise<FeedHost> {
	const feeds: FeedHost['feeds'] = new Map();
	const server = fastify({ forceCloseConnections: true });
	server.get('*', async ({ url }, reply) => {
		const answer = feeds.get(url) ?? 404;
		if (typeof answer === 'number') return await reply.code(answer).send();
		return await reply.type('text/calendar; charset=utf-8').send(answer);
	});
	return {
		baseUrl: await server.listen({ host: '127.0.0.1', port: 0 }),
		feeds,
		stop: async () => await server.close(),
	};
}
