import type { Severity } from './problem';

export interface Advice {
	/** Said where Seam sends no message of its own. */
	meaning: string;
	fix: string;
	/** Only where it differs from the list that Seam puts it in: an error is an error, a warning a warning. */
	severity?: Severity;
}

const RECONNECT_ACCOUNT =
	'Connect the account again through a Connect Webview; what Seam knew of it comes back.';
const RESTORE_CONNECTION =
	'Check the power and the internet connection of the lock and its bridge; what waits is programmed once it is back.';
const SET_TIME_ZONE =
	"Set the time zone of the device in the maker's app or with Seam's /devices/report_provider_metadata.";
const LET_PASS = 'Nothing to do now; look again if it stays for more than a day.';

/** Device errors (Seam: API reference, device errors). */
export const ERROR_ADVICE: ReadonlyMap<string, Advice> = new Map(
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
		},
		device_disconnected: { meaning: 'The device is off-line', fix: RESTORE_CONNECTION },
		device_offline: { meaning: 'The device is off-line', fix: RESTORE_CONNECTION },
		hub_disconnected: {
			meaning: 'The hub or bridge of this device is off-line',
			fix: 'Check the power and the network of the hub; what waits is programmed once it is back.',
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
			fix: 'Look at the thermostat; access codes do not depend on it.',
			severity: 'info',
		},
	}),
);

/** Device warnings (Seam: API reference, device warnings). */
export const WARNING_ADVICE: ReadonlyMap<string, Advice> = new Map(
	Object.entries<Advice>({
		max_access_codes_reached: {
			meaning: 'The lock holds as many access codes as it can',
			fix: 'Delete access codes that are no longer needed before you create another.',
			severity: 'error',
		},
		time_zone_unknown: {
			meaning: 'Seam does not know the time zone of the device',
			fix: SET_TIME_ZONE,
		},
		ultraloq_time_zone_unknown: {
			meaning:
				'Seam does not know the time zone of the Ultraloq lock and refuses time-bound codes for it',
			fix: SET_TIME_ZONE,
			severity: 'error',
		},
		lockly_time_zone_not_configured: {
			meaning:
				'The Lockly lock has no time zone, so its time-bound codes may work at the wrong hours',
			fix: 'Set the time zone of the lock in the Lockly app.',
		},
		two_n_device_missing_timezone: {
			meaning:
				'The 2N device has no time zone, so its time-bound codes may work at the wrong hours',
			fix: 'Set the time zone in the web interface of the 2N device.',
		},
		time_zone_mismatch: {
			meaning: 'The device and its location name different time zones',
			fix: "Set the right time zone in the maker's app, so that both agree.",
		},
		hub_required_for_additional_capabilities: {
			meaning: 'Without a hub this lock can do only part of what it could',
			fix: "Connect the lock to a hub in the maker's app if you need online access codes.",
		},
		hub_required_for_addtional_capabilities: {
			meaning: 'Without a hub this lock can do only part of what it could',
			fix: "Connect the lock to a hub in the maker's app if you need online access codes.",
		},
		accessory_keypad_setup_required: {
			meaning: 'The keypad is not linked to the bridge, so online access codes fail',
			fix: "Link the keypad to the bridge in the maker's app, or use offline access codes.",
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
			meaning: 'The maker does not report reliably whether the device is on-line',
			fix: 'Do not rely on the field online; wait for the code to be set instead.',
			severity: 'info',
		},
		privacy_mode: {
			meaning: 'The lock is in privacy mode and refuses access codes',
			fix: 'End privacy mode at the lock.',
		},
		salto_ks_privacy_mode: {
			meaning: 'The lock is in privacy mode and refuses access codes',
			fix: 'End privacy mode at the lock.',
		},
		salto_ks_office_mode: {
			meaning: 'The lock is in office mode, where it stays open and does not ask for codes',
			fix: 'End office mode in Salto KS if the door should ask for a code.',
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
		keynest_unsupported_locker: {
			meaning: 'Seam does not support this kind of KeyNest locker',
			fix: 'Use another KeyNest location for this key.',
			severity: 'error',
		},
		scheduled_maintenance_window: {
			meaning: "The maker's service announces maintenance",
			fix: LET_PASS,
			severity: 'info',
		},
		insufficient_permissions: {
			meaning: 'The connected account may not manage access codes on this lock',
			fix: "Give the account the role of an administrator in the maker's app.",
			severity: 'error',
		},
		provider_issue: { meaning: "The maker's service does not work properly", fix: LET_PASS },
		temperature_threshold_exceeded: {
			meaning: 'The temperature is outside the range that was set',
			fix: 'Look at the thermostat; access codes do not depend on it.',
			severity: 'info',
		},
		unknown_issue_with_phone: {
			meaning: 'Seam has an unknown issue with the phone',
			fix: 'Open the device in Seam Console; access codes do not depend on it.',
			severity: 'info',
		},
	}),
);
