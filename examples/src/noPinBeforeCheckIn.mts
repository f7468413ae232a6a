// The host hears of codes that can’t be relied on shortly before the check-in, and each day of the arrivals.
import { rows } from './dataTables.mts';
import { code, schedule } from './moreNodes.mts';
import {
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

const README =
	'## No PIN before check-in\n\nTwice an hour, all codes on all locks are looked at. If one starts soon and can’t be relied on, the host gets an e-mail with the booking, the lock and the reason, never the PIN. Once a day, the host gets the list of today’s arrivals. The same list is kept in the data table **Arrivals Today**.\n\n**To set**\n\n1. Give the Seam nodes your **Seam API** credential, and both e-mail nodes your **SMTP** account.\n2. In **Settings**: *sender* and *host* are e-mail addresses. *hours_before*: an error is told from then on. *minutes_before*: a code that is just not on the lock yet is told from then on; many locks get their codes only an hour ahead. *list_at*: when the daily list goes out.\n3. Publish the workflow. To try it, *Execute workflow*: it reads, and tells only the host.\n\nIt costs one call to Seam for each lock and look. With many locks, let **Twice an Hour** start it less often.';

const WHEN_WRONG =
	'### When things go wrong\n\n- **A message can’t be sent**: the execution fails, and the next look sends it. A code and reason count as told only after the message went out, and the daily list too.\n- **Seam can’t be reached**: the execution fails; the next look tries again.\n- **A reason changes**: the host is told again.\n\n*Today* is the day on each lock’s own clock.';

const SETTINGS = "$('Settings').first().json";
const LIST_AT = timeOfDay(`${SETTINGS}.list_at`);

const today = rows('Arrivals Today', {
	...{ access_code_id: 'string', arrives: 'string', lock: 'string', guest: 'string' },
	...{ booking: 'string', state: 'string' },
});
const told = rows('Told About Arrivals', { about: 'string', day: 'string' });

export const noPinBeforeCheckIn = workflow(
	'no-pin-before-check-in',
	'Seam: no PIN before check-in',
	[
		note(README, [-0.3, -2.6], { height: 400 }),
		note(WHEN_WRONG, [2.7, -2.6], {
			name: 'When Things Go Wrong',
			height: 400,
			width: 480,
			color: 3,
		}),
		schedule('Twice an Hour', [0, 0], { field: 'cronExpression', expression: '15,45 * * * *' }),
		fields('Settings', [1, 0], {
			...{ sender: 'locks@example.com', host: 'host@example.com' },
			...{ hours_before: '12', minutes_before: '45', list_at: '08:00' },
		}),
		today.make('Table of Arrivals', [2, 0]),
		told.make('Table of Messages', [3, 0]),
		told.forget('Forget Past Weeks', [4, 0], {
			day: { is: 'lt', value: '={{ $now.minus({ days: 7 }).toISODate() }}' },
		}),
		{
			...stopping(
				seam('All Devices', 'seam', [5, 0], {
					...{ resource: 'device', operation: 'getMany', returnAll: true, simplify: false },
				}),
			),
			executeOnce: true,
		},
		only(
			'Locks Only',
			[6, 0],
			"'can_program_online_access_codes' in $json || 'can_program_offline_access_codes' in $json",
			{ notes: 'What takes access codes, or should.', notesInFlow: true },
		),
		{
			...stopping(
				seam('Codes on the Locks', 'seam', [7, 0], {
					...{ resource: 'accessCode', operation: 'getMany', returnAll: true, simplify: false },
					...device('$json.device_id'),
				}),
			),
			alwaysOutputData: true,
		},
		today.forget('Clear the Table', [8, 0], { access_code_id: { is: 'neq', value: '' } }),
		told.get('What Was Told', [9, 0], {}, { alwaysOutputData: true, executeOnce: true }),
		code('Arrivals', [10, 0], {
			file: 'watch/arrivals.js',
			call: `const all = (name) => $(name).all().map(({ json }) => json);
const [settings] = all('Settings');
const [devices, codes] = [all('Locks Only'), all('Codes on the Locks')];
return arrivalsOf({ DateTime, zone: $now.zoneName, devices, codes, settings }).map((json) => ({ json }));`,
		}),
		only('Today’s', [11, -1], '$json.is_today'),
		today.upsert(
			'List of Today',
			[12, -1],
			{ access_code_id: '={{ $json.access_code_id }}' },
			{
				arrives: '={{ $json.arrives }}',
				lock: '={{ $json.lock }}',
				guest: '={{ $json.guest }}',
				booking: '={{ $json.booking }}',
				state: '={{ $json.state }}',
			},
		),

		only('Not Ready in Time', [11, 0], "$json.about !== ''"),
		told.absent('Not Told Yet', [12, 0], { about: '={{ $json.about }}' }),
		email('Message About a Code', [13, 0], {
			to: `={{ ${SETTINGS}.host }}`,
			subject:
				'=No working door code: {{ $json.booking || $json.guest }}, {{ $json.lock }}, {{ $json.arrives }}',
			text: '={{ $json.guest || "A guest" }}{{ $json.booking ? " (booking " + $json.booking + ")" : "" }} arrives at {{ $json.arrives }}, and the door code of {{ $json.lock }} can’t be relied on. It is {{ $json.state }}\n\nCheck the lock, or give the guest another way in.',
		}),
		told.upsert(
			'Code Told',
			[14, -0.3],
			{ about: "={{ $('Not Told Yet').item.json.about }}" },
			{ day: '={{ $now.toISODate() }}' },
		),
		fail(
			'Message Not Sent',
			[14, 0.5],
			'A message to the host could not be sent. The next look sends it.',
		),

		only(
			'List Is Due',
			[11, 1.2],
			`$json.is_today && $now.toFormat('HH:mm') >= ${LIST_AT} && !$('What Was Told').all().some(({ json }) => json.about === 'list ' + $now.toISODate())`,
			{ notes: 'Once a day.', notesInFlow: true },
		),
		{
			...email('Today’s List', [12, 1.2], {
				to: `={{ ${SETTINGS}.host }}`,
				subject:
					"={{ ((all) => all.length + (all.length === 1 ? ' arrival' : ' arrivals') + ' today, ' + all.filter(({ json }) => !json.is_ready).length + ' not ready')($('List Is Due').all()) }}",
				text: "={{ $('List Is Due').all().map(({ json }) => json.arrives + ' · ' + json.lock + ' · ' + (json.guest || 'Guest') + (json.booking ? ' (' + json.booking + ')' : '') + '\\n' + json.state).join('\\n\\n') }}",
			}),
			executeOnce: true,
		},
		told.upsert(
			'List Told',
			[13, 1],
			{ about: '=list {{ $now.toISODate() }}' },
			{ day: '={{ $now.toISODate() }}' },
		),
		fail('List Not Sent', [13, 1.8], 'Today’s list could not be sent. The next look sends it.'),
	],
	[
		['Twice an Hour', 'Settings'],
		['Settings', 'Table of Arrivals'],
		['Table of Arrivals', 'Table of Messages'],
		['Table of Messages', 'Forget Past Weeks'],
		['Forget Past Weeks', 'All Devices'],
		['All Devices', 'Locks Only'],
		['Locks Only', 'Codes on the Locks'],
		['Codes on the Locks', 'Clear the Table'],
		['Clear the Table', 'What Was Told'],
		['What Was Told', 'Arrivals'],
		['Arrivals', 'Today’s'],
		['Arrivals', 'Not Ready in Time'],
		['Arrivals', 'List Is Due'],
		['Today’s', 'List of Today'],
		['Not Ready in Time', 'Not Told Yet'],
		['Not Told Yet', 'Message About a Code'],
		['Message About a Code', 'Code Told', 0],
		['Message About a Code', 'Message Not Sent', 1],
		['List Is Due', 'Today’s List'],
		['Today’s List', 'List Told', 0],
		['Today’s List', 'List Not Sent', 1],
	],
);
