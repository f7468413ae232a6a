import type { INodeProperties } from 'n8n-workflow';

import {
	allowedActionsField,
	showPinsField,
	toolDescriptionField,
	type Action,
} from '../shared/agent/toolFields';
import { clockFieldAsBefore, languageFieldAsBefore } from '../shared/ui/dateForm';
import { choice, choiceField, collectionField, numberField } from '../shared/ui/fieldKinds';
import { simplifySinceField } from '../shared/ui/simplifySince';

/** What the fallback does beyond polling. */
export const useFallback: Action = {
	name: 'Use the Fallback',
	value: 'fallback',
	description: 'Take a backup or offline code in place of the first one, and delete that',
};

/** What a user sets, from what always matters to what sometimes does. */
const ofTheUser: INodeProperties[] = [
	toolDescriptionField(
		'Check once whether an access code can be relied on. Needs its access_code_id. Only if the answer has is_ready: true may anybody be told a PIN. Otherwise say that it is not ready yet, and check again later. Changes nothing.',
	),
	{
		displayName: 'Access Code ID',
		name: 'accessCodeId',
		type: 'string',
		required: true,
		default: '={{ $json.access_code_id }}',
		placeholder: 'e.g. 8c1e2f3a-4b5c-4d6e-8f70-a1b2c3d4e5f6',
		description: 'The code to wait for, from Seam Create Access Code',
	},
	choiceField(
		'Ready When',
		'readyWhen',
		'set_or_scheduled',
		[
			choice(
				'Stored on the Lock (Also Days Ahead)',
				'set_or_scheduled',
				'As soon as the lock is sure to open at the start of the code: days ahead if the lock stores codes for later (Seam: scheduled_on_device); an offline code once its PIN is assigned',
			),
			choice(
				'Already Opens the Door',
				'set',
				'Only once the code is active on the lock, on many locks not before its start (Seam: status set)',
			),
		],
		'What must be known before the code may be handed out',
	),
	{
		...choiceField(
			'Stop Waiting',
			'giveUp',
			'before_start',
			[
				choice(
					'Before the Code Starts',
					'before_start',
					'For ongoing and offline codes, and for a start less than an hour away, 15 minutes after the wait began',
				),
				choice('After a Duration', 'after_duration'),
				choice('At a Time', 'at_time'),
			],
			'The deadline for a code that is not ready. It is moved later if the code cannot be ready by then, and earlier if the code ends before it; the output says so.',
		),
		hint: "If an n8n form starts the workflow, its page waits just as long, unless its 'Respond When' is 'Form Is Submitted'",
	},
	{
		...numberField(
			'Minutes Before the Start',
			'minutesBeforeStart',
			30,
			{ minValue: 0, maxValue: 525_600 },
			'How long before the start you still need to help the guest',
		),
		displayOptions: { show: { giveUp: ['before_start'] } },
	},
	{
		displayName: 'Duration',
		name: 'duration',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 525_600 },
		default: 15,
		description: 'How long to wait, counted in Unit',
		displayOptions: { show: { giveUp: ['after_duration'] } },
	},
	{
		...choiceField('Unit', 'durationUnit', 'minutes', [
			choice('Days', 'days'),
			choice('Hours', 'hours'),
			choice('Minutes', 'minutes'),
		]),
		displayOptions: { show: { giveUp: ['after_duration'] } },
	},
	{
		displayName: 'Time',
		name: 'giveUpAt',
		type: 'dateTime',
		required: true,
		default: '',
		description: "A date and time. Without a time zone, the workflow's is used.",
		displayOptions: { show: { giveUp: ['at_time'] } },
	},
	choiceField(
		'Replacement Code',
		'fallback',
		'none',
		[
			choice(
				'Backup Code',
				'backup_code',
				"Use a backup code from the lock's backup pool instead, and delete the first one",
			),
			choice(
				'Backup Code, Then Offline Code',
				'backup_then_offline_code',
				'If no backup code works, make an offline code for the same stay, on locks that take them',
			),
			choice('None', 'none'),
		],
		"Which code to use instead, once, when the time is up or Seam can do no more. A backup code needs 'Keep a Backup Code Ready' to be on when the code is created.",
	),
	choiceField(
		'If Still Not Ready',
		'whenNotReady',
		'stop',
		[
			choice(
				'Stop With an Error',
				'stop',
				"The workflow stops; with the node's error output on, each such item goes there instead",
			),
			choice(
				'Continue',
				'continue',
				'The item goes on with is_ready: false, the outcome and the reason, and without a PIN',
			),
		],
		'What to do with an item that has no code to hand out in the end, the Replacement Code included',
	),
	simplifySinceField,
	collectionField('Options', 'options', [languageFieldAsBefore, clockFieldAsBefore]),
	allowedActionsField(useFallback, { fallback: ['backup_code', 'backup_then_offline_code'] }),
	showPinsField,
];

/** The fields of the node; as a part of a parked wait it has nothing to set, and shows only why. */
export const properties: INodeProperties[] = [
	...ofTheUser.map(({ displayOptions, ...field }) => ({
		...field,
		displayOptions: { ...displayOptions, show: { ...displayOptions?.show, parkedWait: [false] } },
	})),
	{
		displayName:
			'A part of a wait, which Seam Wait for Code Set made: there is nothing to set. The yellow note says more.',
		name: 'parkedWaitNotice',
		type: 'notice',
		default: '',
		displayOptions: { hide: { parkedWait: [false] } },
	},
	{
		displayName: 'Parked Wait',
		name: 'parkedWait',
		type: 'hidden',
		default: false,
	},
];
