import { customers, message, reservations } from '../../../../examples/src/samples/mews.mts';
import { inUtc } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const TOKENS = { ClientToken: 'made-up-client', AccessToken: 'made-up-access', Client: 'n8n' };

interface Body extends Record<string, unknown> {
	ReservationIds?: string[];
	CustomerIds?: string[];
}

function reservationOf(stay: Stay) {
	const start = inUtc(stay, stay.arrival, stay.arrivalTime ?? '15:00');
	const end = inUtc(stay, stay.departure, stay.departureTime ?? '11:00');
	return {
		...reservations.Reservations[0],
		...{ Id: stay.id, AccountId: `customer-${stay.id}`, AssignedResourceId: stay.listing },
		State: { confirmed: 'Confirmed', cancelled: 'Canceled', blocked: 'Optional' }[stay.state],
		...{ StartUtc: start, EndUtc: end, ScheduledStartUtc: start, ScheduledEndUtc: end },
		UpdatedUtc: stay.changedAt,
	};
}

/** As in Mews’ examples, an ID even if nothing more is to come. */
const cursorOf = (all: ReadonlyArray<{ Id: string }>) => all.at(-1)?.Id ?? null;

const customerOf = ({ id, guest }: Stay) => ({
	...customers.Customers[0],
	...{ Id: `customer-${id}`, FirstName: guest.first, LastName: guest.last },
	...{ Email: guest.email, Phone: guest.phone },
});

export const mews: BookingSystem = {
	slug: 'mews',
	keyOf: ({ id }) => `mews-${id}`,
	credentials: { httpCustomAuth: { json: JSON.stringify({ body: TOKENS }) } },
	hosts: ['api.mews.com'],
	/** With an event about something else beside it, as it may come. */
	message: (stay) => ({
		...message,
		Events: [
			{ Discriminator: 'CustomerUpdated', Value: { Id: `customer-${stay.id}` } },
			{ Discriminator: 'ServiceOrderUpdated', Value: { Id: stay.id } },
		],
	}),
	answer: ({ method, url, body: sent }, stays) => {
		const body = sent as Body;
		if (method !== 'POST') return 404;
		if (Object.entries(TOKENS).some(([name, value]) => body[name] !== value)) return 401;
		const ofIds = (ids: string[]) => ids.flatMap((id) => stays.get(id) ?? []);
		if (url.pathname === '/api/connector/v1/reservations/getAll/2023-06-06') {
			const found = ofIds(body.ReservationIds ?? []).map(reservationOf);
			return { Reservations: found, Cursor: cursorOf(found) };
		}
		if (url.pathname === '/api/connector/v1/customers/getAll') {
			const ids = (body.CustomerIds ?? []).map((id) => id.replace('customer-', ''));
			const found = ofIds(ids).map(customerOf);
			return { Customers: found, Documents: null, Cursor: cursorOf(found) };
		}
		return 404;
	},
};
