import type { Adapter } from '../adapter.mts';
import { byHandForm } from '../samples/byHand.mts';

const TRIGGER = 'Booking Form';
const CANCEL = 'Cancel the booking';

interface Field {
	fieldLabel: string;
	fieldType?: 'text' | 'email' | 'date' | 'number' | 'dropdown';
	requiredField?: boolean;
	[attribute: string]: unknown;
}
const required = { requiredField: true };

/** By the names that they have in the workflow, in the order of the form. */
export const FORM: Record<string, Field> = {
	action: {
		fieldLabel: 'What to do',
		...{ fieldType: 'dropdown', defaultValue: byHandForm.action, ...required },
		fieldOptions: { values: [{ option: byHandForm.action }, { option: CANCEL }] },
	},
	guest_name: { fieldLabel: 'Guest’s name', ...required },
	guest_email: {
		fieldLabel: 'Guest’s e-mail',
		...{ fieldType: 'email', placeholder: 'the code is sent here' },
	},
	guest_phone: { fieldLabel: 'Guest’s phone', placeholder: '+15550100' },
	listing: { fieldLabel: 'Listing', placeholder: 'as in the lock’s listing_id', ...required },
	arrival: { fieldLabel: 'Arrival', fieldType: 'date', ...required },
	nights: { fieldLabel: 'Nights', fieldType: 'number', ...required },
	arrival_time: { fieldLabel: 'Arrival time, if agreed', placeholder: '16:00' },
	departure_time: { fieldLabel: 'Departure time, if agreed', placeholder: '10:00' },
	reference: {
		fieldLabel: 'Reference',
		placeholder: 'only if name, listing or arrival may change',
	},
};

const text = (field: string) => `String($json.${field} ?? '').trim()`;
const clock = (field: string) =>
	`{{ ${text(field)} ? 'T' + ${text(field)}.padStart(5, '0') : '' }}`;
const isClock = (field: string) => `/^(([01]?\\d|2[0-3]):[0-5]\\d)?$/.test(${text(field)})`;
/** Written the same way, however it was typed. */
const plain = (value: string) =>
	`${value}.toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim().replaceAll(' ', '-')`;

export const byHand: Adapter = {
	slug: 'by-hand',
	name: 'By hand: form to PIN',
	readMe:
		'## By hand: a form for guests that no system knows\n\n1. Give the Seam nodes your **Seam API** credential, and the two message nodes your mail account.\n2. In **Settings**, write who sends the messages and who hears of problems. In Seam, store each listing’s ID on its lock as custom metadata `listing_id`.\n3. Publish the workflow. **Booking Form** shows the form’s address.\n\n**The address is like a key:** whoever has it can make a PIN. It can’t be guessed; tell it only to those who may, or set *Authentication* in **Booking Form**.\n\nName, listing and arrival make a booking. Send them again with other nights, times or contacts, and the code moves along and keeps its PIN; choose *Cancel the booking*, and the code is deleted. To be able to change name, listing or arrival later, type a reference, such as `ada-june`, and type it again each time. Without times, the check-in and check-out times apply. All times are the lock’s local time. If anything goes wrong, the host is told why.',
	settings: {},
	entry: {
		nodes: [
			{
				// Without a path, n8n makes one up that can’t be guessed.
				...{ name: TRIGGER, type: 'n8n-nodes-base.formTrigger', typeVersion: 2.6, at: [0, 0] },
				parameters: {
					formTitle: 'A door code for a guest',
					formDescription:
						'The same name, listing and arrival, or the same reference, are the same booking.',
					formFields: {
						values: Object.entries(FORM).map(([fieldName, field]) => ({
							...{ fieldName, fieldType: 'text', ...field },
						})),
					},
					responseMode: 'onReceived',
					options: {
						appendAttribution: false,
						respondWithOptions: {
							values: {
								respondWith: 'text',
								formSubmittedText:
									'Thank you. The guest is told the code as soon as it works on the lock. If there is no address, or anything fails, the host is told why.',
							},
						},
					},
				},
			},
		],
		wires: [[TRIGGER, 'Settings']],
	},
	reading: { nodes: [], until: 2, wires: [['Settings', 'Booking']] },
	sample: { [TRIGGER]: [byHandForm] },
	again: 'Put this right and send the form again.',
	booking: {
		booking_key: `=by-hand-{{ ${plain(text('reference'))} || [${plain(text('guest_name'))}, ${plain(text('listing'))}, ${text('arrival')}].join('-') }}`,
		state: `={{ $json.action === '${CANCEL}' ? 'cancelled' : 'stay' }}`,
		listing_id: `={{ ${text('listing')} }}`,
		guest_name: `={{ ${text('guest_name')} }}`,
		guest_phone: `={{ ${text('guest_phone')} }}`,
		guest_email: `={{ ${text('guest_email')} }}`,
		arrives: `={{ ${text('arrival')} }}${clock('arrival_time')}`,
		leaves: `={{ DateTime.fromISO(${text('arrival')}).plus({ days: Number($json.nights) || 0 }).toISODate() ?? '' }}${clock('departure_time')}`,
		changed_at: "={{ $json.submittedAt ?? '' }}",
		wrong: `={{ $json.action === '${CANCEL}' ? '' : !(Number.isInteger(Number($json.nights)) && Number($json.nights) >= 1) ? 'the number of nights must be 1 or more. Send the form again.' : ${isClock('arrival_time')} && ${isClock('departure_time')} ? '' : 'a time must look like 16:00. Send the form again.' }}`,
	},
};
