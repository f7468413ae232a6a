// Whoever types into the form. A message is what the browser sends: a multipart POST to `/form/` and the form node’s
// `webhookId`, with each field by its place in the form. Nothing is ever asked. The form says itself when it was sent.
import { DateTime } from 'luxon';

import { byHandForm } from '../../../../examples/src/samples/byHand.mts';
import { FORM } from '../../../../examples/src/systems/byHand.mts';
import { postTo } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const [MAKE, CANCEL] = (
	FORM.action.fieldOptions as { values: Array<{ option: string }> }
).values.map(({ option }) => option);

export const byHand: BookingSystem = {
	slug: 'by-hand',
	/** By its reference; without one, it would be the name, listing and arrival. */
	keyOf: ({ id }) => `by-hand-stay-${id}`,
	credentials: {},
	hosts: [],
	message: (stay) => fieldsOf(typed(stay)),
	answer: () => 404,
	isByHand: true,
	deliver: async (fields, n8n, path) => {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
		await postTo(n8n, `https://n8n.example.com/form/${path}`, form);
	},
};

/** The fields by their names, for a stay; a blocked one nobody would type. */
export function typed(stay: Stay): Record<string, string> {
	const nights = DateTime.fromISO(stay.departure).diff(DateTime.fromISO(stay.arrival), 'days').days;
	return {
		action: stay.state === 'confirmed' ? MAKE : CANCEL,
		guest_name: `${stay.guest.first} ${stay.guest.last}`,
		guest_email: stay.guest.email,
		guest_phone: stay.guest.phone,
		listing: stay.listing,
		arrival: stay.arrival,
		nights: String(nights),
		arrival_time: stay.arrivalTime ?? '',
		departure_time: stay.departureTime ?? '',
		reference: `Stay ${stay.id}`,
	} satisfies Record<keyof Omit<typeof byHandForm, 'submittedAt' | 'formMode'>, string>;
}

/** As the browser names them: `field-0` and on. */
export const fieldsOf = (values: Record<string, string>): Record<string, string> =>
	Object.fromEntries(
		Object.keys(FORM).map((name, place) => [`field-${place}`, values[name] ?? '']),
	);
