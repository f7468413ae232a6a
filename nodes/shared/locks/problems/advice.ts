import { SAYS_DISCONNECTED } from '../facts/connection';
import type { Severity } from './problem';

export interface Advice {
	/** Said if Seam sends no message of its own. */
	meaning: string;
	fix: string;
	/** Only if it differs from the list that Seam puts it in: an error is an error, a warning a warning. */
	severity?: Severity;
	/** It may end without anybody doing anything, so it does not count against a code that is due later. */
	passes?: boolean;
}

const RESTORE_CONNECTION =
	'Check the power and the internet connection of the lock and its bridge; waiting codes are programmed once it is back.';
const LET_PASS = 'Nothing to do now; check again if it lasts for more than a day.';
const DISCONNECTED = `The device is disconnected. ${RESTORE_CONNECTION}`;
const HUB_REQUIRED =
	"Without a hub this lock can do only part of what it could. Connect the lock to a hub in the maker's app if you need online access codes.";
const PRIVACY_MODE =
	'The lock is in privacy mode and refuses access codes. End privacy mode at the lock.';

/** By code: the first sentence is what it means, the rest is what to do about it. */
type Table = Readonly<Record<string, string>>;

/** As grave as the list that Seam puts them in. */
const AS_LISTED: Table = {
	account_disconnected:
		"Seam has lost the maker's account of this device. Connect the account again through a Connect Webview; Seam restores what it knew of it.",
	salto_ks_subscription_limit_exceeded:
		'The Salto KS site has more users than its subscription allows. Remove users from the Salto KS site or raise its subscription.',
	dormakaba_sites_disconnected:
		'Seam has lost the dormakaba site of this door. Ask dormakaba to approve the site for Seam again, then connect the account again.',
	bridge_disconnected:
		'Seam Bridge is not reachable. Start Seam Bridge on site and check its network.',
	device_disconnected: DISCONNECTED,
	device_offline: DISCONNECTED,
	hub_disconnected:
		'The hub or bridge of this device is disconnected. Check the power and the network of the hub; waiting codes are programmed once it is back.',
	device_removed:
		"The device is no longer in the maker's account. Add it to the account again in the maker's app, or use the device that took its place.",
	august_lock_not_authorized:
		'The August account may not manage this lock. Make the account an owner of the lock in the August app.',
	august_lock_missing_bridge:
		'The August lock has no bridge. Connect the lock to a Wi-Fi bridge in the August app.',
	ttlock_lock_not_paired_to_gateway:
		'The TTLock lock is not paired to a gateway. Pair it to a gateway in the TTLock app.',
	missing_device_credentials:
		'Seam lacks the credentials of this device. Enter the credentials of the device in Seam Console.',
	subscription_required:
		"The maker's paid service for remote access has run out. Renew it in the maker's app (for Nuki: Smart Hosting).",
	time_zone_unknown:
		"Seam does not know the time zone of the device, so a code over a change of the clocks may work up to an hour outside its window. Set the time zone of the device in the maker's app or, for Omnitec, Schlage and Ultraloq locks, with the Seam node (Device → Set Time Zone).",
	time_zone_mismatch:
		"The time zone of the device does not match its own clock, so codes may begin and end at the wrong local time. Set the right time zone in the maker's app, so that both agree.",
	hub_required_for_additional_capabilities: HUB_REQUIRED,
	hub_required_for_addtional_capabilities: HUB_REQUIRED,
	accessory_keypad_low_battery:
		'The battery of the accessory keypad is low. Replace or charge the battery of the accessory keypad before the next guest arrives.',
	many_active_backup_codes:
		'Many backup access codes are in use on this lock. Find out why codes fail on this lock, and delete backup codes that are no longer needed.',
	third_party_integration_detected:
		'Other software manages access codes on this lock and may overwrite or delete them. Let only one system manage the access codes of this lock.',
	power_saving_mode:
		'The lock saves power and may take long to answer. Charge or replace the batteries, or switch power saving off.',
	device_has_flaky_connection: `The connection of the device comes and goes. ${RESTORE_CONNECTION}`,
	device_communication_degraded: `Seam reaches the device with difficulty. ${RESTORE_CONNECTION}`,
	salto_ks_subscription_limit_almost_reached:
		'The Salto KS site has used more than 80 % of its subscribed users. Remove users from the Salto KS site or raise its subscription in time.',
	ttlock_weak_gateway_signal:
		'The signal between the lock and its gateway is weak. Move the gateway closer to the lock.',
	provider_issue: `The maker's service does not work properly. ${LET_PASS}`,
};

const ERRORS: Table = {
	max_access_codes_reached:
		'The lock holds as many access codes as it can. Delete access codes that are no longer needed before you create another.',
	privacy_mode: PRIVACY_MODE,
	salto_ks_privacy_mode: PRIVACY_MODE,
	salto_ks_office_mode:
		'The lock is in office mode: it stays open and does not ask for codes. End office mode in Salto KS if the door should ask for a code.',
	salto_ks_lock_access_code_support_removed:
		'Salto KS no longer lets this lock hold access codes. Ask Salto about PIN support for this lock.',
	insufficient_permissions:
		"The connected account may not manage access codes on this lock. Make the account an administrator of the lock in the maker's app, then connect it again through a Connect Webview.",
};

const WARNINGS: Table = {
	empty_backup_access_code_pool:
		'No backup access code is ready for this device. Wait until Seam has filled the pool, and do not count on a backup code before.',
};

const INFOS: Table = {
	auxiliary_heat_running:
		'The auxiliary heat of the thermostat is running. Check the thermostat; access codes do not depend on it.',
	partial_backup_access_code_pool: `The pool of backup access codes is not full yet. ${LET_PASS}`,
	unreliable_online_status:
		'The maker does not report reliably whether the device is connected. Do not rely on the field online; wait for the code to be set instead.',
	ttlock_lock_gateway_unlocking_not_enabled:
		'Remote unlocking is switched off for this lock; access codes do not depend on it. Switch remote unlocking on in the TTLock app if you need it.',
	scheduled_maintenance_window: `The maker's service announces maintenance. ${LET_PASS}`,
	temperature_threshold_exceeded:
		'The temperature is outside the range that was set. Check the thermostat; access codes do not depend on it.',
	unknown_issue_with_phone:
		'Seam has an unknown issue with the phone. Open the device in Seam Console; access codes do not depend on it.',
};

/** A lost account comes back only through a person. */
const PASSING = SAYS_DISCONNECTED.filter((code) => code !== 'account_disconnected');

/** Device errors and warnings (Seam: API reference, devices). What a lock lacks stands in `requirements`. */
export const ADVICE: ReadonlyMap<string, Advice> = new Map([
	...readTable(AS_LISTED),
	...readTable(ERRORS, 'error'),
	...readTable(WARNINGS, 'warning'),
	...readTable(INFOS, 'info'),
]);

function readTable(table: Table, severity?: Severity): Array<[string, Advice]> {
	return Object.entries(table).map(([code, text]) => {
		const [meaning, ...fix] = text.split('. ');
		return [code, { meaning, fix: fix.join('. '), severity, passes: PASSING.includes(code) }];
	});
}
