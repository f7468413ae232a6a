import type { Group } from '../entry.mts';

export const lockProblems: Group = {
	title: 'What is wrong with the lock',
	intro:
		'Seam Get Device lists these under `problems`; a plan and a refusal of Seam Create Access Code tell those that matter for the code.',
	entries: [
		{
			says: [
				'The device is disconnected; its offline access codes work all the same',
				'The device is disconnected, so access codes reach it only once it is back',
				'The device is disconnected. Check the power and the internet connection of the lock and its bridge; waiting codes are programmed once it is back.',
				'The hub or bridge of this device is disconnected. Check the power and the network of the hub; waiting codes are programmed once it is back.',
				'The connection of the device comes and goes. Check the power and the internet connection of the lock and its bridge; waiting codes are programmed once it is back.',
				'Seam reaches the device with difficulty. Check the power and the internet connection of the lock and its bridge; waiting codes are programmed once it is back.',
				'Seam Bridge is not reachable. Start Seam Bridge on site and check its network.',
				'The signal between the lock and its gateway is weak. Move the gateway closer to the lock.',
			],
			cause:
				'Seam, or the maker’s cloud, does not reach the lock. PINs that are on it already go on working.',
			wayOut:
				'Power, Wi-Fi and bridge first; then look in the maker’s own app: while that does not reach the lock either, Seam can’t. The problem disappears by itself once Seam hears of the lock again.',
		},
		{
			says: [
				'The maker does not report reliably whether the device is connected. Do not rely on the field online; wait for the code to be set instead.',
				"The maker's service does not work properly. Nothing to do now; check again if it lasts for more than a day.",
				"The maker's service announces maintenance. Nothing to do now; check again if it lasts for more than a day.",
				'The pool of backup access codes is not full yet. Nothing to do now; check again if it lasts for more than a day.',
				'The lock saves power and may take long to answer. Charge or replace the batteries, or switch power saving off.',
			],
			cause: 'Something passing, or a property of the maker’s service.',
			wayOut:
				'Let Seam Wait for Code Set decide whether a guest is told; it goes by the code, not by the connection.',
		},
		{
			says: [
				"Seam has lost the maker's account of this device. Connect the account again through a Connect Webview; Seam restores what it knew of it.",
				'Seam has lost the dormakaba site of this door. Ask dormakaba to approve the site for Seam again, then connect the account again.',
				"The device is no longer in the maker's account. Add it to the account again in the maker's app, or use the device that took its place.",
				'The August account may not manage this lock. Make the account an owner of the lock in the August app.',
				"The connected account may not manage access codes on this lock. Make the account an administrator of the lock in the maker's app, then connect it again through a Connect Webview.",
				'Seam lacks the credentials of this device. Enter the credentials of the device in Seam Console.',
				"The maker's paid service for remote access has run out. Renew it in the maker's app (for Nuki: Smart Hosting).",
				'The Salto KS site has more users than its subscription allows. Remove users from the Salto KS site or raise its subscription.',
				'The Salto KS site has used more than 80 % of its subscribed users. Remove users from the Salto KS site or raise its subscription in time.',
			],
			cause:
				'The account at the lock’s maker changed: a new password, a withdrawn right, a lock taken out, a subscription that ended.',
			wayOut:
				'Do what the sentence says in the maker’s app. To connect an account again: Seam → Connect Webview → Create, or Seam Console. Device IDs stay the same.',
		},
		{
			says: [
				'The lock has no keypad of its own and no accessory keypad is connected',
				'The lock has no … keypad, so there is nowhere to enter an access code',
				'The accessory keypad is not connected; since when is unknown, because its events could not be read (…)',
				'The accessory keypad is not connected',
				'Seam lists no keypad for this lock, and none that could be connected to it',
				'The keypad is not linked to the bridge, so online access codes fail',
			],
			cause:
				'A PIN needs a keypad that the lock knows. Its battery may be empty, or it was paired with another lock.',
		},
		{
			says: [
				'The lock has no igloohome bridge, so it takes offline access codes only',
				"The lock has no … gateway, so Seam can't program access codes on it",
				"The lock has no Tedee Bridge, so Seam can't program access codes on it",
				'The August lock has no bridge. Connect the lock to a Wi-Fi bridge in the August app.',
				'The TTLock lock is not paired to a gateway. Pair it to a gateway in the TTLock app.',
				"Without a hub this lock can do only part of what it could. Connect the lock to a hub in the maker's app if you need online access codes.",
			],
			cause:
				'The lock speaks Bluetooth only: without its bridge or gateway nothing reaches it from afar.',
			wayOut:
				'Pair the bridge or gateway in the maker’s app; Seam sees it after some minutes. igloohome locks do without: they take offline codes.',
		},
		{
			says: [
				'The battery of the accessory keypad is low. Replace or charge the battery of the accessory keypad before the next guest arrives.',
				'The battery of the … is ……',
			],
			cause: 'The battery is low (20 % or less), or the lock says so itself.',
			wayOut:
				'Replace it soon. The example [A lock needs attention](../examples/README.md#a-lock-needs-attention) tells you by e-mail.',
		},
		{
			says: [
				'The time zone of the device is not known, so local times are refused and a code may work at the wrong hours',
				"Seam does not know the time zone of the device, so a code over a change of the clocks may work up to an hour outside its window. Set the time zone of the device in the maker's app or, for Omnitec, Schlage and Ultraloq locks, with the Seam node (Device → Set Time Zone).",
				"The device names '…' (…), which is not a time zone",
				'Seam does not know the time zone of the Omnitec lock',
				'Seam does not know the time zone of this Ultraloq lock and refuses time-bound codes for it',
				'No time zone is set for this Lockly lock, so codes may begin and end at other times than asked for',
				'This 2N intercom has no time zone, so Seam can give it no access codes',
				'Time-bound codes on 2N intercoms need a time zone, and this one has none',
				'The lock has no Korelock location, so it takes no time-bound access codes',
				'The time zone “…” (…) does not exist and was left out.',
			],
			cause:
				'Check-in at 15:00 means 15:00 at the door. Without the lock’s time zone nobody knows when that is.',
			wayOut:
				'Set it where the sentence says: in the maker’s app, in Seam Console, or by Seam → Device → Set Time Zone. The option Time Zone Name of Seam Create Access Code helps only where the sentence does not say that the lock itself needs a zone.',
		},
		{
			says: [
				'The clock of the lock is set to UTC… while … is at UTC…: codes may be off by … h',
				"The time zone of the device does not match its own clock, so codes may begin and end at the wrong local time. Set the right time zone in the maker's app, so that both agree.",
				'The door keeps the time of … (…) while another property of it says …; access codes follow the door',
			],
			cause:
				'The lock’s own clock and the zone that Seam knows do not agree: it was moved, or set up in another zone.',
			wayOut:
				'Correct the zone in the maker’s app. Until then plan with a margin (Minutes Before, Minutes After).',
		},
		{
			says: [
				'The clocks in … change on …; a code whose window holds that day may work up to an hour longer',
				'Schlage locks can shift a schedule by an hour if the clocks change during the stay. Seam lengthens such codes by an hour, and may report them as modified outside Seam.',
			],
			cause:
				'Daylight saving time begins or ends during a stay, and the lock keeps its schedule by the old time.',
			wayOut: 'Nothing: the code covers the stay either way.',
		},
		{
			says: [
				'This device takes neither online nor offline access codes',
				"This model takes … access codes, but this device can't take any now",
				'Seam supports no access codes for this kind of KeyNest locker (Quadient)',
				'Salto KS no longer lets this lock hold access codes. Ask Salto about PIN support for this lock.',
				'Salto KS chooses the PINs of this site; a PIN of your own is refused',
				'This door has no user level that access codes can use',
				'… is false: the device supports such codes, but not now.',
				'… is absent: the device does not support such codes.',
			],
			cause: 'What the lock, its set-up or its subscription can hold.',
			wayOut:
				'access_code_support of Seam Get Device names what is missing; the page [Lock families](lock-families.md) says what each maker’s locks need.',
		},
		{
			says: [
				'The lock is in privacy mode and refuses access codes. End privacy mode at the lock.',
				'The lock is in office mode: it stays open and does not ask for codes. End office mode in Salto KS if the door should ask for a code.',
			],
			cause: 'Somebody has switched the mode on, at the door or in the maker’s app.',
			wayOut: 'End the mode there.',
		},
		{
			says: [
				'The lock holds as many access codes as it can. Delete access codes that are no longer needed before you create another.',
				'Many backup access codes are in use on this lock. Find out why codes fail on this lock, and delete backup codes that are no longer needed.',
				'No backup access code is ready for this device. Wait until Seam has filled the pool, and do not count on a backup code before.',
			],
			cause: 'A lock holds a limited number of codes; backup codes take places too.',
			wayOut:
				'Seam → Access Code → Get Many lists the codes of a lock, Unmanaged Access Code → Get Many those made in the maker’s app.',
		},
		{
			says: [
				'Other software manages access codes on this lock and may overwrite or delete them. Let only one system manage the access codes of this lock.',
			],
			cause: 'A booking system or lock service is connected to the same lock.',
			wayOut: 'Switch the other one off for this lock, or leave the lock to it.',
		},
		{
			says: [
				'The auxiliary heat of the thermostat is running. Check the thermostat; access codes do not depend on it.',
				'The temperature is outside the range that was set. Check the thermostat; access codes do not depend on it.',
				'Remote unlocking is switched off for this lock; access codes do not depend on it. Switch remote unlocking on in the TTLock app if you need it.',
				'Seam has an unknown issue with the phone. Open the device in Seam Console; access codes do not depend on it.',
			],
			cause: 'Seam reports it of this device; PINs are not concerned.',
			wayOut: 'None is needed for codes.',
		},
		{
			says: ["Seam reports '…' without further words"],
			cause: 'Seam has an error or a warning that this version of the package does not know.',
			wayOut: 'Open the device in Seam Console and follow what it says there.',
		},
	],
};
