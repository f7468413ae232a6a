// From a booking to a guest who is told the PIN, or a host who is told why not: the part that all booking systems share.
import { table } from './dataTables.mts';
import type { Adapter } from './adapter.mts';
import {
	aMoment,
	changedAt,
	choice,
	devices,
	either,
	email,
	ERRORS_OUT,
	fail,
	fields,
	greeting,
	note,
	notOlder,
	only,
	reasonIn,
	RETRY,
	seam,
	send,
	toldHash,
	webhook,
	workflow,
	type Node,
	type Wire,
} from './nodes.mts';

const BOOKING = "$('Booking').first().json";
const SETTINGS = "$('Settings').first().json";
const WORD = "$('Something to Say').first().json";
const GUEST_ADDRESS = `${BOOKING}[${SETTINGS}.reach_guest_by]`;
const MESSAGE = "$('Message').first().json";
/** The listing’s locks: a street door and a flat may share one listing. */
const CURRENT = "$('Seam Get Device').all().map(({ json }) => json.device_id)";
const HOST_TEXT = `=Booking {{ ${BOOKING}.booking_key }}{{ ${BOOKING}.guest_name ? ' of ' + ${BOOKING}.guest_name : '' }}, listing {{ ${BOOKING}.listing_id }}: {{ ${WORD}.reason }}`;

const CANCELLED_REASON = `={{ ((left) => left.length === 0 ? '' : 'It is no longer a stay, but its PIN still works. ' + left.join('. ') + '.')($('Delete Access Code').all().filter(({ json }) => !json.deleted).map(({ json }) => 'Lock ' + json.device_id + ': ' + json.why)) }}`;
/** Of one lock’s item of Seam Create Access Code: what of the booking’s former codes and locks could not be taken back. */
const LEFT_ON = `(json) => json.cannot_be_revoked.map((code) => 'It opens lock ' + json.device_id + (code.ends_at_local ? ' until ' + code.ends_at_local : '') + '.').concat(json.deleted_codes.filter(({ result }) => result === 'not_deleted').map((code) => 'It was not deleted from lock ' + json.device_id + ': ' + code.because), json.previous_locks.filter(({ result }) => !['deleted', 'gone'].includes(result)).map((code) => (code.result === 'cannot_be_revoked' ? 'It opens lock ' : 'It may still open lock ') + code.device_id + (code.until ? ' until ' + code.until : '') + (code.result === 'cannot_be_revoked' ? '.' : ': ' + code.because)))`;
const LEFT_REASON = `={{ ((left) => left.length === 0 ? '' : ($json.stay_is_over ? 'The stay is over' : 'The booking has changed') + ', but a former PIN can’t be revoked. ' + left.filter((line, index) => left.indexOf(line) === index).join(' '))($input.all().flatMap(({ json }) => (${LEFT_ON})(json))) }}`;
/** Of a cancelled booking that has no lock, there is nothing to say. */
const failureReason = (again: string) =>
	`={{ $prevNode.name === 'Seam Get Device' && ${BOOKING}.state !== 'stay' ? '' : ($prevNode.name === 'What to Do' ? '' : $prevNode.name + ': ') + $input.all().map(({ json }) => ${reasonIn(`String(json.error?.message ?? json.error ?? ${BOOKING}.wrong)`)}).join(' ') + ' ${again}' }}`;
const AGAIN = 'Put this right; the next message about the booking tries again.';

/** Only a system with messages of its own has ways of several nodes, and ways that need no address. */
const messagesNote = (hasOwnWays: boolean): string =>
	hasOwnWays
		? '## How the guest hears of it\n\nBy e-mail. For another way, select its node, or all of its row, press **D** to enable it, and move the wire of **Message** to it, or to the first of its row. For a phone, also set `reach_guest_by` in **Settings** to `guest_phone`; for a way of the booking system itself, empty it.'
		: '## How the guest hears of it\n\nBy e-mail. For another way, select its node, press **D** to enable it, and move the wire of **Message** to it. For a phone, also set `reach_guest_by` in **Settings** to `guest_phone`.';

/** The ways to tell a guest that every example has beside the e-mail, to be enabled and connected. */
const OTHER_WAYS: Node[] = [
	{
		...{ name: 'Message by SMS', type: 'n8n-nodes-base.twilio', typeVersion: 1, at: [0, 0] },
		parameters: {
			...{ resource: 'sms', operation: 'send', from: '', options: {} },
			...{ to: `={{ ${GUEST_ADDRESS} }}`, message: `={{ ${MESSAGE}.text }}` },
		},
	},
	{
		...{ name: 'Message by WhatsApp', type: 'n8n-nodes-base.whatsApp', typeVersion: 1.1 },
		at: [0, 0],
		parameters: {
			...{ resource: 'message', operation: 'send', phoneNumberId: '', additionalFields: {} },
			recipientPhoneNumber: `={{ ${GUEST_ADDRESS} }}`,
			...{ messageType: 'text', textBody: `={{ ${MESSAGE}.text }}` },
		},
		notes: 'Free text reaches only guests who wrote to you within a day; others need a template.',
		notesInFlow: true,
	},
	send('Message by HTTP', [0, 0], 'https://messages.example.com/send', {
		to: `={{ ${GUEST_ADDRESS} }}`,
		text: `={{ ${MESSAGE}.text }}`,
	}),
];

/** The example for one booking system. */
export function exampleOf(adapter: Adapter): object {
	const {
		slug,
		name,
		readMe,
		settings,
		entry,
		reading,
		sample,
		booking,
		waysToTell = [],
	} = adapter;
	const x = reading.until;
	const bookings = table(
		'Seam Bookings',
		['booking_key', 'locks', 'told', 'failure', 'left', 'turn', 'changed_at'],
		`={{ ${BOOKING}.booking_key }}`,
	);
	const rows = [...waysToTell, ...OTHER_WAYS].map((way, row) =>
		[way].flat().map((node, column) => ({
			...node,
			...{ at: [x + 19 + column, 4 + row] as Node['at'], disabled: true },
		})),
	);
	const ways = rows.map((row) => ({
		...RETRY,
		...ERRORS_OUT,
		...row.at(-1)!,
	}));
	const nodes = [
		note(readMe, [-0.3, -2.9 + Math.min(0, ...(entry?.nodes ?? []).map(({ at }) => at[1]))], {
			height: 380,
		}),
		note(messagesNote(waysToTell.length > 0), [x + 17.2, 4], {
			name: 'Ways to Tell',
			width: 330,
			height: 240,
		}),
		...(entry?.nodes ?? [webhook]),
		fields(
			'Settings',
			[1, 0],
			{
				...settings,
				host: 'host@example.com',
				sender: 'locks@example.com',
				reach_guest_by: 'guest_email',
			},
			{ keepsOthers: true },
		),
		...reading.nodes,
		fields('Booking', [x, 0], { ...booking }),

		bookings.make('Table of Bookings', [x + 1, 0]),
		bookings.get('What Is Known', [x + 2, 0]),
		only('Concerns a Door', [x + 3, 0], `${BOOKING}.state !== 'none' || !!$json.locks`, {
			notes: 'Blocks, inquiries and owner stays end here, unless they were a stay before.',
			notesInFlow: true,
		}),
		notOlder([x + 4, 0], BOOKING),
		bookings.write('Newest Delivery', [x + 5, 0], {
			turn: '={{ $execution.id }}',
			changed_at: changedAt(BOOKING),
		}),
		choice(
			'What to Do',
			[x + 6, 0],
			3,
			`${BOOKING}.state === 'stay' && ${BOOKING}.wrong ? 2 : ${BOOKING}.state !== 'stay' && $json.locks ? 0 : 1`,
		),
		seam('Seam Get Device', 'seamGetDevice', [x + 7, 0], {
			...{ findBy: 'customMetadata', metadataKey: 'listing_id' },
			...{ metadataValue: `={{ ${BOOKING}.listing_id }}`, severalMatches: 'all' },
		}),
		bookings.write('Locks of the Booking', [x + 8, 0], {
			locks: `={{ ((now) => now.concat(($('Newest Delivery').first().json.locks || '').split(',').filter((id) => id && !now.includes(id))))(${CURRENT}).join(',') }}`,
		}),
		either('Still a Stay?', [x + 9, 0], `${BOOKING}.state === 'stay'`, { executeOnce: true }),

		seam('Delete Access Code', 'seam', [x + 10, -1], {
			...{ resource: 'accessCode', operation: 'delete', deleteBy: 'bookingKey' },
			bookingKey: `={{ ${BOOKING}.booking_key }}`,
			...devices("$json.locks.split(',')"),
		}),
		bookings.write('Told No More', [x + 11, -1], { told: '' }),
		fields('What Still Opens', [x + 12, -1], {
			reason: CANCELLED_REASON,
			then: 'end',
			column: 'left',
		}),

		seam('Seam Create Access Code', 'seamCreateAccessCode', [x + 10, 1], {
			...devices(CURRENT),
			access: 'time_bound',
			startsAt: `={{ ${BOOKING}.arrives }}`,
			endsAt: `={{ ${BOOKING}.leaves }}`,
			name: `={{ ${BOOKING}.guest_name }}`,
			bookingKey: `={{ ${BOOKING}.booking_key }}`,
			...{ checkInTime: '15:00', checkOutTime: '11:00' },
			options: {
				previousLocks: `={{ $json.locks.split(',').filter((id) => !${CURRENT}.includes(id)).join(',') }}`,
			},
		}),
		fields(
			'Codes Left Behind',
			[x + 11, 0],
			{
				...{ reason: LEFT_REASON, column: 'left' },
				then: "={{ $json.stay_is_over ? 'end' : 'go on' }}",
			},
			{},
			{ executeOnce: true },
		),
		only(
			'Stay Is Not Over',
			[x + 11, 1],
			"!$json.stay_is_over && $('Seam Create Access Code').all(1).length === 0",
			{ notes: 'With a lock that got no code, the host is told at once.', notesInFlow: true },
		),
		seam('Seam Wait for Code Set', 'seamWaitForCodeSet', [x + 12, 1], {}),
		only(
			'On All Locks',
			[x + 13, 1],
			"$('Seam Wait for Code Set').all().length === $('Seam Create Access Code').all().length",
			{ executeOnce: true },
		),
		aMoment('Let Others Come First', [x + 14, 1], 5),
		bookings.get('What the Guest Heard', [x + 15, 1]),
		only('Still the Newest', [x + 16, 1], '$json.turn === $execution.id', {
			notes: 'A newer delivery of this booking tells by itself.',
			notesInFlow: true,
		}),
		either('Guest Knows?', [x + 17, 1], `$json.told === ${toldHash}`),
		either(
			'Guest Can Be Reached?',
			[x + 18, 1],
			`!${SETTINGS}.reach_guest_by || !!${GUEST_ADDRESS}`,
		),
		fields('Message', [x + 19, 1], {
			subject: 'Your door code',
			text: greeting(BOOKING),
			code: "={{ $('Seam Wait for Code Set').first().json.code_to_give }}",
		}),
		email('Message to Guest', [x + 20, 1], {
			to: `={{ ${GUEST_ADDRESS} }}`,
			subject: `={{ ${MESSAGE}.subject }}`,
			text: `={{ ${MESSAGE}.text }}`,
		}),
		...rows.flatMap((row) => row.slice(0, -1)),
		...ways,
		bookings.write('Guest Was Told', [x + 21, 1], { told: `={{ ${toldHash} }}`, failure: '' }),
		fields('No Address', [x + 19, 2], {
			error: `=the booking has no {{ ${SETTINGS}.reach_guest_by === 'guest_phone' ? 'phone number' : 'e-mail address' }}, so the guest was not told the code.`,
		}),

		fields('What Went Wrong', [x + 13, 3], {
			reason: failureReason(adapter.again ?? AGAIN),
			then: 'stop',
			column: 'failure',
		}),
		only('Something to Say', [x + 13, -1], '!!$json.reason'),
		aMoment('Let Others Speak First', [x + 14, -1], 5),
		bookings.get('What the Host Heard', [x + 15, -1]),
		choice(
			'Host Knows?',
			[x + 16, -1],
			3,
			`(${WORD}.then === 'stop' || ${BOOKING}.state !== 'stay') && $json.turn !== $execution.id ? 2 : !${SETTINGS}.host || $json[${WORD}.column] === ${WORD}.reason ? 1 : 0`,
		),
		email('Message to Host', [x + 17, -1], {
			to: `={{ ${SETTINGS}.host }}`,
			subject: `=Booking {{ ${BOOKING}.booking_key }}: look at the door code`,
			text: HOST_TEXT,
		}),
		bookings.write('Host Was Told', [x + 18, -1], {
			failure: `={{ ${WORD}.column === 'failure' ? ${WORD}.reason : $('What the Host Heard').first().json.failure ?? '' }}`,
			left: `={{ ${WORD}.column === 'left' ? ${WORD}.reason : $('What the Host Heard').first().json.left ?? '' }}`,
		}),
		only(
			'Failed',
			[x + 19, -1],
			`${WORD}.then === 'stop' || (${WORD}.then === 'end' && !!$json.error)`,
		),
		fail('End as Failed', [x + 20, -1], HOST_TEXT),
	];
	const wires: Wire[] = [
		...(entry?.wires ?? [['Booking Webhook', 'Settings'] as Wire]),
		...reading.wires,
		['Booking', 'Table of Bookings'],
		['Table of Bookings', 'What Is Known'],
		['What Is Known', 'Concerns a Door'],
		['Concerns a Door', 'Not Older'],
		['Not Older', 'Newest Delivery'],
		['Newest Delivery', 'What to Do'],
		['What to Do', 'Delete Access Code', 0],
		['What to Do', 'Seam Get Device', 1],
		['What to Do', 'What Went Wrong', 2],
		['Seam Get Device', 'Locks of the Booking'],
		['Seam Get Device', 'What Went Wrong', 1],
		['Locks of the Booking', 'Still a Stay?'],
		['Still a Stay?', 'Seam Create Access Code'],
		['Still a Stay?', 'Delete Access Code', 1],
		['Delete Access Code', 'Told No More'],
		['Delete Access Code', 'What Went Wrong', 1],
		['Told No More', 'What Still Opens'],
		['What Still Opens', 'Something to Say'],
		['Seam Create Access Code', 'Codes Left Behind'],
		['Seam Create Access Code', 'Stay Is Not Over'],
		['Seam Create Access Code', 'What Went Wrong', 1],
		['Codes Left Behind', 'Something to Say'],
		['Stay Is Not Over', 'Seam Wait for Code Set'],
		['Seam Wait for Code Set', 'On All Locks'],
		['On All Locks', 'Let Others Come First'],
		['Let Others Come First', 'What the Guest Heard'],
		['Seam Wait for Code Set', 'What Went Wrong', 1],
		['What the Guest Heard', 'Still the Newest'],
		['Still the Newest', 'Guest Knows?'],
		['Guest Knows?', 'Guest Was Told'],
		['Guest Knows?', 'Guest Can Be Reached?', 1],
		['Guest Can Be Reached?', 'Message'],
		['Message', 'Message to Guest'],
		['Guest Can Be Reached?', 'No Address', 1],
		['No Address', 'What Went Wrong'],
		['Message to Guest', 'Guest Was Told'],
		['Message to Guest', 'What Went Wrong', 1],
		...rows.flatMap((row) => row.slice(1).map(({ name }, index): Wire => [row[index].name, name])),
		...ways.flatMap((way): Wire[] => [
			[way.name, 'Guest Was Told'],
			[way.name, 'What Went Wrong', 1],
		]),
		['What Went Wrong', 'Something to Say'],
		['Something to Say', 'Let Others Speak First'],
		['Let Others Speak First', 'What the Host Heard'],
		['What the Host Heard', 'Host Knows?'],
		['Host Knows?', 'Message to Host', 0],
		['Host Knows?', 'Failed', 1],
		['Message to Host', 'Host Was Told'],
		['Message to Host', 'Failed', 1],
		['Host Was Told', 'Failed'],
		['Failed', 'End as Failed'],
	];
	return workflow(slug, name, nodes, wires, sample);
}
