import type { INodePropertyOptions } from 'n8n-workflow';

/** Seam's wildcard for every type of event, including those added later. */
export const ALL_EVENTS = '*';

/**
 * Every type of event that Seam sends (Seam's event schemas, 1.977.0, which a test compares, and what 1.1038.0 added),
 * sorted by the name that is shown; each with what that name does not say.
 */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
	'access_code.backup_access_code_pulled':
		'A backup code was taken from the pool to stand in for this code',
	'access_code.changed': 'Anything about the code changed; the event lists the properties',
	'access_code.code_changed': 'The PIN changed',
	'access_code.created': 'Seam took the code in; it need not be on the lock yet',
	'access_code.delay_in_issuing': 'The code is not issued yet; Seam keeps trying',
	'access_code.delay_in_removing_from_device':
		'Deprecated by Seam, which no longer sends it: use Failed to Remove From Device',
	'access_code.delay_in_setting_on_device':
		'The lock takes unusually long to take the code; Seam keeps trying',
	'access_code.deleted': '',
	'access_code.deleted_external_to_seam':
		"Somebody removed the code at the lock or in its maker's app",
	'access_code.failed_to_expire': 'The code could not be ended',
	'access_code.failed_to_issue': 'The code could not be issued',
	'access_code.failed_to_remove_from_device': '',
	'access_code.failed_to_set_on_device': 'The lock did not take the code; Seam may keep trying',
	'access_code.failed_to_update': 'A change of the code could not be carried out',
	'access_code.issued': '',
	'access_code.modified_external_to_seam':
		"Somebody changed the code at the lock or in its maker's app",
	'access_code.mutations_requested': 'A change was asked for and is not yet confirmed by the lock',
	'access_code.name_changed': '',
	'access_code.removed_from_device': '',
	'access_code.scheduled_on_device':
		'The lock holds the code and will let it open the door from its start',
	'access_code.set_on_device': 'The code opens the door now',
	'access_code.time_frame_changed': 'The start or the end moved',
	'access_grant.access_granted_to_all_doors': '',
	'access_grant.access_granted_to_door': '',
	'access_grant.access_times_changed': '',
	'access_grant.access_to_door_lost': '',
	'access_grant.could_not_create_requested_access_methods': '',
	'access_grant.created': '',
	'access_grant.deleted': '',
	'access_method.card_encoding_required': '',
	'access_method.created': '',
	'access_method.delay_in_issuing': 'The grant begins soon and its access method is not issued yet',
	'access_method.deleted': '',
	'access_method.failed_to_issue': 'The access method was not issued by the start of its grant',
	'access_method.issued': '',
	'access_method.reissued': '',
	'access_method.revoked': '',
	'acs_credential.deleted': '',
	'acs_credential.invalidated': '',
	'acs_credential.issued': '',
	'acs_credential.reissued': '',
	'acs_encoder.added': '',
	'acs_encoder.removed': '',
	'acs_entrance.added': '',
	'acs_entrance.removed': '',
	'acs_access_group.deleted': '',
	'acs_user.created': '',
	'acs_user.deleted': '',
	'acs_system.added': '',
	'acs_system.connected': '',
	'acs_system.disconnected': '',
	'action_attempt.lock_door.failed': '',
	'action_attempt.lock_door.succeeded': '',
	'action_attempt.simulate_keypad_code_entry.failed': '',
	'action_attempt.simulate_keypad_code_entry.succeeded': '',
	'action_attempt.simulate_manual_lock_via_keypad.failed': '',
	'action_attempt.simulate_manual_lock_via_keypad.succeeded': '',
	'action_attempt.unlock_door.failed': '',
	'action_attempt.unlock_door.succeeded': '',
	'camera.activated': '',
	'client_session.deleted': '',
	'connect_webview.login_failed': '',
	'connect_webview.login_succeeded': '',
	'connected_account.completed_first_sync': '',
	'connected_account.completed_first_sync_after_reconnection': '',
	'connected_account.connected': '',
	'connected_account.created': '',
	'connected_account.deleted': '',
	'connected_account.disconnected': 'The account must be connected again before its locks answer',
	'connected_account.reauthorization_requested':
		'The account works for now and asks to be authorized again',
	'connected_account.successful_login': 'Deprecated by Seam: use Connect Webview: Login Succeeded',
	'device.accessory_keypad_connected': '',
	'device.accessory_keypad_disconnected': "The lock lost its keypad: codes can't be typed",
	'device.added': '',
	'device.battery_status_changed': '',
	'device.connected': 'The device is reachable again',
	'device.connection_became_flaky': '',
	'device.connection_stabilized': '',
	'device.converted_to_unmanaged': '',
	'device.deleted': '',
	'device.disconnected': 'The device, its hub or its account is no longer reachable',
	'device.doorbell_rang': '',
	'device.low_battery': '',
	'device.name_changed': '',
	'device.removed': 'The device left its connected account',
	'device.salto.privacy_mode_activated': '',
	'device.salto.privacy_mode_deactivated': '',
	'device.error.subscription_required': '',
	'device.error.subscription_required.resolved': '',
	'device.tampered': '',
	'device.third_party_integration_detected':
		'Another integration manages the lock too and may undo what Seam does',
	'device.third_party_integration_no_longer_detected': '',
	'enrollment_automation.deleted': 'Deprecated by Seam',
	'lock.access_denied': 'Somebody was refused at the door',
	'lock.locked': '',
	'lock.unlocked': 'The door was unlocked; the event says how and by which code if known',
	'noise_sensor.noise_threshold_triggered': '',
	'phone.deactivated': '',
	'space.created': '',
	'space.deleted': '',
	'space.device_membership_changed': '',
	'thermostat.climate_preset_activated': '',
	'thermostat.manually_adjusted': '',
	'thermostat.temperature_changed': '',
	'thermostat.temperature_reached_set_point': '',
	'thermostat.temperature_threshold_exceeded': '',
	'thermostat.temperature_threshold_no_longer_exceeded': '',
	'access_code.unmanaged.converted_to_managed': '',
	'access_code.unmanaged.created': 'A code that Seam does not manage appeared on a lock',
	'access_code.unmanaged.failed_to_convert_to_managed': '',
	'access_code.unmanaged.removed': 'A code that Seam does not manage left a lock',
	'device.unmanaged.connected': '',
	'device.unmanaged.converted_to_managed': '',
	'device.unmanaged.disconnected': '',
};

/** What a type begins with, and what is shown in its place. */
const SHOWN_AS: ReadonlyArray<readonly [start: RegExp, shown: string]> = [
	[/^(access_code|device)\.unmanaged\./, 'unmanaged_$1.'],
	[/^device\.error\./, 'device.'],
	[/^acs_system\./, 'access_system.'],
	[/^acs_(access_)?/, 'access_system_'],
];

export const eventTypeOptions: INodePropertyOptions[] = Object.entries(DESCRIPTIONS).map(
	([value, description]) => ({
		name: nameOf(value),
		value,
		...(description === '' ? {} : { description }),
	}),
);

/** Like "Access Code: Set on Device" for `access_code.set_on_device`. */
function nameOf(type: string): string {
	const shown = SHOWN_AS.reduce((text, [start, name]) => text.replace(start, name), type);
	const [subject, ...happened] = shown.split('.');
	return `${inTitleCase(subject)}: ${inTitleCase(happened.join('_'))}`;
}

function inTitleCase(snakeCase: string): string {
	const words = snakeCase.split('_').map((word) => word[0].toUpperCase() + word.slice(1));
	return words.join(' ').replace(/(?<= )(In|On|To|Via)(?= )/g, (word) => word.toLowerCase());
}
