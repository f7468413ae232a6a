import type { INodeProperties } from 'n8n-workflow';

import {
	allowedActionsField,
	showPinsField,
	toolDescriptionField,
	type Action,
} from '../shared/agent/toolFields';
import { deviceField } from '../shared/ui/deviceField';
import { choice, choiceField, flagField, textField, timeField } from '../shared/ui/fieldKinds';
import { severalDevicesField } from '../shared/ui/severalField';
import { simplifySinceField, sinceSimplify } from '../shared/ui/simplifySince';
import { optionsField } from './options';

/** What the node does beyond planning. */
export const createCodes: Action = {
	name: 'Create',
	value: 'create',
	description: "Create codes, and move or replace a booking's codes",
};

const additionalDevicesField = severalDevicesField(
	'Additional Device Names or IDs',
	'additionalDevices',
	'More locks that the same booking opens, such as the front door of the building',
);

/** Only ongoing access has no window. */
const withTimes = { access: ['time_bound', 'one_time_use'] };

/** A list is the only field of n8n's whose text can come from the chosen lock. */
const lockRulesField = sinceSimplify({
	...choiceField(
		'What the Lock Takes',
		'lockRules',
		'',
		[],
		'The windows and PINs that the chosen lock can hold, read from Seam. For information only: choosing here changes nothing.',
	),
	hint: 'For information only: choosing here changes nothing',
	typeOptions: { loadOptionsMethod: 'loadLockRules', loadOptionsDependsOn: ['device.value'] },
	noDataExpression: true,
	displayOptions: { show: withTimes, hide: { '@tool': [true] } },
});

const timeZoneNotice: INodeProperties = {
	displayName:
		'Times without a time zone are local time at the lock. For another zone, add the option Time Zone Name.',
	name: 'timeZoneNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: withTimes },
};

/** The fields of the node, from what always matters to what sometimes does. */
export const properties: INodeProperties[] = [
	toolDescriptionField(
		"Give a booking a PIN on its lock for its stay. With a booking key there is one code per booking: the same key again moves that code and makes no second one. Give times in ISO 8601 with a UTC offset, such as 2026-12-01T15:00:00+01:00; without one they are meant on the lock's own clock. A new code is not on the lock yet: tell nobody a PIN before the tool Seam Wait for Code Set has answered is_ready: true.",
	),
	flagField(
		'Plan Only',
		'planOnly',
		false,
		'Whether to show what would be created, and why, without creating anything. The locks are still read.',
	),
	deviceField,
	{
		...additionalDevicesField,
		// Choosing the first lock loads the list of the others: a node that was just added has no credential before.
		typeOptions: { ...additionalDevicesField.typeOptions, loadOptionsDependsOn: ['device.value'] },
		hint: 'All locks of a booking get the same PIN if they allow it',
	},
	choiceField(
		'Access',
		'access',
		'time_bound',
		[
			choice('Ongoing', 'ongoing', 'Opens from now on, until the code is deleted'),
			choice(
				'Time-Bound',
				'time_bound',
				'Opens between two moments, such as check-in and check-out',
			),
			choice(
				'One-Time Use',
				'one_time_use',
				'Opens once; only igloohome and Lockly have it, as an offline code',
			),
		],
		'How long the code opens the lock',
	),
	lockRulesField,
	timeZoneNotice,
	{
		...timeField(
			'Starts At',
			'startsAt',
			"When the code begins to work: pick a date, or take it from the item, such as {{ $json.arrival }}. Without a time zone, the lock's local time is used; a date alone, or 00:00 at both ends as the picker writes it, takes the Check-In Time; a single 00:00 is midnight. For a booking that already has a code, empty keeps its start.",
		),
		hint: 'Pick days and leave 00:00:00 in Starts At and Ends At: the Check-In Time below applies',
		displayOptions: { show: withTimes },
	},
	sinceSimplify({
		...textField(
			'Check-In Time',
			'checkInTime',
			'Time of day of a Starts At that is a date only, in 24 hours',
			'e.g. 15:00',
		),
		default: '15:00',
		displayOptions: { show: withTimes },
	}),
	{
		...timeField(
			'Ends At',
			'endsAt',
			"When the code stops working: pick a date, or take it from the item, such as {{ $json.departure }}. Without a time zone, the lock's local time is used; a date alone, or 00:00 at both ends as the picker writes it, takes the Check-Out Time; a single 00:00 is midnight. For a booking that already has a code, empty keeps its end. For one-time use, Lockly needs an end and igloohome does not.",
		),
		hint: 'Pick days and leave 00:00:00 in Starts At and Ends At: the Check-Out Time below applies',
		displayOptions: { show: withTimes },
	},
	sinceSimplify({
		...textField(
			'Check-Out Time',
			'checkOutTime',
			'Time of day of an Ends At that is a date only, in 24 hours',
			'e.g. 11:00',
		),
		default: '11:00',
		displayOptions: { show: withTimes },
	}),
	textField(
		'Name',
		'name',
		"How people recognise the code, such as the guest's name",
		'e.g. Ada Lovelace',
	),
	textField(
		'Booking Key',
		'bookingKey',
		"The booking's ID in the booking system. One key gets one code on each lock, however often the booking comes in, and the code moves when the booking moves. From a form without IDs, take what stays the same when the stay moves, such as the guest's e-mail address.",
	),
	{
		displayName: 'Without a Booking Key, each run makes a new code',
		name: 'bookingKeyNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { bookingKey: [''] } },
	},
	choiceField(
		'PIN',
		'pin',
		'generated',
		[
			choice('Custom', 'custom', 'A PIN of your own, which only an online code can have'),
			choice('Generated', 'generated', 'A PIN that meets the rules of all locks of the booking'),
			choice(
				'Last Digits of a Phone Number',
				'phone',
				'Falls back to a generated PIN, and says so, if the lock does not take those digits',
			),
		],
		'Where the PIN comes from. The PIN of an offline code is always assigned by its manufacturer.',
	),
	{
		...textField('Custom PIN', 'customPin', 'The digits to type at the keypad', 'e.g. 482915'),
		typeOptions: { password: true },
		displayOptions: { show: { pin: ['custom'] } },
	},
	{
		...textField(
			'Phone Number',
			'phone',
			'The number whose last digits become the PIN',
			'e.g. +1 512 555 0142',
		),
		displayOptions: { show: { pin: ['phone'] } },
	},
	choiceField(
		'Kind of Code',
		'kind',
		'automatic',
		[
			choice('Automatic', 'automatic', 'The kind that works best on this lock at this time'),
			choice(
				'Offline',
				'offline',
				"The lock knows the PIN without internet (igloohome, Oracode, Lockly). It can't be changed, and mostly not taken back.",
			),
			choice('Online', 'online', "Seam programs the PIN over the lock's internet connection"),
		],
		'Which kind of code to create',
	),
	simplifySinceField,
	optionsField,
	allowedActionsField(createCodes, { planOnly: [false] }),
	showPinsField,
];
