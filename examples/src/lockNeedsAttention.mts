// The host hears of a lock that needs a person: as soon as Seam reports it, and every day for as long as it lasts.
import { rows } from './dataTables.mts';
import { createRequire } from 'node:module';

import { code, schedule } from './moreNodes.mts';
import {
	aMoment,
	choice,
	device,
	email,
	fail,
	fields,
	note,
	only,
	seam,
	stopping,
	timeOfDay,
	workflow,
} from './nodes.mts';

const { EVENTS } = createRequire(import.meta.url)('./watch/reasons.js') as {
	EVENTS: Record<string, unknown>;
};

const README =
	'## A lock needs attention\n\nThe host gets an e-mail when a lock has a low battery, is disconnected, was tampered with, lost its keypad, or has another problem that keeps codes from working.\n\n**To set**\n\n1. Give the Seam nodes your **Seam API** credential, and **Message to Host** your **SMTP** account.\n2. In **Settings**: *sender* and *host* are e-mail addresses. *look_at* is the hour from which all locks are looked at, once a day. *ignore* takes names of reasons, with commas between them.\n3. Publish the workflow. Seam must be able to reach n8n.\n\n**To try it**: *Execute workflow* from **Seam Trigger**, with the pinned event. Write the ID of one of your locks into it.';

const WHEN_WRONG =
	'### When things go wrong\n\n- **A message can’t be sent**: the execution fails, and the next hour sends it. A reason counts as told only after the message went out.\n- **n8n stops before it is sent**: the next hour sends it.\n- **Seam can’t be reached**: the execution fails, and the next hour looks again.\n- **An event that Seam repeats, or a second one of its kind**: each lock and reason is told once a day, on the lock’s clock.\n\nThe memory is the data table **Reasons for Attention**; rows are deleted after a week.';

const SETTINGS = "$('Settings').first().json";
const LOOK_AT = timeOfDay(`${SETTINGS}.look_at`);
/** Reasons that this execution tells. */
const MINE = 'sending {{ $execution.id }}';

const reasons = rows('Reasons for Attention', {
	...{ about: 'string', day: 'string', device_id: 'string', lock: 'string' },
	...{ text: 'string', state: 'string' },
});
const ofThisMessage = {
	device_id: "={{ $('One Message for Each Lock').item.json.device_id }}",
	state: `=${MINE}`,
};

export const lockNeedsAttention = workflow(
	'lock-needs-attention',
	'Seam: a lock needs attention',
	[
		note(README, [-0.3, -2.6], { height: 380 }),
		note(WHEN_WRONG, [2.7, -2.6], {
			name: 'When Things Go Wrong',
			height: 380,
			width: 560,
			color: 3,
		}),
		{
			...{ name: 'Seam Trigger', type: 'n8n-nodes-seam.seamTrigger', typeVersion: 1.1, at: [0, 0] },
			parameters: { events: Object.keys(EVENTS).sort() },
		},
		schedule('Every Hour', [0, 1], { field: 'hours' }),
		fields('Settings', [1, 0.5], {
			...{ sender: 'locks@example.com', host: 'host@example.com', look_at: '08:00', ignore: '' },
		}),
		reasons.make('Table of Reasons', [2, 0.5]),
		reasons.forget('Forget Past Weeks', [3, 0.5], {
			day: { is: 'lt', value: '={{ $now.minus({ days: 7 }).toISODate() }}' },
		}),
		reasons.get('Known', [4, 0.5], {}, { alwaysOutputData: true, executeOnce: true }),
		{
			...choice(
				'What Started It',
				[5, 0.5],
				3,
				`$('Seam Trigger').isExecuted ? 0 : $now.toFormat('HH:mm') >= ${LOOK_AT} && !$('Known').all().some(({ json }) => json.about === 'look ' + $now.toISODate()) ? 1 : 2`,
			),
			notes: 'An event · the look of the day · only what was not sent',
			notesInFlow: true,
		},

		{
			...seam('Lock of the Event', 'seamGetDevice', [6, -0.5], {
				...device("$('Seam Trigger').first().json.device_id"),
			}),
			// A lock that was removed can’t be read; the event counts all the same.
			onError: 'continueRegularOutput',
		},
		stopping(
			seam('All Devices', 'seam', [6, 0.5], {
				...{ resource: 'device', operation: 'getMany', returnAll: true },
			}),
		),
		only(
			'Locks Only',
			[7, 0.5],
			'$json.can_program_online_access_codes !== null || $json.can_program_offline_access_codes !== null',
			{ notes: 'What takes access codes, or should.', notesInFlow: true },
		),
		{
			...stopping(seam('Each Lock', 'seamGetDevice', [8, 0.5], device('$json.device_id'))),
			...{ retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
		},
		code('Reasons', [9, 0], {
			file: 'watch/reasons.js',
			call: `const event = $('Seam Trigger').isExecuted ? $('Seam Trigger').first().json : null;
const locks = $input.all().map(({ json }) => (event ? { ...json, device_id: event.device_id } : json));
const known = $('Known').all().map(({ json }) => json.about);
const { ignore } = $('Settings').first().json;
const found = reasonsOf({ DateTime, zone: $now.zoneName, event, locks, ignore, known });
const state = 'sending ' + $execution.id;
// The look itself is remembered too: a later hour of this day need not look again.
const look = { about: 'look ' + $now.toISODate(), day: $now.toISODate(), device_id: '', lock: '', text: '', state: 'told' };
return [...(event ? [] : [look]), ...found.map((reason) => ({ ...reason, state }))].map((json) => ({ json }));`,
		}),
		reasons.upsert(
			'Remember Reasons',
			[10, 0],
			{ about: '={{ $json.about }}' },
			{
				day: '={{ $json.day }}',
				device_id: '={{ $json.device_id }}',
				lock: '={{ $json.lock }}',
				text: '={{ $json.text }}',
				state: '={{ $json.state }}',
			},
		),
		aMoment('A Moment', [11, 0]),

		reasons.get(
			'Not Told Yet',
			[12, 0.5],
			{ state: { is: 'neq', value: 'told' } },
			{ executeOnce: true },
		),
		only(
			'Mine to Tell',
			[13, 0.5],
			"$json.state === 'sending ' + $execution.id || $json.state === 'failed' || DateTime.fromISO($json.updatedAt) < $now.minus({ minutes: 10 })",
			{ notes: 'Others are being sent by another execution.', notesInFlow: true },
		),
		reasons.update('Take Over', [14, 0.5], { about: '={{ $json.about }}' }, { state: `=${MINE}` }),
		code('One Message for Each Lock', [15, 0.5], {
			file: 'watch/reasons.js',
			call: 'return messagesOf($input.all().map(({ json }) => json)).map((json) => ({ json }));',
		}),
		email('Message to Host', [16, 0.5], {
			to: `={{ ${SETTINGS}.host }}`,
			...{ subject: '={{ $json.subject }}', text: '={{ $json.text }}' },
		}),
		reasons.update('Told', [17, 0], ofThisMessage, { state: 'told' }),
		reasons.update('Not Told', [17, 1], ofThisMessage, { state: 'failed' }),
		fail(
			'Message Not Sent',
			[18, 1],
			'A message to the host could not be sent. The next hour sends it.',
		),
	],
	[
		['Seam Trigger', 'Settings'],
		['Every Hour', 'Settings'],
		['Settings', 'Table of Reasons'],
		['Table of Reasons', 'Forget Past Weeks'],
		['Forget Past Weeks', 'Known'],
		['Known', 'What Started It'],
		['What Started It', 'Lock of the Event', 0],
		['What Started It', 'All Devices', 1],
		['What Started It', 'Not Told Yet', 2],
		['Lock of the Event', 'Reasons'],
		['All Devices', 'Locks Only'],
		['Locks Only', 'Each Lock'],
		['Each Lock', 'Reasons'],
		['Reasons', 'Remember Reasons'],
		['Remember Reasons', 'A Moment'],
		['A Moment', 'Not Told Yet'],
		['Not Told Yet', 'Mine to Tell'],
		['Mine to Tell', 'Take Over'],
		['Take Over', 'One Message for Each Lock'],
		['One Message for Each Lock', 'Message to Host'],
		['Message to Host', 'Told', 0],
		['Message to Host', 'Not Told', 1],
		['Not Told', 'Message Not Sent'],
	],
	{
		'Seam Trigger': [
			{
				...{ event_type: 'device.tampered', event_id: '00000000-0000-4000-8000-000000000001' },
				device_id: '00000000-0000-4000-8000-000000000002',
				occurred_at: '2027-03-01T12:00:00.000Z',
			},
		],
	},
);
