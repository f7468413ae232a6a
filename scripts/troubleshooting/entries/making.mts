import type { Group } from '../entry.mts';

export const making: Group = {
	title: 'Making the code',
	intro:
		'Refusals of Seam Create Access Code, and the `warnings` and `rejected` kinds of its plan. _Plan Only_ shows the same without making anything.',
	entries: [
		{
			says: [
				'… holds codes …, both by the calendar and in hours that pass; the clocks change during this stay, so its … are … hours.',
				'… holds codes that begin and end on whole hours of its clock; … to … does not.',
				'… holds codes … that begin and end at the same time of day; … to … does not.',
				'… holds …; … to … is not possible.',
				'… holds codes …; … to … does not fit',
				'… holds codes …; … to … fits none of these',
				'… to … fits no code of this lock; … holds codes ….',
				'… holds codes …; … (… at the times of day it takes) is none of these',
				'… holds no more such codes; … to … is not possible.',
				'codes of at least … …',
				'codes of at most … …',
				'codes of … nights on its two-week levels',
				'at most … codes that begin in the same … of its clock, and the … asked for is taken',
				'Nearest: … (…: Most Extra Time allows … at either end)',
				'on certain dates',
				'for any window',
				'Ask for another window, or choose another device.',
			],
			cause:
				'The lock can only hold codes of certain lengths or with certain times, and none of these covers the stay with no more than the extra time you allow. Nothing was sent.',
			wayOut:
				'Behind “Nearest” stand the windows that the lock can hold. The way out names the setting that makes one of them fit, with its value: Most Extra Time (Hours), May Be Shorter By (Minutes) or other times. [Lock families](lock-families.md) says what each maker’s locks hold.',
		},
		{
			says: [
				"The lock can't hold exactly this stay",
				"…; add the option 'May Be Shorter By (Minutes)': …",
				'You find it under Options. The code then works ….',
			],
			cause:
				'The times that the lock can hold begin a little after the check-in or end a little before the check-out that you asked for, as an Oracode level from 15:30 to 10:30 does.',
			wayOut:
				'Add the option with the minutes that n8n names, if the guest can do without them, or change Check-In Time and Check-Out Time.',
		},
		{
			says: [
				"Set When the Window Doesn't Fit: Fit to the Lock",
				'Set May Be Shorter By (Minutes): …',
				'Set Most Extra Time (Hours): …',
				'Set Access: Time-Bound, with an end',
				'Set Kind of Code: Automatic',
			],
			cause:
				'The package has tried these settings on the same lock and stay: with them the code can be made.',
			wayOut:
				'Set the parameter or option of that name to that value. If it costs the guest before or after some time, decide whether you want it.',
		},
		{
			says: [
				'The code … than asked: the lock can hold no nearer window that covers the stay.',
				'The code begins later or ends earlier than asked, by at most …, as May Be Shorter By allows; plan.window shows at which end.',
				'The minutes before and after were left out: the lock can hold the stay itself, but not with them.',
			],
			cause:
				'The code was made, with another window than asked for, within what the options allow.',
			wayOut:
				'Nothing, if that suits you; plan.window shows asked and granted. Otherwise lower Most Extra Time or set When the Window Doesn’t Fit to Refuse.',
		},
		{
			says: [
				'Plan, nothing created: ……',
				'starting now because … has passed',
				'starting later than …, which has passed',
				'… than the stay',
				'… … at each end',
				'… … at the start',
				'… … at the end',
				'will be chosen at the run',
				', would be changed',
			],
			cause:
				'`summary` and `pin_state` of an item: what a plan would do, that the stay has begun already, what the code leaves out of it, as May Be Shorter By allows, and how much longer it works, for the lock or as Minutes Before and After ask.',
			wayOut:
				'To create what was planned, switch Plan Only off. If the guest needs the whole stay, set May Be Shorter By (Minutes) to 0; plan.window shows asked and granted.',
		},
		{
			says: [
				'… is not after the start (…).',
				' Check the time zones that they name, too.',
				'… is in the past.',
				'The stay is over before this lock could take the code.',
				'Ask for a later end.',
			],
			cause:
				'Start and end are mixed up, the stay is over, or a time was read in another time zone than you meant.',
			wayOut:
				'Check both fields: are they swapped? Then their time zones, and whether the booking is an old one. Only codes that end in the future can be made.',
		},
		{
			says: [
				'The start is in the past, so the code only has to cover the stay from now on (…).',
				'This lock takes starts at least … ahead, so the code begins at ….',
			],
			cause: 'The booking came after its own check-in time, or shortly before.',
			wayOut: 'Nothing: the code works from the moment that the sentence names.',
		},
		{
			says: [
				'A … code needs ….',
				'Set Starts At.',
				'Set Ends At, or choose ongoing access.',
				'Offline codes always have an end.',
				'A Lockly offline code needs both a start and an end, even for one-time use.',
				'… holds no ongoing code of this kind.',
				'This lock holds no ongoing codes, only codes ….',
			],
			cause:
				'A start or an end is missing, and the booking has no code yet from which it could be taken.',
			wayOut: 'Fill in Starts At and Ends At. Ongoing access is for online codes.',
		},
		{
			says: [
				'The … is a local time, and the time zone of this lock is unknown.',
				'The time zone of this lock is unknown, so its times of day are reckoned in UTC. Set the location of the device in Seam, or add the option Time Zone Name.',
			],
			cause: 'Seam does not know where the lock is.',
			wayOut:
				'Add the option Time Zone Name, set the location of the device in Seam, or give times with their offset.',
		},
		{
			says: [
				'Midnight was read as a date, so the check-in time (…) and the check-out time (…) apply. If you mean midnight, set Check-In Time and Check-Out Time to 00:00.',
			],
			cause: 'Booking systems send dates as midnight, and few guests arrive then.',
			wayOut: 'Nothing, or as the sentence says.',
		},
		{
			says: [
				'Starts At is midnight, not the check-in time (…), because Ends At has a time of day. …',
				'Ends At is midnight, not the check-out time (…), because Starts At has a time of day. …',
				'For that time, leave 00:00:00 at both ends, or give the date alone.',
				'ending at midnight instead of the check-out time',
			],
			cause:
				'A day was picked at one end and a time at the other: the day then begins at midnight.',
			wayOut: 'Nothing if midnight is meant, otherwise as the sentence says.',
		},
		{
			says: [
				'…… can hold no access codes: Seam lists neither … for it.',
				'This device can hold no … access codes (Seam lists no … for it).',
				"Choose another device. A hotel's doors, which take no codes, are opened with the Seam node (Access Grant → Create).",
			],
			cause:
				'The device takes no PINs: it is a hotel door, a thermostat, or a lock without a keypad.',
			wayOut: 'Choose another device; for hotel doors use Seam → Access Grant → Create.',
		},
		{
			says: [
				'This device can hold … access codes, but not now (… is false). …',
				'… See the errors and warnings of the device.',
				'Fix what Seam Get Device reports about this lock, or choose another device.',
			],
			cause:
				'Something is missing at the moment, such as a keypad, a bridge or the account’s rights.',
			wayOut: 'Run Seam Get Device: problems says what to do.',
		},
		{
			says: [
				'Seam does not manage this device, so it can be given no codes. Have Seam manage it with the Seam node (Device → Manage).',
				'Have Seam manage the device with the Seam node (Device → Manage), or choose another device.',
			],
			cause: 'Seam sees the device in the account, but it is not switched on there.',
			wayOut: 'Seam → Device → Manage, once for the device.',
		},
		{
			says: [
				'Seam reports that this lock holds as many codes as it can (max_access_codes_reached). Delete codes that are no longer needed.',
				'This lock holds at most … codes, and … will be on it then. Delete codes that are no longer needed.',
				'Delete codes that are no longer needed, or choose another device.',
				"igloohome holds at most … one-time codes per start day, from a whole hour of the lock's clock on; no such start is left near the one asked for.",
			],
			cause: 'The lock’s places are taken for the time of the stay.',
			wayOut:
				'List its codes (Seam → Access Code → Get Many, and Unmanaged Access Code → Get Many) and delete old ones.',
		},
		{
			says: [
				'Seam does not tell how many codes this lock holds, so it was not checked whether it is full.',
				'The codes made outside Seam could not be read, so their PINs and number were not considered: …',
				'The lock could not be read again afterwards: another run may have made the same code at the same moment.',
			],
			cause: 'A check could not be made; the code was made all the same.',
			wayOut:
				'Let Seam Wait for Code Set confirm the code before the guest is told. If two runs may serve one booking at once, look at the lock’s codes in Seam Console.',
		},
		{
			says: [
				'The kind was set to ….',
				'It would fit, but an online code can be changed and deleted.',
				'It would fit, but adds more to the stay.',
				'The lock is disconnected now and would have to be programmed within 24 hours.',
				'Seam makes one-time codes offline only.',
				'Seam supports no one-time-use codes on dormakaba Oracode locks.',
				'This lock is not one whose one-time codes Seam documents; only igloohome and Lockly are.',
				'offline, as no online code can be had',
				'offline, as the lock is disconnected now and the code is needed soon',
			],
			cause:
				'Why a kind of code was taken or ruled out (plan.rejected, plan.reasons). In a refusal it is the reason why none is left.',
			wayOut:
				'Set Kind of Code to Automatic, PIN to Generated and Access to Time-Bound to have the widest choice.',
		},
		{
			says: [
				'The lock is disconnected and has to be programmed within 24 hours. Wait for the code to be set before telling the guest.',
			],
			cause: 'Seam makes the code and programs the lock once it is reachable.',
			wayOut: 'Put Seam Wait for Code Set behind it, and see to the lock’s connection.',
		},
		{
			says: [
				'An igloohome one-time code lasts 24 hours, until …; the stay lasts longer.',
				'An igloohome one-time code works once, until … at the latest; the stay lasts longer.',
				'A code longer than 24 hours has to be used within 24 hours of its start (Seam: igloohome offline access codes).',
				'This code stops working unless it is first used before … (24 hours after its start). Tell the guest, or book the code nearer to a late arrival.',
				'Use this code at the door for the first time before …: unused for 24 hours after it begins, it stops working.',
				'Use this code at the door within 24 hours of its start: unused until then, it stops working.',
				'This code opens the door once, between … and ….',
				'This code opens the door once.',
				'On a Lockly keypad this code is typed in the offline way, which differs from usual codes: see https://www.support.lockly.com/faq/how-to-use-oac/.',
			],
			cause:
				'How the maker’s offline codes work. Sentences for the guest stand in guest_instructions too.',
			wayOut: 'Put guest_instructions into the guest’s message.',
		},
		{
			says: [
				'This door has no user levels (predefined_time_slots is empty), so every code would fail',
				'This door has no user level that Seam can make codes with: …',
				"one whose … can't be read",
				'a master level, which Seam does not support',
				'a one-time-use level, which Seam does not support',
				"one whose times can't be read (… to …)",
			],
			cause:
				'An Oracode lock takes codes by user levels, which its installer sets up: from which time of day to which.',
			wayOut:
				'Ask the installer for a user level with your check-in and check-out times. Seam sees it after about 30 minutes.',
		},
		{
			says: [
				'The user levels … have the same times. Seam picks one of them: see dormakaba_oracode_metadata.user_level_name of the access code.',
			],
			cause: 'Two levels are alike but for their names.',
			wayOut:
				'Nothing, if both open the same doors; otherwise ask the installer to make their times differ.',
		},
		{
			says: [
				"The time-frame options of this lock (…) have a duration, date rule, time or zone that this package can't read, so no window can be checked.",
			],
			cause: 'Seam describes the lock’s codes in a form that this version does not know.',
			wayOut:
				'Update the package, or report the sentence together with the output of Seam Get Device.',
		},
		{
			says: [
				"… chooses the PINs of its offline codes itself: a custom PIN can't be set.",
				'Set PIN: Generated.',
			],
			cause:
				'Igloohome, dormakaba Oracode and Lockly assign the PINs of their offline codes; nobody can choose them.',
			wayOut: 'Set PIN: Generated. The PIN comes with the code.',
		},
		{
			says: [
				"This lock makes its own PINs: a custom PIN can't be set on it.",
				'On this lock a PIN must not contain 0',
				'On this lock a PIN must not start with 12',
				'On this lock a PIN must not have more than three equal or consecutive digits in a row',
				'On this lock a PIN should not have three equal or consecutive digits in a row (the rule can be read so)',
				'On this lock a PIN must not be an ascending or descending sequence',
				'On this lock a PIN should not contain an ascending or descending sequence (the rule can be read so)',
				'On this lock a PIN must have at least three different digits',
				'On this lock a PIN must not contain 0, 8 or 9',
				'On this lock a PIN must not contain 0, 7, 8 or 9',
				'On this lock a PIN must begin with four different digits',
				'On this lock a PIN must not be one digit repeated',
				'On this lock a PIN ….',
				'The PIN must consist of digits only.',
				'The PIN has … digit…; ….',
				'The PIN has … digits; no length suits all of these locks',
				'The PIN has … digits; this lock takes exactly …',
				'The PIN has … digits; this lock takes …',
				'The PIN is already used by another code on this lock, which Seam refuses even for other dates.',
				"Set 'PIN' to Generated.",
				"Give another PIN (… digits), or set 'PIN' to Generated.",
				"Give another PIN, or set 'PIN' to Generated, which finds a free one.",
			],
			cause:
				'The custom PIN breaks a rule of this lock, or is taken. Each maker has rules of its own.',
			wayOut:
				'Set PIN to Generated: it finds one that suits all locks of the booking. Or give another one.',
		},
		{
			says: [
				'The custom PIN is one that people try first (a sequence, a repetition, a year or a pattern on the keypad).',
				'This lock takes only PINs that its account already knows; Seam decides.',
				'The lock has a rule that this package does not know (…); Seam decides.',
				'The rules of these locks have no PIN in common: each lock gets its own.',
				"The booking's PIN on its other locks can't be used here: the guest needs one PIN for each.",
				'The preferred PIN length was left out: the maker assigns the PIN of an offline code',
				'The preferred PIN length was left out: no PIN can be chosen on this lock',
				'The preferred PIN length was left out: codes that share a PIN get it from Seam',
				'The preferred PIN length was left out: ….',
				'The preferred PIN length of … was left out: … digits.',
				"The last … digits of the phone number can't be the PIN here (taken, too easy to guess or not allowed), so its last … are.",
				'The PIN was not taken from the phone number, because its last digits are taken, too easy to guess or not allowed here',
				'The PIN was not taken from the phone number, because …. A generated PIN is used.',
			],
			cause: 'Warnings about the PIN: the code was made, with the PIN in the output.',
			wayOut: 'Tell the guest the PIN of each item, not one that you chose yourself.',
		},
		{
			says: [
				'The name has … character…; this lock wants at least ….',
				'Another code on this lock already has the name “…”, and the lock wants unique names.',
				'The lock shows only “…”. Seam keeps the whole name.',
			],
			cause: 'Some locks show a short name, or want names to differ.',
			wayOut:
				'Give a name that differs in its first characters, such as the guest’s name before the house’s.',
		},
		{
			says: [
				'… was left out: ….',
				'… was left out: it applies to online codes only',
				'… was left out: it applies to time-bound online codes only',
				'… was left out: Salto locks do not support it (Seam: backup access codes)',
				'… was left out: the lock does not support it (supports_backup_access_code_pool is not true)',
				'… was left out: it is switched off for this lock (backup_access_code_pool_enabled)',
			],
			cause: 'An option does not apply to this lock or kind of code; the code was made without it.',
			wayOut: 'Nothing, or remove the option.',
		},
		{
			says: ['The booking already has a code on this lock'],
			cause: 'If the Booking Has a Code is set to Refuse.',
		},
		{
			says: [
				"The code is in use, so its PIN stays. To change it all the same, set 'If the Booking Has a Code' to 'Give It a New PIN'.",
				"The lock refused this custom PIN. Give another one, or set 'PIN' to Generated.",
				"The PIN of an offline code can't be changed, and the code can't be deleted",
			],
			cause: 'Another PIN was asked for a code that exists.',
			wayOut:
				'A guest who is in the house keeps the PIN unless you choose Give It a New PIN. An offline PIN lives in the lock until its end.',
		},
		{
			says: [
				'it was a second code of this booking',
				'an online code takes its place',
				'an offline code takes its place',
				'the new code has another PIN',
				'the stay needs another window',
				'the stay is over',
				'the booking has left this lock',
				'another run made the same code at the same moment',
			],
			cause:
				'Why an earlier code of the booking was deleted, or named as one that can’t be revoked.',
			wayOut:
				'Nothing for deleted codes. An entry of cannot_be_revoked goes on opening until its time: decide whether the door can live with that.',
		},
		{
			says: [
				'… of the … locks of this booking have their code; …',
				'running again with the same Booking Key completes it.',
				'… of the … bookings have their codes; running again with the same Booking Keys completes the others.',
				'… It took “…”.',
			],
			cause: 'Some locks failed while others have their codes.',
			wayOut:
				'See to the lock that the sentence names, then run again with the same Booking Key: what exists is kept.',
		},
		{
			says: [
				'Previous Lock Names or IDs are given without a Booking Key',
				'This run of n8n has no execution ID to tell its codes apart by',
			],
			cause: 'Codes of a booking are found again by its Booking Key.',
		},
		{
			says: ['What was asked of … conflicts with what is there…'],
			cause: 'Seam found the same PIN, name or record already there (HTTP 409).',
			wayOut:
				'With a generated PIN the package takes the next one by itself. Otherwise choose another PIN, or remove what is in the way.',
		},
		{
			says: ['Seam refused the request for ……'],
			cause: 'Seam does not take the request (HTTP 400); its own words stand after the colon.',
			wayOut:
				'Change what Seam names. If the plan said that it would do, please report both sentences: the package should have known.',
		},
		{
			says: ['No PIN was chosen for this lock'],
			cause: 'A mistake in this package.',
			wayOut: 'Please report it, with the plan.',
		},
	],
};
