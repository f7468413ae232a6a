// What the stand-ins of several booking systems share.
import { DateTime } from 'luxon';

import { waitFor, type N8nClient, type WebRequest } from '../harness/index.mts';
import type { Stay } from './system.mts';

/** The credential that a stand-in wants, and how n8n keeps and sends it. */
export const bearer = {
	credentials: { httpBearerAuth: { token: 'made-up' } },
	isSent: ({ headers }: WebRequest) => headers.authorization === 'Bearer made-up',
};

export const header = (name: string) => ({
	credentials: { httpHeaderAuth: { name, value: 'made-up' } },
	isSent: ({ headers }: WebRequest) => headers[name.toLowerCase()] === 'made-up',
});

export const basic = {
	credentials: { httpBasicAuth: { user: 'host@example.com', password: 'made-up' } },
	isSent: ({ headers }: WebRequest) =>
		headers.authorization === `Basic ${Buffer.from('host@example.com:made-up').toString('base64')}`,
};

export const nameOf = ({ guest }: Stay): string => [guest.first, guest.last].join(' ').trim();

/** Local, with the offset of the place: `2031-06-01T15:00:00-07:00`. */
export const withOffset = ({ zone }: Stay, date: string, time: string): string =>
	DateTime.fromISO(`${date}T${time}`, { zone }).toISO({ suppressMilliseconds: true })!;

export const inUtc = (stay: Stay, date: string, time: string): string =>
	DateTime.fromISO(withOffset(stay, date, time))
		.toUTC()
		.toISO({ suppressMilliseconds: true })!;

/** The stay of a path such as `/v1/reservations/12`. */
export function stayAt(
	stays: ReadonlyMap<string, Stay>,
	{ url, method }: WebRequest,
	path: RegExp,
	methods = ['GET'],
): Stay | undefined {
	const [, id] = url.pathname.match(path) ?? [];
	return methods.includes(method) && id ? stays.get(id) : undefined;
}

/** Posts to an address that n8n gave out, from within: a path that was published just now goes live a moment later. */
export async function postTo(
	{ webhookUrl }: N8nClient,
	address: string,
	body: string | FormData,
	headers: Record<string, string> = {},
): Promise<void> {
	const url = new URL(new URL(address).pathname, webhookUrl);
	await waitFor(
		async () => {
			const { ok, status } = await fetch(url, { method: 'POST', body, headers });
			if (!ok) throw new Error(`n8n answered ${status} to ${url.pathname}.`);
			return true;
		},
		{ limit: 15, what: `n8n to take a message at ${url.pathname}` },
	);
}
