import type { INodeProperties } from 'n8n-workflow';

/** The most minutes that a code may work before or after the stay: a week. */
const WEEK_IN_MINUTES = 10_080;
const YEAR_IN_HOURS = 8_784;

/** The Options collection. What is left alone there has the default that its field shows. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Check-In Time',
			name: 'checkInTime',
			type: 'string',
			default: '15:00',
			placeholder: 'e.g. 15:00',
			description: 'Time of day of a Starts At that is a date only, in 24 hours',
		},
		{
			displayName: 'Check-Out Time',
			name: 'checkOutTime',
			type: 'string',
			default: '11:00',
			placeholder: 'e.g. 11:00',
			description: 'Time of day of an Ends At that is a date only, in 24 hours',
		},
		{
			displayName: 'How Far Seam May Move the Times',
			name: 'maxTimeRounding',
			type: 'options',
			options: [
				{
					name: 'As Needed',
					value: 'plan',
					description: 'As far as the kind of code needs',
				},
				{ name: 'Up to a Day', value: '1d' },
				{ name: 'Up to an Hour', value: '1h' },
			],
			default: 'plan',
			description: 'How far Seam may round the ends of an offline code (Seam: max_time_rounding)',
		},
		{
			displayName: 'If the Booking Already Has a Code',
			name: 'ifBookingHasCode',
			type: 'options',
			options: [
				{
					name: 'Give It a New PIN',
					value: 'new_pin',
					description: 'For a leaked code: the booking keeps its code and window, the PIN changes',
				},
				{
					name: 'Refuse',
					value: 'refuse',
					description: 'Change nothing and stop with an error',
				},
				{
					name: 'Return It',
					value: 'return',
					description: 'Change nothing and return the code as it is',
				},
				{
					name: 'Update It',
					value: 'update',
					description:
						'Make the smallest change that gives the booking what it asks for; the PIN stays',
				},
			],
			default: 'update',
			description: 'What to do if the lock already holds a code of this Booking Key',
		},
		{
			displayName: 'Keep a Spare Code Ready',
			name: 'useBackupAccessCodePool',
			type: 'boolean',
			default: false,
			description:
				'Whether Seam keeps a spare code on the lock that Seam Wait for Code Set can fall back to. Only for time-bound online codes on locks with a backup pool; on others it is left out, with a warning (Seam: use_backup_access_code_pool).',
		},
		{
			displayName: "Keep Changes Made in the Lock's App",
			name: 'isExternalModificationAllowed',
			type: 'boolean',
			default: false,
			description:
				"Whether a change made to the code in the lock's own app stays; otherwise Seam undoes it (Seam: is_external_modification_allowed)",
		},
		{
			displayName: 'May Be Shorter By (Minutes)',
			name: 'acceptInside',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 60, numberPrecision: 0 },
			default: 0,
			description:
				'How many minutes later the code may start, or earlier it may end, to meet the fixed times of a lock',
		},
		{
			displayName: 'Minutes After',
			name: 'minutesAfter',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: WEEK_IN_MINUTES, numberPrecision: 0 },
			default: 0,
			description: 'How many minutes the code keeps working after Ends At',
		},
		{
			displayName: 'Minutes Before',
			name: 'minutesBefore',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: WEEK_IN_MINUTES, numberPrecision: 0 },
			default: 0,
			description: 'How many minutes before Starts At the code begins to work',
		},
		{
			displayName: 'Most Extra Time (Hours)',
			name: 'longestAddition',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: YEAR_IN_HOURS, numberPrecision: 2 },
			default: 6,
			description:
				"How much longer the code may work at either end to fit the lock; more would open the door in another guest's night",
		},
		{
			displayName: 'Preferred PIN Length',
			name: 'preferredLength',
			type: 'number',
			typeOptions: { minValue: 4, maxValue: 12, numberPrecision: 0 },
			default: 6,
			description: 'Number of digits of a generated PIN, if all locks of the booking take it',
		},
		{
			displayName: 'Previous Locks',
			name: 'previousLocks',
			type: 'string',
			default: '',
			placeholder: "e.g. {{ $json.previous_lock_id ?? '' }}",
			description:
				'After a room change: IDs of the locks that the booking leaves. Its codes there are deleted once the new code exists.',
		},
		{
			displayName: 'Shared PIN Group',
			name: 'commonCodeKey',
			type: 'string',
			default: '',
			description:
				'Codes of one group get the same PIN, which Seam then chooses (Seam: common_code_key)',
		},
		{
			displayName: 'Store the Code on the Lock Days Ahead',
			name: 'preferNativeScheduling',
			type: 'boolean',
			default: true,
			description:
				'Whether a lock that keeps its own schedule gets the code days before it starts, instead of an hour before (Seam: prefer_native_scheduling)',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'options',
			options: [
				{
					name: "Lock's",
					value: 'lock',
					description: 'The zone that Seam knows for the lock',
				},
				{ name: 'Other', value: 'named', description: 'The zone in Time Zone Name' },
				{
					name: "Workflow's",
					value: 'workflow',
					description: "The zone in the workflow's settings",
				},
			],
			default: 'lock',
			description:
				'The time zone of times that name none. An expression may also give a zone, such as Europe/Rome.',
		},
		{
			displayName: 'Time Zone Name',
			name: 'timeZoneName',
			type: 'string',
			default: '',
			placeholder: 'e.g. America/New_York',
			description: 'If Time Zone is set to Other. For example Europe/Rome.',
		},
		{
			displayName: 'Try Even If the Lock Is Disconnected',
			name: 'attemptForOfflineDevice',
			type: 'boolean',
			default: true,
			description:
				'Whether Seam tries to program a lock that has no connection at the moment (Seam: attempt_for_offline_device)',
		},
		{
			displayName: "When the Window Doesn't Fit",
			name: 'whenWindowDoesNotFit',
			type: 'options',
			options: [
				{
					name: 'Fit to the Lock',
					value: 'fit',
					description: 'Add as little time as the lock needs, and say how much',
				},
				{
					name: 'Refuse',
					value: 'refuse',
					description: 'Stop and name the nearest windows that the lock can hold',
				},
			],
			default: 'fit',
			description: 'What to do if the lock cannot hold exactly the window asked for',
		},
	],
};
