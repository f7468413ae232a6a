// From a booking to a guest who is told the PIN, or a host who is told why not: the part that all booking systems share.
import type { Adapter } from './adapter.mts';
import {
	choice,
	device,
	either,
	fail,
	fields,
	greeting,
	message,
	note,
	only,
	seam,
	table,
	toldHash,
	webhook,
	workflow,
	type Wire,
} from './nodes.mts';

const BOOKING = "$('Booking').first().json";
const HOST = "$('Settings').first().json.host";
const WORD = "$('Something to Say').first().json";
const HOST_TEXT = `=Booking {{ ${BOOKING}.booking_key }}{{ ${BOOKING}.guest_name ? ' of ' + ${BOOKING}.guest_name : '' }}, listing {{ ${BOOKING}.listing_id }}: {{ ${WORD}.reason }}`;

const CANCELLED_REASON = `={{ ((left) => left.length === 0 ? '' : 'It is no longer a stay, but its PIN still works. ' + left.join('. ') + '.')($('Delete Access Code').all().filter(({ json }) => !json.deleted).map(({ json }) => json.why)) }}`;
/** Of Seam Create Access Code: what of the booking's former codes and locks could not be taken back. */
const LEFT_REASON = `={{ ((left) => left.length === 0 ? '' : ($json.stay_is_over ? 'The stay is over' : 'The booking has changed') + ', but a former PIN can’t be revoked. ' + left.join(' '))($json.cannot_be_revoked.map((code) => 'It opens lock ' + $json.device_id + (code.ends_at_local ? ' until ' + code.ends_at_local : '') + '.').concat($json.deleted_codes.filter(({ result }) => result === 'not_deleted').map((code) => 'It was not deleted from lock ' + $json.device_id + ': ' + code.because), $json.previous_locks.filter(({ result }) => !['deleted', 'gone'].includes(result)).map((code) => (code.result === 'cannot_be_revoked' ? 'It opens lock ' : 'It may still open lock ') + code.device_id + (code.until ? ' until ' + code.until : '') + (code.result === 'cannot_be_revoked' ? '.' : ': ' + code.because)))) }}`;
/** Without what differs from one delivery to the next: the same reason is told once. */
const FAILURE_REASON = `={{ $prevNode.name }}: {{ $input.all().map(({ json }) => String(json.error?.message ?? json.error ?? ${BOOKING}.wrong).replaceAll(/ \\[item \\d+\\]| \\(Seam request ID: [^)]*\\)/g, '')).join(' ') }} Put this right; the next message about the booking tries again.`;

/** The example for one booking system. */
export function exampleOf({ slug, name, readMe, settings, reading, booking }: Adapter): object {
	const x = reading.until;
	const bookings = table(
		'Seam Bookings',
		['booking_key', 'locks', 'told', 'failure', 'left', 'turn'],
		`={{ ${BOOKING}.booking_key }}`,
	);
	const nodes = [
		note(readMe, [-0.3, -2]),
		webhook(slug),
		fields(
			'Settings',
			[1, 0],
			{
				...settings,
				host: 'host@example.com',
				message_address: 'https://messages.example.com/send',
			},
			{ keepsOthers: true },
		),
		...reading.nodes,
		fields('Booking', [x, 0], booking),

		bookings.make('Table of Bookings', [x + 1, 0]),
		bookings.get('What Is Known', [x + 2, 0]),
		only('Concerns a Door', [x + 3, 0], `${BOOKING}.state !== 'none' || !!$json.locks`, {
			notes: 'Blocks, inquiries and owner stays end here, unless they were a stay before.',
			notesInFlow: true,
		}),
		bookings.write('Newest Delivery', [x + 4, 0], { turn: '={{ $execution.id }}' }),
		choice(
			'What to Do',
			[x + 5, 0],
			3,
			`${BOOKING}.wrong ? 2 : ${BOOKING}.state !== 'stay' && $json.locks ? 0 : 1`,
		),
		seam('Seam Get Device', 'seamGetDevice', [x + 6, 0], {
			...{ findBy: 'customMetadata', metadataKey: 'listing_id' },
			metadataValue: `={{ ${BOOKING}.listing_id }}`,
		}),
		bookings.write('Locks of the Booking', [x + 7, 0], {
			locks: `={{ [$json.device_id].concat(($('Newest Delivery').first().json.locks || '').split(',').filter((id) => id && id !== $json.device_id)).join(',') }}`,
		}),
		either('Still a Stay?', [x + 8, 0], `${BOOKING}.state === 'stay'`, { executeOnce: true }),

		seam('Delete Access Code', 'seam', [x + 9, -1], {
			...{ resource: 'accessCode', operation: 'delete', deleteBy: 'bookingKey' },
			bookingKey: `={{ ${BOOKING}.booking_key }}`,
			...device("$json.locks.split(',')[0]"),
			additionalDevices: "={{ $json.locks.split(',').slice(1).join(',') }}",
		}),
		bookings.write('Told No More', [x + 10, -1], { told: '' }),
		fields('What Still Opens', [x + 11, -1], {
			reason: CANCELLED_REASON,
			then: 'end',
			column: 'left',
		}),

		seam('Seam Create Access Code', 'seamCreateAccessCode', [x + 9, 1], {
			...device("$json.locks.split(',')[0]"),
			access: 'time_bound',
			startsAt: `={{ ${BOOKING}.arrives }}`,
			endsAt: `={{ ${BOOKING}.leaves }}`,
			name: `={{ ${BOOKING}.guest_name }}`,
			bookingKey: `={{ ${BOOKING}.booking_key }}`,
			options: {
				...{ checkInTime: '15:00', checkOutTime: '11:00' },
				previousLocks: "={{ $json.locks.split(',').slice(1).join(',') }}",
			},
		}),
		fields('Codes Left Behind', [x + 10, 0], {
			...{ reason: LEFT_REASON, column: 'left' },
			then: "={{ $json.stay_is_over ? 'end' : 'go on' }}",
		}),
		only('Stay Is Not Over', [x + 10, 1], '!$json.stay_is_over'),
		seam('Seam Wait for Code Set', 'seamWaitForCodeSet', [x + 11, 1], {}),
		bookings.get('What the Guest Heard', [x + 12, 1]),
		only('Still the Newest', [x + 13, 1], '$json.turn === $execution.id', {
			notes: 'A newer delivery of this booking tells by itself.',
			notesInFlow: true,
		}),
		either('Guest Knows?', [x + 14, 1], `$json.told === ${toldHash}`),
		either('Guest Can Be Reached?', [x + 15, 1], `!!${BOOKING}.guest_phone`),
		message('Message to Guest', [x + 16, 1], {
			to: `={{ ${BOOKING}.guest_phone }}`,
			booking: `={{ ${BOOKING}.booking_key }}`,
			text: greeting(BOOKING),
		}),
		bookings.write('Guest Was Told', [x + 17, 1], { told: `={{ ${toldHash} }}`, failure: '' }),
		fields('No Address', [x + 16, 2], {
			error: 'the booking has no phone number, so the guest was not told the code.',
		}),

		fields('What Went Wrong', [x + 12, 3], {
			reason: FAILURE_REASON,
			then: 'stop',
			column: 'failure',
		}),
		only('Something to Say', [x + 12, -1], '!!$json.reason'),
		bookings.get('What the Host Heard', [x + 13, -1]),
		choice(
			'Host Knows?',
			[x + 14, -1],
			3,
			`${WORD}.then === 'stop' && $json.turn !== $execution.id ? 2 : !${HOST} || $json[${WORD}.column] === ${WORD}.reason ? 1 : 0`,
		),
		message('Message to Host', [x + 15, -1], {
			to: `={{ ${HOST} }}`,
			booking: `={{ ${BOOKING}.booking_key }}`,
			text: HOST_TEXT,
		}),
		bookings.write('Host Was Told', [x + 16, -1], {
			failure: `={{ ${WORD}.column === 'failure' ? ${WORD}.reason : $('What the Host Heard').first().json.failure ?? '' }}`,
			left: `={{ ${WORD}.column === 'left' ? ${WORD}.reason : $('What the Host Heard').first().json.left ?? '' }}`,
		}),
		only(
			'Failed',
			[x + 17, -1],
			`${WORD}.then === 'stop' || (${WORD}.then === 'end' && !!$json.error)`,
		),
		fail('End as Failed', [x + 18, -1], HOST_TEXT),
	];
	const wires: Wire[] = [
		['Booking Webhook', 'Settings'],
		...reading.wires,
		['Booking', 'Table of Bookings'],
		['Table of Bookings', 'What Is Known'],
		['What Is Known', 'Concerns a Door'],
		['Concerns a Door', 'Newest Delivery'],
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
		['Seam Wait for Code Set', 'What the Guest Heard'],
		['Seam Wait for Code Set', 'What Went Wrong', 1],
		['What the Guest Heard', 'Still the Newest'],
		['Still the Newest', 'Guest Knows?'],
		['Guest Knows?', 'Guest Was Told'],
		['Guest Knows?', 'Guest Can Be Reached?', 1],
		['Guest Can Be Reached?', 'Message to Guest'],
		['Guest Can Be Reached?', 'No Address', 1],
		['No Address', 'What Went Wrong'],
		['Message to Guest', 'Guest Was Told'],
		['Message to Guest', 'What Went Wrong', 1],
		['What Went Wrong', 'Something to Say'],
		['Something to Say', 'What the Host Heard'],
		['What the Host Heard', 'Host Knows?'],
		['Host Knows?', 'Message to Host', 0],
		['Host Knows?', 'Failed', 1],
		['Message to Host', 'Host Was Told'],
		['Message to Host', 'Failed', 1],
		['Host Was Told', 'Failed'],
		['Failed', 'End as Failed'],
	];
	return workflow(slug, name, nodes, wires);
}
