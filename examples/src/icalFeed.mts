// A feed says neither what changed nor when: every hour it is compared with the lock, and the host hears of each PIN.
import { rows } from './dataTables.mts';
import { calledWith, callItself, code, schedule, type Inputs } from './moreNodes.mts';
import {
	device,
	either,
	email,
	fail,
	fields,
	note,
	only,
	reasonIn,
	seam,
	stopping,
	workflow,
	type Node,
} from './nodes.mts';

const SETTINGS = "$('Settings').first().json";
const FEED = "$('Feed').first().json.feed";
const TASK = "$('Compare With the Lock').item.json";
/** Of the execution that sends one message. */
const WORD = "$('Word for the Host').first().json";
const WAITED = "$('Seam Wait for Code Set').first().json";
const TROUBLE = "($('Why').isExecuted ? $('Why') : $('Word for the Host')).first().json";

/** Lock, PIN and window, hashed so that no table shows a PIN; the wait gives its PIN as `code_to_give`. */
const fingerprint = (item: string, pin: 'code' | 'code_to_give') =>
	`[${item}.device_id, ${item}.${pin}, ${item}.starts_at, ${item}.ends_at].join(' ').hash('sha256')`;

/** Why a node failed, if it did. */
const SAID = reasonIn('$json.error?');

const stays = rows('Stays of iCal Feeds', {
	...{ about: 'string', feed: 'string', leaves: 'string', missed: 'number' },
	...{ wait: 'string', wait_again_at: 'string', told: 'string' },
});
const ofThisStay = { about: `={{ ${WORD}.about }}`, wait: `={{ ${WORD}.wait }}` };

const TEXTS = ['about', 'feed', 'booking', 'leaves', 'access_code_id', 'wait', 'text', 'trouble'];
const HANDED_OVER: Inputs = {
	...Object.fromEntries([...TEXTS, 'sender', 'host'].map((name) => [name, 'string' as const])),
	guest_instructions: 'array',
};
const same = {
	feed: `={{ ${FEED} }}`,
	sender: `={{ ${SETTINGS}.sender }}`,
	host: `={{ ${SETTINGS}.host }}`,
};

/** To the host. Settings belong to another execution, so their values come along. */
function message(name: string, at: Node['at'], subject: string, text: string): Node {
	const node = email(name, at, { to: `={{ ${WORD}.host }}`, subject, text });
	return { ...node, parameters: { ...node.parameters, fromEmail: `={{ ${WORD}.sender }}` } };
}

const README =
	'## iCal feed (Airbnb, Vrbo, Booking.com): bookings to PINs\n\n**To set**\n\n1. Give the Seam nodes your **Seam API** credential, and both messages your **SMTP** account.\n2. Fill in **Settings**; each field is explained in its note.\n3. Publish the workflow. For another feed, import it again; two feeds may share a lock.\n\n**To try it**: fill in **Settings**, then *Execute workflow*.\n\n**What it does.** Every hour, each stay in the feed gets its code, or its code moves with it. A feed knows neither times nor phones, so the host is told the PIN, once it works. *Airbnb*: “Reserved” is a stay. *Vrbo*: “Reserved - name” is a stay. Blocked time gets no code. *Booking.com*: “CLOSED - Not available” may be a stay or blocked time; the host is told of it once.';

const EXPLAINED =
	'### Settings\n\n- **feed_address**: treat it like a password.\n- **feed_name**: marks this feed’s codes. If empty, the address does; give a name if the address may change.\n- **listing_id**: the lock’s custom metadata `listing_id` in Seam.\n- **check_in**, **check_out**: for entries with dates only, on the lock’s clock.\n- **keep_hours_before_arrival**: in these hours no code is deleted because its entry is gone.\n- **sender**, **host**: the e-mail addresses from which and to which messages go.';

const WHEN_WRONG =
	'### When things go wrong\n\n- **The feed fails, is cut or empty, or is a login page**: nothing changes.\n- **An entry is gone**: a feed has no cancellations. After two polls in a row without it, the code is deleted, but not shortly before the arrival or during the stay; then the host is told once.\n- **No code, not ready in time, can’t be revoked**: the host is told once per stay and reason. The next hour tries again.\n- **A message can’t be sent**: that execution fails, and the next hour sends it. Only a message that went out counts as told.\n\nWhat was told is kept in the data table **Stays of iCal Feeds**, up to 30 days after the stay.';

const WORD_OF_ONE =
	'### One message to the host\n\nStarted by the hourly run for each stay or trouble by itself. The wait may take weeks; a later change of the stay takes over from it.';

const KINDS = ['count', 'stay', 'gone', 'trouble'];
/** One output for each kind of task, named after it. */
const whatToDo: Node = {
	...{ name: 'What to Do', type: 'n8n-nodes-base.switch', typeVersion: 3.4, at: [11, 1] },
	parameters: {
		rules: {
			values: KINDS.map((kind) => ({
				...either(kind, [0, 0], `$json.what === '${kind}'`).parameters,
				...{ renameOutput: true, outputKey: kind },
			})),
		},
		options: {},
	},
};

/** The hourly run: the feed, the lock, and what has to change. */
const poll: Node[] = [
	schedule('Every Hour', [0, 1], { field: 'hours' }),
	fields('Settings', [1, 1], {
		feed_address: 'https://www.airbnb.com/calendar/ical/1234.ics?s=secret',
		...{ feed_name: '', listing_id: 'cottage', check_in: '15:00', check_out: '11:00' },
		keep_hours_before_arrival: '24',
		...{ sender: 'locks@example.com', host: 'host@example.com' },
	}),
	fields(
		'Feed',
		[2, 1],
		{ feed: "={{ ($json.feed_name || $json.feed_address).hash('sha256').slice(0, 6) }}" },
		{},
		{ notes: 'Its mark.', notesInFlow: true },
	),
	stays.make('Table of Stays', [3, 1]),
	stays.forget('Forget Past Stays', [4, 1], {
		feed: `={{ ${FEED} }}`,
		leaves: { is: 'lt', value: '={{ $now.minus({ days: 30 }).toISODate() }}' },
	}),
	{
		...{ name: 'Read Feed', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5, at: [5, 1] },
		parameters: {
			url: `={{ ${SETTINGS}.feed_address }}`,
			options: { response: { response: { responseFormat: 'text' } } },
		},
		executeOnce: true,
	},
	only(
		'Whole and Not Empty',
		[6, 1],
		"/^\\s*BEGIN:VCALENDAR\\s[^]*\\sEND:VCALENDAR\\s*$/.test($json.data) && $json.data.includes('BEGIN:VEVENT') && $json.data.split('BEGIN:VEVENT').length === $json.data.split('END:VEVENT').length",
	),
	stopping(
		seam('Seam Get Device', 'seamGetDevice', [7, 1], {
			...{ findBy: 'customMetadata', metadataKey: 'listing_id' },
			metadataValue: `={{ ${SETTINGS}.listing_id }}`,
		}),
	),
	{
		...stopping(
			seam('Codes on the Lock', 'seam', [8, 1], {
				...{ resource: 'accessCode', operation: 'getMany' },
				...device('$json.device_id'),
				returnAll: true,
			}),
		),
		alwaysOutputData: true,
	},
	stays.get(
		'Remembered',
		[9, 1],
		{ feed: `={{ ${FEED} }}` },
		{ alwaysOutputData: true, executeOnce: true },
	),
	code('Compare With the Lock', [10, 1], {
		file: 'feed/readFeed.js',
		call: `const all = (name) => $(name).all().map(({ json }) => json);
const [settings] = all('Settings');
const [{ feed }] = all('Feed');
const [{ data: text }] = all('Read Feed');
const [lock] = all('Seam Get Device');
const [codes, remembered] = [all('Codes on the Lock'), all('Remembered')];
return readFeed({ DateTime, text, feed, settings, lock, codes, remembered }).map((json) => ({ json }));`,
	}),
	whatToDo,
];

/** What is done about each stay, and who is to hear of it. */
const stepsOfAStay: Node[] = [
	stays.upsert(
		'Polls Without It',
		[12, -0.2],
		{ about: '={{ $json.about }}' },
		{
			feed: `={{ ${FEED} }}`,
			leaves: '={{ $json.leaves }}',
			missed: '={{ $json.missed }}',
		},
	),
	seam('Seam Create Access Code', 'seamCreateAccessCode', [12, 0.8], {
		...device('$json.device_id'),
		access: 'time_bound',
		startsAt: '={{ $json.arrives }}',
		endsAt: '={{ $json.leaves_at }}',
		name: '={{ $json.guest }}',
		bookingKey: '={{ $json.about }}',
		checkInTime: `={{ ${SETTINGS}.check_in }}`,
		checkOutTime: `={{ ${SETTINGS}.check_out }}`,
	}),
	fields(
		'Code Now',
		[13, 0.4],
		{ fingerprint: `={{ ${fingerprint('$json', 'code')} }}`, stay: `={{ ${TASK} }}` },
		{ objects: ['stay'], keepsOthers: true },
	),
	only(
		'To Be Told',
		[14, 0],
		'!$json.stay_is_over && $json.stay.told !== $json.fingerprint && (!$json.stay.wait.startsWith($json.fingerprint) || $json.stay.wait_again_at < $now.toUTC().toISO())',
		{ notes: 'Changed since the last message, and no wait for it.', notesInFlow: true },
	),
	stays.upsert(
		'Remember the Wait',
		[15, 0],
		{ about: '={{ $json.stay.about }}' },
		{
			feed: `={{ ${FEED} }}`,
			leaves: '={{ $json.stay.leaves }}',
			told: '={{ $json.stay.told }}',
			wait: '={{ $json.fingerprint }} {{ $execution.id }}',
			wait_again_at:
				'={{ DateTime.max($now.plus({ hours: 6 }), DateTime.fromISO($json.starts_at).minus({ days: 1 })).toUTC().toISO() }}',
		},
	),
	callItself(
		'Wait by Itself',
		[16, 0],
		HANDED_OVER,
		{
			...same,
			about: "={{ $('To Be Told').item.json.stay.about }}",
			booking: "={{ $('To Be Told').item.json.stay.booking }}",
			leaves: "={{ $('To Be Told').item.json.stay.leaves }}",
			access_code_id: "={{ $('To Be Told').item.json.access_code_id }}",
			guest_instructions: "={{ $('To Be Told').item.json.guest_instructions }}",
			wait: '={{ $json.wait }}',
			...{ text: '', trouble: '' },
		},
		{ notes: 'One wait for each stay.', notesInFlow: true },
	),
	only('Old PINs Left', [14, 1.2], '$json.cannot_be_revoked.length > 0'),
	seam('Delete Access Code', 'seam', [12, 2], {
		...{ resource: 'accessCode', operation: 'delete', deleteBy: 'bookingKey' },
		bookingKey: '={{ $json.about }}',
		...device('$json.device_id'),
	}),
	only('Still Opens the Door', [13, 2], '!$json.deleted'),
	fields('Trouble', [15, 2], {
		text: `={{ $json.text ?? 'The stay ' + ${TASK}.booking + ' at ' + ${SETTINGS}.listing_id + ': ' + (${SAID} ?? $json.why ?? 'its dates changed, and an earlier door code can’t be revoked: it opens the door until ' + $json.cannot_be_revoked.map((old) => old.ends_at_local).join(', ') + '.') }}`,
		about: `={{ ${TASK}.about }}`,
		booking: `={{ ${TASK}.booking }}`,
		leaves: `={{ ${TASK}.leaves }}`,
	}),
	fields(
		'Its Name',
		[16, 2],
		{ trouble: "={{ $json.about + ' ' + $json.text.hash('sha256').slice(0, 16) }}" },
		{ keepsOthers: true },
		{ notes: 'Of this stay and reason.', notesInFlow: true },
	),
	stays.absent('Not Told Before', [17, 2], { about: '={{ $json.trouble }}' }),
	callItself(
		'Tell by Itself',
		[18, 2],
		HANDED_OVER,
		{
			...same,
			about: '={{ $json.about }}',
			booking: '={{ $json.booking }}',
			leaves: '={{ $json.leaves }}',
			text: '={{ $json.text }}',
			trouble: '={{ $json.trouble }}',
			...{ access_code_id: '', guest_instructions: [], wait: '' },
		},
		{ notes: 'A message that fails stops nothing else.', notesInFlow: true },
	),
];

/** An execution of its own: waits for one code, or has one trouble to tell, and tells the host. */
const oneMessage: Node[] = [
	calledWith('Word for the Host', [0, 5], HANDED_OVER),
	either('Is It a Code', [1, 5], "$json.access_code_id !== ''"),
	seam('Seam Wait for Code Set', 'seamWaitForCodeSet', [2, 4.5], {}),
	stays.get(
		'Latest Wait',
		[3, 4],
		{ ...ofThisStay, told: { is: 'neq', value: `={{ ${fingerprint('$json', 'code_to_give')} }}` } },
		{ limit: 1, notes: 'A later wait has taken over from an earlier one.', notesInFlow: true },
	),
	message(
		'Message About Stay',
		[4, 4],
		`=Door code of booking {{ ${WORD}.booking }}`,
		`=The door code of booking {{ ${WORD}.booking }} is {{ ${WAITED}.code_to_give }}. It works from {{ ${WAITED}.starts_at_text }} to {{ ${WAITED}.ends_at_text }}.{{ ${WAITED}.guest_instructions.map((line) => ' ' + line).join('') }}`,
	),
	stays.update('Stay Told', [5, 3.5], ofThisStay, {
		told: `={{ ${fingerprint(WAITED, 'code_to_give')} }}`,
		wait: '',
	}),
	stays.update('Stay Not Told', [5, 4.5], ofThisStay, { wait: '' }),
	fields('Why', [3, 5.2], {
		trouble: `={{ ${WORD}.about }} wait {{ (${SAID} ?? '').hash('sha256').slice(0, 16) }}`,
		text: `=The door code of booking {{ ${WORD}.booking }} is not known to work: {{ ${SAID} }}`,
	}),
	stays.update(
		'Wait Failed',
		[4, 5.2],
		ofThisStay,
		{ wait: '' },
		{ notes: 'The next hour waits again.', notesInFlow: true },
	),
	stays.absent('Told Nobody Yet', [5, 5.8], { about: `={{ ${TROUBLE}.trouble }}` }),
	message(
		'Message About Trouble',
		[6, 5.8],
		`=Trouble with booking {{ ${WORD}.booking }}`,
		`={{ ${TROUBLE}.text }}`,
	),
	stays.upsert(
		'Trouble Told',
		[7, 5.3],
		{ about: `={{ ${TROUBLE}.trouble }}` },
		{ feed: `={{ ${WORD}.feed }}`, leaves: `={{ ${WORD}.leaves }}` },
	),
	fail(
		'Message Not Sent',
		[7, 6.3],
		`=The message to the host about booking {{ ${WORD}.booking }} could not be sent. The next hour tries again.`,
	),
];

export const icalFeed = workflow(
	'ical-feed',
	'iCal feed: bookings to PINs',
	[
		note(README, [-0.3, -2.4], { height: 400 }),
		note(EXPLAINED, [2.7, -2.4], { name: 'Settings Explained', height: 400, width: 460 }),
		note(WHEN_WRONG, [5, -2.4], {
			name: 'When Things Go Wrong',
			height: 400,
			width: 560,
			color: 3,
		}),
		...poll,
		...stepsOfAStay,
		...oneMessage,
		note(WORD_OF_ONE, [-0.3, 3.6], { name: 'One Message', height: 160, width: 440 }),
	],
	[
		['Every Hour', 'Settings'],
		['Settings', 'Feed'],
		['Feed', 'Table of Stays'],
		['Table of Stays', 'Forget Past Stays'],
		['Forget Past Stays', 'Read Feed'],
		['Read Feed', 'Whole and Not Empty'],
		['Whole and Not Empty', 'Seam Get Device'],
		['Seam Get Device', 'Codes on the Lock'],
		['Codes on the Lock', 'Remembered'],
		['Remembered', 'Compare With the Lock'],
		['Compare With the Lock', 'What to Do'],
		['What to Do', 'Polls Without It', 0],
		['What to Do', 'Seam Create Access Code', 1],
		['What to Do', 'Delete Access Code', 2],
		['What to Do', 'Trouble', 3],
		['Seam Create Access Code', 'Code Now', 0],
		['Seam Create Access Code', 'Trouble', 1],
		['Code Now', 'To Be Told'],
		['Code Now', 'Old PINs Left'],
		['To Be Told', 'Remember the Wait'],
		['Remember the Wait', 'Wait by Itself'],
		['Old PINs Left', 'Trouble'],
		['Delete Access Code', 'Still Opens the Door', 0],
		['Delete Access Code', 'Trouble', 1],
		['Still Opens the Door', 'Trouble'],
		['Trouble', 'Its Name'],
		['Its Name', 'Not Told Before'],
		['Not Told Before', 'Tell by Itself'],
		['Word for the Host', 'Is It a Code'],
		['Is It a Code', 'Seam Wait for Code Set', 0],
		['Is It a Code', 'Told Nobody Yet', 1],
		['Seam Wait for Code Set', 'Latest Wait', 0],
		['Seam Wait for Code Set', 'Why', 1],
		['Latest Wait', 'Message About Stay'],
		['Message About Stay', 'Stay Told', 0],
		['Message About Stay', 'Stay Not Told', 1],
		['Stay Not Told', 'Message Not Sent'],
		['Why', 'Wait Failed'],
		['Wait Failed', 'Told Nobody Yet'],
		['Told Nobody Yet', 'Message About Trouble'],
		['Message About Trouble', 'Trouble Told', 0],
		['Message About Trouble', 'Message Not Sent', 1],
	],
);
