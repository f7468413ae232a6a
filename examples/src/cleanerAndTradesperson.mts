// The host fills in a form; a cleaner gets a standing code, a tradesperson one for a day, and either can be taken away.
import {
	choice,
	device,
	either,
	email,
	fail,
	fields,
	note,
	only,
	seam,
	workflow,
	type Node,
} from './nodes.mts';

const README =
	'## Cleaner and tradesperson\n\nThe host fills in a form. A **cleaner** gets a code that works until it is taken away. A **tradesperson** gets a one-time code where the lock has such codes (igloohome, Lockly), else one for the hours of that day. The code goes to the person’s e-mail as soon as the lock is known to have it, and the host hears that it went out. *Take it away* with the same entries deletes it.\n\n**To set**\n\n1. Give the Seam nodes your **Seam API** credential, the e-mail nodes your **SMTP** account, and **Form** a user and a password (*Basic Auth*): who can open the form can open your doors.\n2. In **Settings**, *sender* and *host* are e-mail addresses.\n3. In Seam, store each listing’s ID on its lock, or on all of its locks, as custom metadata `listing_id`. If you like, make *Listing* in **Form** a dropdown of yours.\n4. Publish the workflow and open the form’s address.';

const WHEN_WRONG =
	'### When things go wrong\n\n- **No lock, a refusal, a code that is not ready in time, a message that can’t be sent, a code that can’t be taken back**: the host gets an e-mail with the reason, and the execution fails.\n- **Sending the form again** is always safe: the person keeps the code and the PIN, and gets the message again.\n- A code belongs to the e-mail address and the listing, a tradesperson’s to the day as well: to take it away, enter the same.';

const FORM = "$('Form').first().json";
const REQUEST = "$('Request').first().json";
const HOST = "={{ $('Settings').first().json.host }}";
/** One for each lock of the listing. */
const CODES = "$('Seam Wait for Code Set').all().map(({ json }) => json)";
const LOCKS = "$('Seam Get Device').all().map(({ json }) => json)";

/** When a code works, as a function of the code. */
const works = `(code) => (code.is_one_time_use ? 'It opens the door once' : 'It works') + (code.ends_at_text ? (code.starts_at_text ? ' from ' + code.starts_at_text : '') + ' to ' + code.ends_at_text : ' until it is taken away') + '.'`;
/** One sentence if a PIN opens all locks, else one for each lock. */
const codeText = `((codes, works, locks) => (codes.every((code) => code.code_to_give === codes[0].code_to_give && works(code) === works(codes[0])) ? ['your door code for ' + ${REQUEST}.listing_id + ' is ' + codes[0].code_to_give + '.', works(codes[0])] : ['your door codes for ' + ${REQUEST}.listing_id + ' are:'].concat(codes.map((code) => (locks.find((lock) => lock.device_id === code.device_id)?.name ?? 'Door') + ': ' + code.code_to_give + '. ' + works(code)))).concat(codes.flatMap((code) => code.guest_instructions).filter((line, index, all) => all.indexOf(line) === index)).join(' '))(${CODES}, ${works}, ${LOCKS})`;

/** All locks of the listing, so that one PIN opens the street door and the flat. */
const theLocks = {
	...device(`${LOCKS}[0].device_id`),
	additionalDevices: `={{ ${LOCKS}.slice(1).map((lock) => lock.device_id) }}`,
};

interface Question {
	label: string;
	name: string;
	type?: 'text' | 'email' | 'date';
	choices?: string[];
	initially?: string;
	isOptional?: true;
}

/** n8n gives it a random path when the workflow is saved, so that nobody can guess its address. */
const form = (questions: Question[]): Node => ({
	...{ name: 'Form', type: 'n8n-nodes-base.formTrigger', typeVersion: 2.6, at: [0, 0] },
	parameters: {
		authentication: 'basicAuth',
		formTitle: 'A code for a cleaner or a tradesperson',
		formDescription: 'It is sent to the person as soon as it works.',
		formFields: {
			values: questions.map(({ label, name, type = 'text', choices, initially, isOptional }) => ({
				...{ fieldLabel: label, fieldName: name, fieldType: choices ? 'dropdown' : type },
				...(choices && { fieldOptions: { values: choices.map((option) => ({ option })) } }),
				...(initially && { defaultValue: initially }),
				...(isOptional ? {} : { requiredField: true }),
			})),
		},
		options: { appendAttribution: false },
	},
});

const person = `${FORM}.email.trim().toLowerCase().hash('sha256').slice(0, 10)`;
const isCleaner = `${FORM}.who === 'Cleaner'`;
const day = `(${FORM}.day ?? '').slice(0, 10)`;

/** What became of each code, and why some could not be deleted. */
const TAKEN = "$('Take It Away').all().map(({ json }) => json)";
const NOT_TAKEN =
	"$('Take It Away').all(1).map(({ json }) => String(json.error?.message ?? json.error))";
/** Entries that fit no code are no reason to say that the person has none: a code with other entries still opens. */
const TAKEN_TEXT = `${TAKEN}.some((code) => code.access_code_id) ? ${REQUEST}.name + ' has no door code for ' + ${REQUEST}.listing_id + ' any more.' : 'Nothing was taken away: ' + ${REQUEST}.listing_id + ' has no code for ' + ${REQUEST}.email + ' with these entries (' + ${FORM}.who + (${isCleaner} ? '' : ', ' + ${day}) + ').'`;

const give = (
	name: string,
	at: Node['at'],
	access: string,
	more: Record<string, unknown> = {},
): Node =>
	seam(name, 'seamCreateAccessCode', at, {
		...theLocks,
		access,
		...more,
		name: `={{ ${REQUEST}.name }}`,
		bookingKey: `={{ ${REQUEST}.booking_key }}`,
	});

export const cleanerAndTradesperson = workflow(
	'cleaner-and-tradesperson',
	'Seam: cleaner and tradesperson',
	[
		note(README, [-0.3, -2.8], { height: 420 }),
		note(WHEN_WRONG, [2.7, -2.8], {
			name: 'When Things Go Wrong',
			height: 420,
			width: 480,
			color: 3,
		}),
		form([
			{ label: 'What to do', name: 'what', choices: ['Give a code', 'Take it away'] },
			{ label: 'For whom', name: 'who', choices: ['Cleaner', 'Tradesperson'] },
			{ label: 'Name', name: 'name' },
			{ label: 'E-mail', name: 'email', type: 'email' },
			{ label: 'Listing', name: 'listing' },
			{ label: 'Day (tradesperson)', name: 'day', type: 'date', isOptional: true },
			{ label: 'From (tradesperson)', name: 'from', initially: '08:00', isOptional: true },
			{ label: 'Until (tradesperson)', name: 'until', initially: '18:00', isOptional: true },
		]),
		fields('Settings', [1, 0], { sender: 'locks@example.com', host: 'host@example.com' }),
		fields('Request', [2, 0], {
			// No address on the lock, only what is made from it.
			booking_key: `={{ ${isCleaner} ? 'cleaner-' + ${person} : 'visit-' + ${person} + '-' + ${day}.replaceAll('-', '') }}`,
			name: `={{ ${FORM}.name.trim() }}`,
			email: `={{ ${FORM}.email.trim() }}`,
			listing_id: `={{ ${FORM}.listing.trim() }}`,
			starts: `={{ ${day} }}T{{ ${FORM}.from || '08:00' }}`,
			ends: `={{ ${day} }}T{{ ${FORM}.until || '18:00' }}`,
			error: `={{ ${isCleaner} || ${day} ? '' : 'a tradesperson’s code needs a day.' }}`,
		}),
		either('Complete?', [3, 0], "$json.error === ''"),
		seam('Seam Get Device', 'seamGetDevice', [4, -0.4], {
			...{ findBy: 'customMetadata', metadataKey: 'listing_id' },
			...{ metadataValue: `={{ ${REQUEST}.listing_id }}`, severalMatches: 'all' },
		}),
		choice(
			'What to Do',
			[5, -0.4],
			3,
			`${FORM}.what === 'Take it away' ? 2 : ${isCleaner} ? 0 : 1`,
		),
		give('Standing Code', [6, -1.4], 'ongoing'),
		give(
			'Code for the Day',
			[6, -0.4],
			`={{ ${LOCKS}.every((lock) => lock.access_code_support.offline.kinds.includes('offline_one_time_use')) ? 'one_time_use' : 'time_bound' }}`,
			{ startsAt: `={{ ${REQUEST}.starts }}`, endsAt: `={{ ${REQUEST}.ends }}` },
		),
		only('For All Locks', [7, -0.9], "$input.all().length === $('Seam Get Device').all().length", {
			notes: 'What a lock refused is told without a wait.',
			notesInFlow: true,
		}),
		seam('Seam Wait for Code Set', 'seamWaitForCodeSet', [8, -0.9], {}),
		only(
			'On All Locks',
			[9, -0.9],
			"$('Seam Wait for Code Set').all().length === $('Seam Get Device').all().length",
			{ executeOnce: true },
		),
		email('Message to the Person', [10, -0.9], {
			to: `={{ ${REQUEST}.email }}`,
			subject: 'Your door code',
			text: `=Hello {{ ${REQUEST}.name }}, {{ ${codeText} }}`,
		}),
		fields('Given', [11, -1.4], {
			done: `={{ ${REQUEST}.name }} has a door code for {{ ${REQUEST}.listing_id }}. It was sent to {{ ${REQUEST}.email }}.`,
		}),

		seam('Take It Away', 'seam', [6, 0.6], {
			...{ resource: 'accessCode', operation: 'delete', deleteBy: 'bookingKey' },
			bookingKey: `={{ ${REQUEST}.booking_key }}`,
			...theLocks,
		}),
		either(
			'All Gone?',
			[7, 0.6],
			// Of some locks it may have failed: this row runs before the one of its errors.
			`${TAKEN}.every((code) => code.deleted) && ${NOT_TAKEN}.length === 0`,
			{ executeOnce: true },
		),
		fields('Taken Away', [8, 0.2], { done: `={{ ${TAKEN_TEXT} }}` }),
		fields('Still Opens', [8, 1.2], {
			error: `={{ ${TAKEN}.filter((code) => !code.deleted).map((code) => code.why).concat(${NOT_TAKEN}).join(' ') }}`,
		}),

		email('Host Hears It Is Done', [12, -0.6], {
			to: HOST,
			...{ subject: '={{ $json.done }}', text: '={{ $json.done }}' },
		}),
		fields('What Went Wrong', [9, 1.6], {
			reason:
				"={{ $prevNode.name }}: {{ String($json.error?.message ?? $json.error).replaceAll(/ ?\\[item \\d+\\]| ?\\(Seam request ID: [^)]*\\)/g, '') }}",
		}),
		email('Host Hears Why Not', [10, 1.6], {
			to: HOST,
			subject: `=Not done: {{ ${FORM}.what }}, {{ ${REQUEST}.name }}, {{ ${REQUEST}.listing_id }}`,
			text: `={{ $json.reason }}\n\nPut this right and send the form again.`,
		}),
		fail('Failed', [11, 1.2], "={{ $('What Went Wrong').first().json.reason }}"),
		fail('Host Not Told', [13, -0.2], 'It is done, but the message to the host could not be sent.'),
	],
	[
		['Form', 'Settings'],
		['Settings', 'Request'],
		['Request', 'Complete?'],
		['Complete?', 'Seam Get Device', 0],
		['Complete?', 'What Went Wrong', 1],
		['Seam Get Device', 'What to Do', 0],
		['Seam Get Device', 'What Went Wrong', 1],
		['What to Do', 'Standing Code', 0],
		['What to Do', 'Code for the Day', 1],
		['What to Do', 'Take It Away', 2],
		['Standing Code', 'For All Locks', 0],
		['Standing Code', 'What Went Wrong', 1],
		['Code for the Day', 'For All Locks', 0],
		['Code for the Day', 'What Went Wrong', 1],
		['For All Locks', 'Seam Wait for Code Set'],
		['Seam Wait for Code Set', 'On All Locks', 0],
		['On All Locks', 'Message to the Person'],
		['Seam Wait for Code Set', 'What Went Wrong', 1],
		['Message to the Person', 'Given', 0],
		['Message to the Person', 'What Went Wrong', 1],
		['Given', 'Host Hears It Is Done'],
		['Take It Away', 'All Gone?', 0],
		['Take It Away', 'What Went Wrong', 1],
		['All Gone?', 'Taken Away', 0],
		['All Gone?', 'Still Opens', 1],
		['Taken Away', 'Host Hears It Is Done'],
		['Still Opens', 'What Went Wrong'],
		['Host Hears It Is Done', 'Host Not Told', 1],
		['What Went Wrong', 'Host Hears Why Not'],
		['Host Hears Why Not', 'Failed', 0],
		['Host Hears Why Not', 'Failed', 1],
	],
	{
		Form: [
			{
				...{ what: 'Give a code', who: 'Tradesperson', name: 'Grace', email: 'grace@example.com' },
				...{ listing: 'cottage', day: '2027-03-01', from: '09:00', until: '12:00' },
				submittedAt: '2027-02-27T10:00:00.000+01:00',
			},
		],
	},
);
