// The home is warm for the guest, and not between two stays: one schedule of the thermostat for each booking.
import { code } from './moreNodes.mts';
import {
	device,
	either,
	email,
	fail,
	fields,
	note,
	only,
	seam,
	webhook,
	workflow,
	type Wire,
} from './nodes.mts';

const README =
	'## Turnover: warm for the guest, not between stays\n\nFor each stay, the thermostats of the listing get a schedule: from some hours before the check-in to the check-out they follow a climate preset such as `home`. Before and after, their fallback preset holds, such as `away`. The schedule moves with the booking and is deleted with it.\n\n**To set**\n\n1. Give the Seam nodes your **Seam API** credential, and **Host Hears Why Not** your **SMTP** account.\n2. In Seam, store the listing’s ID on each thermostat as custom metadata `listing_id`, and set its **fallback climate preset** to `away`.\n3. In **Settings**: *preset* is the key of the preset for guests, *hours_before* how long it takes to warm up. *check_in* and *check_out* hold for dates without a time, on the thermostat’s clock.\n4. In **Booking**, read the fields of your booking system, and give it the address of **Booking Webhook**. To try it, *Execute workflow* with the pinned booking.';

const WHEN_WRONG =
	'### When things go wrong\n\n- **No thermostat has the listing’s ID, dates can’t be read, Seam refuses or can’t be reached**: the host gets an e-mail with the reason, and the execution fails.\n- **The same message again** changes nothing. The last message wins.\n- **Two messages at the same moment** may make two schedules; the next message deletes the second one.\n- **A stay that is over** gets no schedule, and loses the one that it has.\n\nIt costs one call to Seam for each thermostat and message. A schedule is known by its name, `Stay` and the booking’s key: do not rename it.';

const BODY = "$('Booking Webhook').first().json.body";
const BOOKING = "$('Booking').first().json";
const SETTINGS = "$('Settings').first().json";
const all = (name: string) => `$('${name}').all().map(({ json }) => json)`;
const isToDo = (action: string) => `$json.action === '${action}'`;

const STEPS = ['All Thermostats', 'Their Schedules', 'Schedule the Stay', 'Move It', 'Delete It'];

export const turnover = workflow(
	'turnover',
	'Seam: turnover with the thermostat',
	[
		note(README, [-0.3, -3.2], { height: 470 }),
		note(WHEN_WRONG, [2.7, -3.2], {
			name: 'When Things Go Wrong',
			height: 470,
			width: 480,
			color: 3,
		}),
		webhook,
		fields('Settings', [1, 0], {
			...{ sender: 'locks@example.com', host: 'host@example.com', preset: 'home' },
			...{ hours_before: '3', check_in: '15:00', check_out: '11:00' },
		}),
		fields('Booking', [2, 0], {
			booking_key: `={{ ${BODY}.booking_key }}`,
			state: `={{ ${BODY}.state }}`,
			listing_id: `={{ ${BODY}.listing_id }}`,
			arrives: `={{ ${BODY}.arrives }}`,
			leaves: `={{ ${BODY}.leaves }}`,
		}),
		{
			...seam('All Thermostats', 'seam', [3, 0], {
				...{ resource: 'thermostat', operation: 'getMany', returnAll: true, simplify: false },
			}),
			alwaysOutputData: true,
		},
		either('Any Thermostat?', [4, 0], '!!$json.device_id'),
		{
			...seam('Their Schedules', 'seam', [5, -0.5], {
				...{ resource: 'thermostatSchedule', operation: 'getMany', returnAll: true },
				...device('$json.device_id'),
			}),
			alwaysOutputData: true,
		},
		code('What to Do', [6, 0], {
			file: 'turnover/plan.js',
			call: `// What could not be read looks empty here; its error goes to the host.
const isUnread = (name) => $(name).isExecuted && $(name).all(1).length > 0;
if (isUnread('All Thermostats') || isUnread('Their Schedules')) return [];
const [booking, settings] = [${BOOKING}, ${SETTINGS}];
const thermostats = ${all('All Thermostats')}.filter(({ device_id: id }) => id);
const schedules = $input.all().map(({ json }) => json).filter(({ thermostat_schedule_id: id }) => id);
return planOf({ DateTime, booking, settings, thermostats, schedules }).map((json) => ({ json }));`,
		}),
		// The upper row runs first: what can’t be scheduled ends the execution, and must not keep a former home warm.
		only('Stay Is Off', [7, -1], isToDo('delete')),
		seam('Delete It', 'seam', [8, -1], {
			...{ resource: 'thermostatSchedule', operation: 'delete' },
			thermostatScheduleId: {
				__rl: true,
				mode: 'id',
				value: '={{ $json.thermostat_schedule_id }}',
			},
		}),
		only('New Stay', [7, 0], isToDo('create')),
		seam('Schedule the Stay', 'seam', [8, 0], {
			...{ resource: 'thermostatSchedule', operation: 'create', ...device('$json.device_id') },
			climatePresetKey: '={{ $json.preset }}',
			startsAt: '={{ $json.starts_at }}',
			endsAt: '={{ $json.ends_at }}',
			additionalFields: { name: '={{ $json.name }}' },
		}),
		only('Changed Stay', [7, 1], isToDo('update')),
		seam('Move It', 'seam', [8, 1], {
			...{ resource: 'thermostatSchedule', operation: 'update' },
			thermostatScheduleId: {
				__rl: true,
				mode: 'id',
				value: '={{ $json.thermostat_schedule_id }}',
			},
			updateFields: {
				climatePresetKey: '={{ $json.preset }}',
				startsAt: '={{ $json.starts_at }}',
				endsAt: '={{ $json.ends_at }}',
			},
		}),
		only('Can’t Be Done', [7, 2], isToDo('refuse')),
		fields(
			'What Went Wrong',
			[9, 2],
			{
				reason:
					"={{ $input.all().map(({ json }) => String(json.error?.message ?? json.error).replaceAll(/ ?\\[item \\d+\\]| ?\\(Seam request ID: [^)]*\\)/g, '')).filter((line, index, lines) => lines.indexOf(line) === index).join(' ') }}",
			},
			{},
			{ executeOnce: true },
		),
		email('Host Hears Why Not', [10, 2], {
			to: `={{ ${SETTINGS}.host }}`,
			subject: `=Booking {{ ${BOOKING}.booking_key }}: look at the thermostat`,
			text: '={{ $json.reason }}\n\nPut this right; the next message about the booking tries again.',
		}),
		fail('Failed', [11, 2], "={{ $('What Went Wrong').first().json.reason }}"),
	],
	[
		['Booking Webhook', 'Settings'],
		['Settings', 'Booking'],
		['Booking', 'All Thermostats'],
		['All Thermostats', 'Any Thermostat?'],
		['Any Thermostat?', 'Their Schedules', 0],
		['Any Thermostat?', 'What to Do', 1],
		['Their Schedules', 'What to Do'],
		['What to Do', 'Stay Is Off'],
		['What to Do', 'New Stay'],
		['What to Do', 'Changed Stay'],
		['What to Do', 'Can’t Be Done'],
		['New Stay', 'Schedule the Stay'],
		['Changed Stay', 'Move It'],
		['Stay Is Off', 'Delete It'],
		['Can’t Be Done', 'What Went Wrong'],
		...STEPS.map((step): Wire => [step, 'What Went Wrong', 1]),
		['What Went Wrong', 'Host Hears Why Not'],
		['Host Hears Why Not', 'Failed', 0],
		['Host Hears Why Not', 'Failed', 1],
	],
	{
		'Booking Webhook': [
			{
				...{ headers: {}, params: {}, query: {} },
				body: {
					...{ booking_key: 'demo-1234', state: 'stay', listing_id: 'cottage' },
					...{ arrives: '2031-06-01', leaves: '2031-06-04T10:00' },
				},
			},
		],
	},
);
