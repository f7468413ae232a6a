import {
	disconnectedLockField,
	keepChangesField,
	nativeSchedulingField,
} from '../shared/ui/codeOptions';
import { clockField, languageField } from '../shared/ui/dateForm';
import {
	choice,
	choiceField,
	collectionField,
	flagField,
	numberField,
	textField,
} from '../shared/ui/fieldKinds';
import { severalDevicesField } from '../shared/ui/severalField';
import { beforeSimplify } from '../shared/ui/simplifySince';

/** The most minutes that a code may work before or after the stay: a week. */
const WEEK_IN_MINUTES = 10_080;
const YEAR_IN_HOURS = 8_784;

/** The Options collection. An option that is not added has the default that its field shows. */
export const optionsField = collectionField('Options', 'options', [
	beforeSimplify({
		displayName: 'Check-In Time',
		name: 'checkInTime',
		type: 'string',
		default: '15:00',
		placeholder: 'e.g. 15:00',
		description: 'Time of day of a Starts At that is a date only, in 24 hours',
	}),
	beforeSimplify({
		displayName: 'Check-Out Time',
		name: 'checkOutTime',
		type: 'string',
		default: '11:00',
		placeholder: 'e.g. 11:00',
		description: 'Time of day of an Ends At that is a date only, in 24 hours',
	}),
	choiceField(
		'If the Booking Has a Code',
		'ifBookingHasCode',
		'update',
		[
			choice(
				'Give It a New PIN',
				'new_pin',
				'For a leaked code: the booking keeps its code and window, the PIN changes',
			),
			choice('Refuse', 'refuse', 'Change nothing and stop with an error'),
			choice('Return It', 'return', 'Change nothing and return the code as it is'),
			choice(
				'Update It',
				'update',
				'Make the smallest change that gives the booking what it asks for; the PIN stays',
			),
		],
		'What to do if the lock already holds a code of this Booking Key',
	),
	flagField(
		'Keep a Backup Code Ready',
		'useBackupAccessCodePool',
		false,
		'Whether Seam keeps a backup code on the lock that Seam Wait for Code Set can fall back to. Only for time-bound online codes on locks with a backup pool; on others it is left out, with a warning (Seam: use_backup_access_code_pool).',
	),
	keepChangesField,
	languageField,
	numberField(
		'May Be Shorter By (Minutes)',
		'acceptInside',
		0,
		{ minValue: 0, maxValue: 60, numberPrecision: 0 },
		'How many minutes later the code may start, or earlier it may end, to meet the fixed times of a lock',
	),
	numberField(
		'Minutes After',
		'minutesAfter',
		0,
		{ minValue: 0, maxValue: WEEK_IN_MINUTES, numberPrecision: 0 },
		'How many minutes the code keeps working after Ends At',
	),
	numberField(
		'Minutes Before',
		'minutesBefore',
		0,
		{ minValue: 0, maxValue: WEEK_IN_MINUTES, numberPrecision: 0 },
		'How many minutes before Starts At the code begins to work',
	),
	numberField(
		'Most Extra Time (Hours)',
		'longestAddition',
		6,
		{ minValue: 0, maxValue: YEAR_IN_HOURS },
		"How much longer the code may work at either end to fit the lock; more would open the door in another guest's night",
	),
	numberField(
		'Preferred PIN Length',
		'preferredLength',
		6,
		{ minValue: 4, maxValue: 12, numberPrecision: 0 },
		'Number of digits of a generated PIN, if all locks of the booking take it',
	),
	severalDevicesField(
		'Previous Lock Names or IDs',
		'previousLocks',
		'After a room change: the locks that the booking leaves. Its codes there are deleted once the new code exists',
	),
	choiceField(
		'Seam May Move the Times',
		'maxTimeRounding',
		'plan',
		[
			choice('As Needed', 'plan', 'As far as the kind of code needs'),
			choice('Up to a Day', '1d'),
			choice('Up to an Hour', '1h'),
		],
		'How far Seam may round the ends of an offline code (Seam: max_time_rounding)',
	),
	textField(
		'Shared PIN Group',
		'commonCodeKey',
		'Codes of one group get the same PIN, which Seam then chooses (Seam: common_code_key)',
	),
	nativeSchedulingField,
	clockField,
	choiceField(
		'Time Zone',
		'timeZone',
		'lock',
		[
			choice('Of the Lock', 'lock', 'The zone that Seam knows for the lock'),
			choice('Other', 'named', 'The zone in Time Zone Name'),
			choice('Of the Workflow', 'workflow', "The zone in the workflow's settings"),
		],
		'The time zone of times that name none. An expression may also give a zone, such as Europe/Rome.',
	),
	textField(
		'Time Zone Name',
		'timeZoneName',
		'The zone itself, such as Europe/Rome; if Time Zone is added too, set that to Other',
		'e.g. America/New_York',
	),
	disconnectedLockField,
	choiceField(
		"When the Window Doesn't Fit",
		'whenWindowDoesNotFit',
		'fit',
		[
			choice('Fit to the Lock', 'fit', 'Add as little time as the lock needs, and say how much'),
			choice('Refuse', 'refuse', 'Stop and name the nearest windows that the lock can hold'),
		],
		'What to do if the lock cannot hold exactly the window asked for',
	),
]);
