import {
	disconnectedLockField,
	keepChangesField,
	nativeSchedulingField,
} from '../shared/ui/codeOptions';
import { collectionField, flagField, textField } from '../shared/ui/fieldKinds';

/** The most minutes that a code may work before or after the stay: a week. */
const WEEK_IN_MINUTES = 10_080;
const YEAR_IN_HOURS = 8_784;

/** The Options collection. An option that is not added has the default that its field shows. */
export const optionsField = collectionField('Options', 'options', [
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
	flagField(
		'Keep a Spare Code Ready',
		'useBackupAccessCodePool',
		false,
		'Whether Seam keeps a spare code on the lock that Seam Wait for Code Set can fall back to. Only for time-bound online codes on locks with a backup pool; on others it is left out, with a warning (Seam: use_backup_access_code_pool).',
	),
	keepChangesField,
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
	textField(
		'Previous Locks',
		'previousLocks',
		'After a room change: IDs of the locks that the booking leaves. Its codes there are deleted once the new code exists.',
		"e.g. {{ $json.previous_lock_id ?? '' }}",
	),
	textField(
		'Shared PIN Group',
		'commonCodeKey',
		'Codes of one group get the same PIN, which Seam then chooses (Seam: common_code_key)',
	),
	nativeSchedulingField,
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
	textField(
		'Time Zone Name',
		'timeZoneName',
		'If Time Zone is set to Other. For example Europe/Rome.',
		'e.g. America/New_York',
	),
	disconnectedLockField,
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
]);
