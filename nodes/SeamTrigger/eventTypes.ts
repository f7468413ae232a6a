import type { INodePropertyOptions } from 'n8n-workflow';

/** Seam's sign for every type of event, also those that come to be later. */
export const ALL_EVENTS = '*';

/**
 * Every type of event that Seam sends (Seam's event schemas, `@seamapi/types` 1.977.0; a test compares), named by
 * what it is about and sorted by name.
 */
export const eventTypeOptions: INodePropertyOptions[] = [
	{
		name: 'Access Code: Backup Access Code Pulled',
		value: 'access_code.backup_access_code_pulled',
		description: 'A backup code was taken from the pool to stand in for this code',
	},
	{
		name: 'Access Code: Changed',
		value: 'access_code.changed',
		description: 'Anything about the code changed; the event lists the properties',
	},
	{
		name: 'Access Code: Code Changed',
		value: 'access_code.code_changed',
		description: 'The PIN changed',
	},
	{
		name: 'Access Code: Created',
		value: 'access_code.created',
		description: 'Seam took the code in; it need not be on the lock yet',
	},
	{
		name: 'Access Code: Delay in Removing From Device',
		value: 'access_code.delay_in_removing_from_device',
		description: 'The lock takes unusually long to forget the code',
	},
	{
		name: 'Access Code: Delay in Setting on Device',
		value: 'access_code.delay_in_setting_on_device',
		description: 'The lock takes unusually long to take the code; Seam goes on trying',
	},
	{ name: 'Access Code: Deleted', value: 'access_code.deleted' },
	{
		name: 'Access Code: Deleted External to Seam',
		value: 'access_code.deleted_external_to_seam',
		description: "Somebody removed the code at the lock or in its maker's app",
	},
	{
		name: 'Access Code: Failed to Remove From Device',
		value: 'access_code.failed_to_remove_from_device',
	},
	{
		name: 'Access Code: Failed to Set on Device',
		value: 'access_code.failed_to_set_on_device',
		description: 'The lock did not take the code; Seam may still go on trying',
	},
	{
		name: 'Access Code: Modified External to Seam',
		value: 'access_code.modified_external_to_seam',
		description: "Somebody changed the code at the lock or in its maker's app",
	},
	{
		name: 'Access Code: Mutations Requested',
		value: 'access_code.mutations_requested',
		description: 'A change was asked for and is not yet confirmed by the lock',
	},
	{ name: 'Access Code: Name Changed', value: 'access_code.name_changed' },
	{ name: 'Access Code: Removed From Device', value: 'access_code.removed_from_device' },
	{
		name: 'Access Code: Scheduled on Device',
		value: 'access_code.scheduled_on_device',
		description: 'The lock holds the code and will let it open the door from its start',
	},
	{
		name: 'Access Code: Set on Device',
		value: 'access_code.set_on_device',
		description: 'The code opens the door now',
	},
	{
		name: 'Access Code: Time Frame Changed',
		value: 'access_code.time_frame_changed',
		description: 'The start or the end moved',
	},
	{
		name: 'Access Grant: Access Granted to All Doors',
		value: 'access_grant.access_granted_to_all_doors',
	},
	{ name: 'Access Grant: Access Granted to Door', value: 'access_grant.access_granted_to_door' },
	{ name: 'Access Grant: Access Times Changed', value: 'access_grant.access_times_changed' },
	{ name: 'Access Grant: Access to Door Lost', value: 'access_grant.access_to_door_lost' },
	{
		name: 'Access Grant: Could Not Create Requested Access Methods',
		value: 'access_grant.could_not_create_requested_access_methods',
	},
	{ name: 'Access Grant: Created', value: 'access_grant.created' },
	{ name: 'Access Grant: Deleted', value: 'access_grant.deleted' },
	{ name: 'Access Method: Card Encoding Required', value: 'access_method.card_encoding_required' },
	{ name: 'Access Method: Created', value: 'access_method.created' },
	{
		name: 'Access Method: Delay in Issuing',
		value: 'access_method.delay_in_issuing',
		description: 'The grant begins soon and its access method is not issued yet',
	},
	{ name: 'Access Method: Deleted', value: 'access_method.deleted' },
	{
		name: 'Access Method: Failed to Issue',
		value: 'access_method.failed_to_issue',
		description: 'The access method was not issued by the start of its grant',
	},
	{ name: 'Access Method: Issued', value: 'access_method.issued' },
	{ name: 'Access Method: Reissued', value: 'access_method.reissued' },
	{ name: 'Access Method: Revoked', value: 'access_method.revoked' },
	{ name: 'Access System Credential: Deleted', value: 'acs_credential.deleted' },
	{ name: 'Access System Credential: Invalidated', value: 'acs_credential.invalidated' },
	{ name: 'Access System Credential: Issued', value: 'acs_credential.issued' },
	{ name: 'Access System Credential: Reissued', value: 'acs_credential.reissued' },
	{ name: 'Access System Encoder: Added', value: 'acs_encoder.added' },
	{ name: 'Access System Encoder: Removed', value: 'acs_encoder.removed' },
	{ name: 'Access System Entrance: Added', value: 'acs_entrance.added' },
	{ name: 'Access System Entrance: Removed', value: 'acs_entrance.removed' },
	{ name: 'Access System Group: Deleted', value: 'acs_access_group.deleted' },
	{ name: 'Access System User: Created', value: 'acs_user.created' },
	{ name: 'Access System User: Deleted', value: 'acs_user.deleted' },
	{ name: 'Access System: Added', value: 'acs_system.added' },
	{ name: 'Access System: Connected', value: 'acs_system.connected' },
	{ name: 'Access System: Disconnected', value: 'acs_system.disconnected' },
	{ name: 'Action Attempt: Lock Door Failed', value: 'action_attempt.lock_door.failed' },
	{ name: 'Action Attempt: Lock Door Succeeded', value: 'action_attempt.lock_door.succeeded' },
	{
		name: 'Action Attempt: Simulate Keypad Code Entry Failed',
		value: 'action_attempt.simulate_keypad_code_entry.failed',
	},
	{
		name: 'Action Attempt: Simulate Keypad Code Entry Succeeded',
		value: 'action_attempt.simulate_keypad_code_entry.succeeded',
	},
	{
		name: 'Action Attempt: Simulate Manual Lock via Keypad Failed',
		value: 'action_attempt.simulate_manual_lock_via_keypad.failed',
	},
	{
		name: 'Action Attempt: Simulate Manual Lock via Keypad Succeeded',
		value: 'action_attempt.simulate_manual_lock_via_keypad.succeeded',
	},
	{ name: 'Action Attempt: Unlock Door Failed', value: 'action_attempt.unlock_door.failed' },
	{ name: 'Action Attempt: Unlock Door Succeeded', value: 'action_attempt.unlock_door.succeeded' },
	{ name: 'Camera: Activated', value: 'camera.activated' },
	{ name: 'Client Session: Deleted', value: 'client_session.deleted' },
	{ name: 'Connect Webview: Login Failed', value: 'connect_webview.login_failed' },
	{ name: 'Connect Webview: Login Succeeded', value: 'connect_webview.login_succeeded' },
	{
		name: 'Connected Account: Completed First Sync',
		value: 'connected_account.completed_first_sync',
	},
	{
		name: 'Connected Account: Completed First Sync After Reconnection',
		value: 'connected_account.completed_first_sync_after_reconnection',
	},
	{ name: 'Connected Account: Connected', value: 'connected_account.connected' },
	{ name: 'Connected Account: Created', value: 'connected_account.created' },
	{ name: 'Connected Account: Deleted', value: 'connected_account.deleted' },
	{
		name: 'Connected Account: Disconnected',
		value: 'connected_account.disconnected',
		description: 'The account must be connected again before its locks answer',
	},
	{
		name: 'Connected Account: Reauthorization Requested',
		value: 'connected_account.reauthorization_requested',
		description: 'The account works for now and asks to be authorized again',
	},
	{
		name: 'Connected Account: Successful Login',
		value: 'connected_account.successful_login',
		description: 'Deprecated by Seam: use Connect Webview: Login Succeeded',
	},
	{ name: 'Device: Accessory Keypad Connected', value: 'device.accessory_keypad_connected' },
	{
		name: 'Device: Accessory Keypad Disconnected',
		value: 'device.accessory_keypad_disconnected',
		description: "The lock lost its keypad: codes can't be typed",
	},
	{ name: 'Device: Added', value: 'device.added' },
	{ name: 'Device: Battery Status Changed', value: 'device.battery_status_changed' },
	{ name: 'Device: Connected', value: 'device.connected', description: 'The device came on-line' },
	{ name: 'Device: Connection Became Flaky', value: 'device.connection_became_flaky' },
	{ name: 'Device: Connection Stabilized', value: 'device.connection_stabilized' },
	{ name: 'Device: Converted to Unmanaged', value: 'device.converted_to_unmanaged' },
	{ name: 'Device: Deleted', value: 'device.deleted' },
	{
		name: 'Device: Disconnected',
		value: 'device.disconnected',
		description: 'The device went off-line, or its hub or account did',
	},
	{ name: 'Device: Doorbell Rang', value: 'device.doorbell_rang' },
	{ name: 'Device: Low Battery', value: 'device.low_battery' },
	{ name: 'Device: Name Changed', value: 'device.name_changed' },
	{
		name: 'Device: Removed',
		value: 'device.removed',
		description: 'The device left its connected account',
	},
	{ name: 'Device: Salto Privacy Mode Activated', value: 'device.salto.privacy_mode_activated' },
	{
		name: 'Device: Salto Privacy Mode Deactivated',
		value: 'device.salto.privacy_mode_deactivated',
	},
	{ name: 'Device: Subscription Required', value: 'device.error.subscription_required' },
	{
		name: 'Device: Subscription Required Resolved',
		value: 'device.error.subscription_required.resolved',
	},
	{ name: 'Device: Tampered', value: 'device.tampered' },
	{
		name: 'Device: Third Party Integration Detected',
		value: 'device.third_party_integration_detected',
		description: 'Another integration manages the lock too and may undo what Seam does',
	},
	{
		name: 'Device: Third Party Integration No Longer Detected',
		value: 'device.third_party_integration_no_longer_detected',
	},
	{
		name: 'Enrollment Automation: Deleted',
		value: 'enrollment_automation.deleted',
		description: 'Deprecated by Seam',
	},
	{
		name: 'Lock: Access Denied',
		value: 'lock.access_denied',
		description: 'Somebody was refused at the door',
	},
	{ name: 'Lock: Locked', value: 'lock.locked' },
	{
		name: 'Lock: Unlocked',
		value: 'lock.unlocked',
		description: 'The door was unlocked; the event says how and by which code where known',
	},
	{
		name: 'Noise Sensor: Noise Threshold Triggered',
		value: 'noise_sensor.noise_threshold_triggered',
	},
	{ name: 'Phone: Deactivated', value: 'phone.deactivated' },
	{ name: 'Space: Created', value: 'space.created' },
	{ name: 'Space: Deleted', value: 'space.deleted' },
	{ name: 'Space: Device Membership Changed', value: 'space.device_membership_changed' },
	{ name: 'Thermostat: Climate Preset Activated', value: 'thermostat.climate_preset_activated' },
	{ name: 'Thermostat: Manually Adjusted', value: 'thermostat.manually_adjusted' },
	{ name: 'Thermostat: Temperature Changed', value: 'thermostat.temperature_changed' },
	{
		name: 'Thermostat: Temperature Reached Set Point',
		value: 'thermostat.temperature_reached_set_point',
	},
	{
		name: 'Thermostat: Temperature Threshold Exceeded',
		value: 'thermostat.temperature_threshold_exceeded',
	},
	{
		name: 'Thermostat: Temperature Threshold No Longer Exceeded',
		value: 'thermostat.temperature_threshold_no_longer_exceeded',
	},
	{
		name: 'Unmanaged Access Code: Converted to Managed',
		value: 'access_code.unmanaged.converted_to_managed',
	},
	{
		name: 'Unmanaged Access Code: Created',
		value: 'access_code.unmanaged.created',
		description: 'A code that Seam does not manage appeared on a lock',
	},
	{
		name: 'Unmanaged Access Code: Failed to Convert to Managed',
		value: 'access_code.unmanaged.failed_to_convert_to_managed',
	},
	{
		name: 'Unmanaged Access Code: Removed',
		value: 'access_code.unmanaged.removed',
		description: 'A code that Seam does not manage left a lock',
	},
	{ name: 'Unmanaged Device: Connected', value: 'device.unmanaged.connected' },
	{
		name: 'Unmanaged Device: Converted to Managed',
		value: 'device.unmanaged.converted_to_managed',
	},
	{ name: 'Unmanaged Device: Disconnected', value: 'device.unmanaged.disconnected' },
];
