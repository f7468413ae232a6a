import type { INodeProperties } from 'n8n-workflow';

/** The Options collection. What is left alone there has the default of `optionDefaults`, which its field shows. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Accept Later Start or Earlier End (Minutes)',
			name: 'acceptInside',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 60, numberPrecision: 0 },
			default: 0,
			description:
				'By how many minutes the code may begin later or end earlier than asked, so that it meets the fixed times of a lock',
		},
		{
			displayName: 'Allow External Modification',
			name: 'isExternalModificationAllowed',
			type: 'boolean',
			default: false,
			description:
				"Whether a change of the code in the lock's own app stays; otherwise Seam puts the code back",
		},
		{
			displayName: 'Attempt for Offline Device',
			name: 'attemptForOfflineDevice',
			type: 'boolean',
			default: true,
			description: 'Whether Seam tries to program a lock that has no connection at the moment',
		},
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
			displayName: 'Common Code Key',
			name: 'commonCodeKey',
			type: 'string',
			default: '',
			description: "Seam's own key for codes that share one PIN; Seam then chooses the PIN",
		},
		{
			displayName: 'If the Booking Already Has a Code',
			name: 'ifBookingHasCode',
			type: 'options',
			options: [
				{
					name: 'Refuse',
					value: 'refuse',
					description: 'Change nothing and stop with an error',
				},
				{
					name: 'Return It',
					value: 'return',
					description: 'Change nothing and hand out the code as it is',
				},
				{
					name: 'Update It',
					value: 'update',
					description:
						'Make the smallest change that gives the booking what it asks for; the PIN stays',
				},
			],
			default: 'update',
			description: 'What to do where the lock already holds a code of this Booking Key',
		},
		{
			displayName: 'Longest Addition (Hours)',
			name: 'longestAddition',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 6,
			description:
				"How much time the code may get at either end so that it fits the lock; more would open the door in another guest's night",
		},
		{
			displayName: 'Minutes After',
			name: 'minutesAfter',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 0,
			description: 'How many minutes the code works on after Ends At',
		},
		{
			displayName: 'Minutes Before',
			name: 'minutesBefore',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 0,
			description: 'How many minutes before Starts At the code begins to work',
		},
		{
			displayName: 'Prefer Native Scheduling',
			name: 'preferNativeScheduling',
			type: 'boolean',
			default: true,
			description:
				'Whether a lock that keeps its own schedule gets the code days ahead, rather than an hour before it starts',
		},
		{
			displayName: 'Preferred PIN Length',
			name: 'preferredLength',
			type: 'number',
			typeOptions: { minValue: 4, maxValue: 12, numberPrecision: 0 },
			default: 6,
			description: 'Number of digits of a generated PIN, where all locks of the booking take it',
		},
		{
			displayName: 'Previous Locks',
			name: 'previousLocks',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.previous_lock_id }}',
			description:
				'After a room change: IDs of the locks that the booking leaves. Its codes there are deleted once the new code exists.',
		},
		{
			displayName: 'Rounding Override',
			name: 'maxTimeRounding',
			type: 'options',
			options: [
				{
					name: 'From the Plan',
					value: 'plan',
					description: 'The rounding that the kind of code needs',
				},
				{ name: 'Up to a Day', value: '1d' },
				{ name: 'Up to an Hour', value: '1h' },
			],
			default: 'plan',
			description: 'How far Seam may move the ends of an offline code',
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
				{ name: 'Named', value: 'named', description: 'The zone in Time Zone Name' },
				{
					name: "Workflow's",
					value: 'workflow',
					description: "The zone in the workflow's settings",
				},
			],
			default: 'lock',
			description: 'The clock on which times without an offset are meant',
		},
		{
			displayName: 'Time Zone Name',
			name: 'timeZoneName',
			type: 'string',
			default: '',
			placeholder: 'e.g. America/New_York',
			description: 'An IANA time zone, for Time Zone set to Named',
		},
		{
			displayName: 'Use Backup Access Code Pool',
			name: 'useBackupAccessCodePool',
			type: 'boolean',
			default: false,
			description:
				'Whether Seam keeps a spare code on the lock, which Seam Wait for Code Set can fall back to: for time-bound online codes on locks with a backup pool; elsewhere it is left out, with a warning',
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
			description: 'What to do where the lock cannot hold exactly the window asked for',
		},
	],
};
