// The booking systems’ side of the tests: what they remember, and the API that the example workflows read it from.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stay as its booking system knows it now. Dates and times are on the clock of the place. */
export interface Stay {
	id: string;
	guest: { first: string; last: string; phone: string };
	listing: string;
	/** `2027-03-01` */
	arrival: string;
	departure: string;
	/** `16:00`; null where nothing was agreed. */
	arrivalTime: string | null;
	departureTime: string | null;
	/** Offset of the place in the nights of the stay, such as `-08:00`. */
	offset: string;
	state: 'confirmed' | 'cancelled' | 'blocked';
}

/** What happened to a stay: only a word for the message, as systems send it. */
export type Happening = 'created' | 'changed' | 'cancelled' | 'deleted';

/** One booking system: synthetic payloads in the shapes that it documents. */
export interface BookingSystem {
	/** The example’s file, and the path of its webhook. */
	slug: string;
	/** The body of its webhook. */
	message(stay: Stay, happened: Happening): object;
	/** Where its API has the stay, and what it answers. */
	path(stay: Stay): string;
	answer(stay: Stay): object;
}

export interface BookingApi {
	readonly baseUrl: string;
	/** By path with query: JSON, or text as it is, or a status with nothing else. */
	readonly answers: Map<string, object | string | number>;
	stop(): Promise<void>;
}

/** Serves on loopback what the map holds; anything else is a 404. */
export async function startBookingApi(): Promise<BookingApi> {
	const answers: BookingApi['answers'] = new Map();
	const server = createServer((request, response) => {
		const answer = answers.get(request.url ?? '') ?? 404;
		if (typeof answer === 'number') response.writeHead(answer).end();
		else if (typeof answer === 'string') {
			response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(answer);
		} else {
			response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		answers,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
