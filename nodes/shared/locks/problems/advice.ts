import type { Severity } from './problem';

export interface Advice {
	/** Said if Seam sends no message of its own. */
	meaning: string;
	fix: string;
	/** Only if it differs from the list that Seam puts it in: an error is an error, a warning a warning. */
	severity?: Severity;
	/** It may end without anybody doing anything, so it does not count against a code that is due later. */
	passes?: true;
}

const RECONNECT_ACCOUNT =
	'Connect the account again through a Connect Webview; Seam restores what it knew of it.';
const RESTORE_CONNECTION =
	'Check the power and the internet connection of the lock and its bridge; waiting codes are programmed once it is back.';
const SET_TIME_ZONE =
	"Set the time zone of the device in the maker's app or with Seam's /devices/report_provider_metadata.";
const LET_PASS = 'Nothing to do now; check again if it lasts for more than a day.';

const DISCONNECTED: Advice = {
	meaning: 'The device is disconnected',
	fix: RESTORE_CONNECTION,
	passes: true,
};
const HUB_REQUIRED: Advice = {
	meaning: 'Without a hub this lock can do only part of what it could',
	fix: "Connect the lock to a hub in the maker's app if you need online access codes.",
};
const PRIVACY_MODE: Advice = {
	meaning: 'The lock is in privacy mode and refuses access codes',
	fix: 'End privacy mode at the lock.',
	severity: 'error',
};

/** Device errors and warnings (Seam: API reference, devices). What a lock lacks stands in `requirements`. */
export const ADVICE: ReadonlyMap<string, Advice> = new Map(
	Object.entries<Advice>({
		account_disconnected: {
			meaning: "Seam has lost the maker's account of this device",
			fix: RECONNECT_ACCOUNT,
		},
		salto_ks_subscription_limit_exceeded: {
			meaning: 'The Salto KS site has more users than its subscription allows',
			fix: 'Remove users from the Salto KS site or raise its subscription.',
		},
		dormakaba_sites_disconnected: {
			meaning: 'Seam has lost the dormakaba site of this door',
			fix: 'Ask dormakaba to approve the site for Seam again, then connect the account again.',
		},
		bridge_disconnected: {
			meaning: 'Seam Bridge is not reachable',
			fix: 'Start Seam Bridge on site and check its network.',
			passes: true,
		},
		device_disconnected: DISCONNECTED,
		device_offline: DISCONNECTED,
		hub_disconnected: {
			meaning: 'The hub or bridge of this device is disconnected',
			fix: 'Check the power and the network of the hub; waiting codes are programmed once it is back.',
			passes: true,
		},
		device_removed: {
			meaning: "The device is no longer in the maker's account",
			fix: "Add it to the account again in the maker's app, or use the device that took its place.",
		},
		empty_backup_access_code_pool: {
			meaning: 'No backup access code is ready for this device',
			fix: 'Wait until Seam has filled the pool, and do not count on a backup code before.',
			severity: 'warning',
		},
		august_lock_not_authorized: {
			meaning: 'The August account may not manage this lock',
			fix: 'Make the account an owner of the lock in the August app.',
		},
		august_lock_missing_bridge: {
			meaning: 'The August lock has no bridge',
			fix: 'Connect the lock to a Wi-Fi bridge in the August app.',
		},
		ttlock_lock_not_paired_to_gateway: {
			meaning: 'The TTLock lock is not paired to a gateway',
			fix: 'Pair it to a gateway in the TTLock app.',
		},
		missing_device_credentials: {
			meaning: 'Seam lacks the credentials of this device',
			fix: 'Enter the credentials of the device in Seam Console.',
		},
		subscription_required: {
			meaning: "The maker's paid service for remote access has run out",
			fix: "Renew it in the maker's app (for Nuki: Smart Hosting).",
		},
		auxiliary_heat_running: {
			meaning: 'The auxiliary heat of the thermostat is running',
			fix: 'Check the thermostat; access codes do not depend on it.',
			severity: 'info',
		},
		max_access_codes_reached: {
			meaning: 'The lock holds as many access codes as it can',
			fix: 'Delete access codes that are no longer needed before you create another.',
			severity: 'error',
		},
		time_zone_unknown: {
			meaning:
				'Seam does not know the time zone of the device, so a code over a change of the clocks may work up to an hour outside its window',
			fix: SET_TIME_ZONE,
		},
		time_zone_mismatch: {
			meaning:
				'The time zone of the device does not match its own clock, so codes may begin and end at the wrong local time',
			fix: "Set the right time zone in the maker's app, so that both agree.",
		},
		hub_required_for_additional_capabilities: HUB_REQUIRED,
		hub_required_for_addtional_capabilities: HUB_REQUIRED,
		accessory_keypad_low_battery: {
			meaning: 'The battery of the accessory keypad is low',
			fix: 'Replace or charge the battery of the accessory keypad before the next guest arrives.',
		},
		partial_backup_access_code_pool: {
			meaning: 'The pool of backup access codes is not full yet',
			fix: LET_PASS,
			severity: 'info',
		},
		many_active_backup_codes: {
			meaning: 'Many backup access codes are in use on this lock',
			fix: 'Find out why codes fail on this lock, and delete backup codes that are no longer needed.',
		},
		third_party_integration_detected: {
			meaning: 'Other software manages access codes on this lock and may overwrite or delete them',
			fix: 'Let only one system manage the access codes of this lock.',
		},
		power_saving_mode: {
			meaning: 'The lock saves power and may take long to answer',
			fix: 'Charge or replace the batteries, or switch power saving off.',
		},
		device_has_flaky_connection: {
			meaning: 'The connection of the device comes and goes',
			fix: RESTORE_CONNECTION,
		},
		device_communication_degraded: {
			meaning: 'Seam reaches the device with difficulty',
			fix: RESTORE_CONNECTION,
		},
		unreliable_online_status: {
			meaning: 'The maker does not report reliably whether the device is connected',
			fix: 'Do not rely on the field online; wait for the code to be set instead.',
			severity: 'info',
		},
		privacy_mode: PRIVACY_MODE,
		salto_ks_privacy_mode: PRIVACY_MODE,
		salto_ks_office_mode: {
			meaning: 'The lock is in office mode: it stays open and does not ask for codes',
			fix: 'End office mode in Salto KS if the door should ask for a code.',
			severity: 'error',
		},
		salto_ks_subscription_limit_almost_reached: {
			meaning: 'The Salto KS site has used more than 80 % of its subscribed users',
			fix: 'Remove users from the Salto KS site or raise its subscription in time.',
		},
		salto_ks_lock_access_code_support_removed: {
			meaning: 'Salto KS no longer lets this lock hold access codes',
			fix: 'Ask Salto about PIN support for this lock.',
			severity: 'error',
		},
		ttlock_lock_gateway_unlocking_not_enabled: {
			meaning: 'Remote unlocking is switched off for this lock; access codes do not depend on it',
			fix: 'Switch remote unlocking on in the TTLock app if you need it.',
			severity: 'info',
		},
		ttlock_weak_gateway_signal: {
			meaning: 'The signal between the lock and its gateway is weak',
			fix: 'Move the gateway closer to the lock.',
		},
		scheduled_maintenance_window: {
			meaning: "The maker's service announces maintenance",
			fix: LET_PASS,
			severity: 'info',
		},
		insufficient_permissions: {
			meaning: 'The connected account may not manage access codes on this lock',
			fix: "Make the account an administrator of the lock in the maker's app, then connect it again through a Connect Webview.",
			severity: 'error',
		},
		provider_issue: { meaning: "The maker's service does not work properly", fix: LET_PASS },
		temperature_threshold_exceeded: {
			meaning: 'The temperature is outside the range that was set',
			fix: 'Check the thermostat; access codes do not depend on it.',
			severity: 'info',
		},
		unknown_issue_with_phone: {
			meaning: 'Seam has an unknown issue with the phone',
			fix: 'Open the device in Seam Console; access codes do not depend on it.',
			severity: 'info',
		},
	}),
);
