import type { INodeProperties } from 'n8n-workflow';

/** The fields of the node, from what matters always to what matters sometimes. */
export const properties: INodeProperties[] = [
	{
		displayName:
			'The node answers when the last of its items is settled. To tell each guest as early as possible, give it one booking at a time.',
		name: 'oneAnswerNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Access Code ID',
		name: 'accessCodeId',
		type: 'string',
		required: true,
		default: '={{ $json.access_code_id }}',
		placeholder: 'e.g. 8c1e2f3a-4b5c-4d6e-8f70-a1b2c3d4e5f6',
		description: 'The code to wait for, as Seam Create Access Code puts it out',
	},
	{
		displayName: 'Ready When',
		name: 'readyWhen',
		type: 'options',
		options: [
			{
				name: 'Set or Scheduled on the Lock',
				value: 'set_or_scheduled',
				description:
					'As soon as the lock will open at the start of the code: days ahead where the lock stores codes for later; an offline code when its PIN is assigned',
			},
			{
				name: 'Set',
				value: 'set',
				description:
					'Only when Seam says that the code is active on the lock, for many locks not before its start',
			},
		],
		default: 'set_or_scheduled',
		description: 'What must be known before the code may be handed out',
	},
	{
		displayName: 'Give Up',
		name: 'giveUp',
		type: 'options',
		options: [
			{
				name: 'Minutes Before the Code Starts',
				value: 'before_start',
				description:
					'For ongoing and offline codes, and for a start less than an hour away, 15 minutes after the wait began',
			},
			{
				name: 'After a Duration',
				value: 'after_duration',
			},
			{
				name: 'At a Time',
				value: 'at_time',
			},
		],
		default: 'before_start',
		description:
			'When to stop waiting for a code that is not ready. A moment at which the code could not be ready yet is moved past it, and the output says so.',
	},
	{
		displayName: 'Minutes Before the Start',
		name: 'minutesBeforeStart',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		description: 'How long before the start of the code there must still be time to help',
		displayOptions: { show: { giveUp: ['before_start'] } },
	},
	{
		displayName: 'Duration',
		name: 'duration',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 15,
		displayOptions: { show: { giveUp: ['after_duration'] } },
	},
	{
		displayName: 'Unit',
		name: 'durationUnit',
		type: 'options',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
		default: 'minutes',
		displayOptions: { show: { giveUp: ['after_duration'] } },
	},
	{
		displayName: 'Time',
		name: 'giveUpAt',
		type: 'dateTime',
		required: true,
		default: '',
		description: "Any ISO 8601 form; without an offset it is meant in the workflow's time zone",
		displayOptions: { show: { giveUp: ['at_time'] } },
	},
	{
		displayName: 'When Not Ready',
		name: 'whenNotReady',
		type: 'options',
		options: [
			{
				name: 'Stop With an Error',
				value: 'stop',
				description:
					"The workflow stops; with the node's error output on, each such item goes there instead",
			},
			{
				name: 'Continue',
				value: 'continue',
				description:
					'The item goes on with is_ready: false, the outcome and the reason, and without a PIN',
			},
		],
		default: 'stop',
		description: 'What becomes of an item whose code did not get ready',
	},
	{
		displayName: 'Fallback',
		name: 'fallback',
		type: 'options',
		options: [
			{
				name: 'Backup Code',
				value: 'backup_code',
				description:
					"Take a code from the lock's backup pool, hand that out, and have the first one deleted",
			},
			{
				name: 'Backup Code, Then Offline Code',
				value: 'backup_then_offline_code',
				description:
					'Where there is no backup code that works, make an offline code for the same stay, on locks that take them',
			},
			{
				name: 'None',
				value: 'none',
			},
		],
		default: 'none',
		description:
			'What to do, once, when the time is over or Seam can do no more. The backup pool must have been asked for when the code was created.',
	},
	{
		displayName: 'Parked Wait',
		name: 'parkedWait',
		type: 'hidden',
		default: false,
	},
];
