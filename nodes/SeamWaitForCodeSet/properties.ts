import type { INodeProperties } from 'n8n-workflow';

/** The fields of the node, from what always matters to what sometimes does. */
export const properties: INodeProperties[] = [
	{
		displayName:
			'All guests of one run are answered together. Send one booking per run to answer each at once.',
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
		description: 'The code to wait for, from Seam Create Access Code',
	},
	{
		displayName: 'Ready When',
		name: 'readyWhen',
		type: 'options',
		options: [
			{
				name: 'Stored on the Lock (Also Days Ahead)',
				value: 'set_or_scheduled',
				description:
					'As soon as the lock is sure to open at the start of the code: days ahead if the lock stores codes for later (Seam: scheduled_on_device); an offline code once its PIN is assigned',
			},
			{
				name: 'Already Opens the Door',
				value: 'set',
				description:
					'Only once the code is active on the lock, on many locks not before its start (Seam: status set)',
			},
		],
		default: 'set_or_scheduled',
		description: 'What must be known before the code may be handed out',
	},
	{
		displayName: 'Stop Waiting',
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
			'When to stop waiting for a code that is not ready. A time that is too early for the code to be ready is moved later, and the output says so.',
	},
	{
		displayName: 'Minutes Before the Start',
		name: 'minutesBeforeStart',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 525_600 },
		default: 30,
		description: 'How long before the start you still need to help the guest',
		displayOptions: { show: { giveUp: ['before_start'] } },
	},
	{
		displayName: 'Duration',
		name: 'duration',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 525_600 },
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
		description: "A date and time. Without a time zone, the workflow's is used.",
		displayOptions: { show: { giveUp: ['at_time'] } },
	},
	{
		displayName: 'If Still Not Ready',
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
		description: 'What to do with an item whose code is not ready in the end',
	},
	{
		displayName: "If the Code Doesn't Arrive",
		name: 'fallback',
		type: 'options',
		options: [
			{
				name: 'Backup Code',
				value: 'backup_code',
				description:
					"Use a spare code from the lock's backup pool instead, and delete the first one",
			},
			{
				name: 'Backup Code, Then Offline Code',
				value: 'backup_then_offline_code',
				description:
					'If no backup code works, make an offline code for the same stay, on locks that take them',
			},
			{
				name: 'None',
				value: 'none',
			},
		],
		default: 'none',
		description:
			"What to do, once, when the time is up or Seam can do no more. A backup code needs 'Keep a Spare Code Ready' to be on when the code is created.",
	},
	{
		displayName: 'Parked Wait',
		name: 'parkedWait',
		type: 'hidden',
		default: false,
	},
];
