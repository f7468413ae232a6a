import type { INodePropertyOptions } from 'n8n-workflow';

import { ALL_EVENTS, eventTypeOptions } from '../shared/ui/eventTypes';
import { choice } from '../shared/ui/fieldKinds';

/** Events that are chosen together, by a value that no type of Seam's has: it holds no dot. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
	code_ready: [
		...['access_code.issued', 'access_code.scheduled_on_device', 'access_code.set_on_device'],
	],
	code_trouble: [
		...['access_code.delay_in_issuing', 'access_code.delay_in_setting_on_device'],
		...['access_code.deleted_external_to_seam', 'access_code.modified_external_to_seam'],
		...['access_code.failed_to_expire', 'access_code.failed_to_issue'],
		...['access_code.failed_to_remove_from_device', 'access_code.failed_to_set_on_device'],
		'access_code.failed_to_update',
	],
	door_activity: ['lock.access_denied', 'lock.locked', 'lock.unlocked'],
	lock_trouble: [
		...['connected_account.disconnected', 'device.accessory_keypad_disconnected'],
		...['device.deleted', 'device.disconnected', 'device.error.subscription_required'],
		...['device.low_battery', 'device.removed', 'device.tampered'],
		'device.third_party_integration_detected',
	],
};

/** What hosts choose one by one. */
const OFTEN_USED = new Set<unknown>([
	...['access_code.deleted', 'access_code.failed_to_set_on_device', 'access_code.set_on_device'],
	...['device.connected', 'device.disconnected', 'device.low_battery'],
	...['lock.locked', 'lock.unlocked'],
]);

/** What n8n's node panel calls the choices whose names don't say it behind an "On". */
const ACTIONS: Readonly<Record<string, { action: string } | undefined>> = {
	code_ready: { action: 'On a code that is ready' },
	code_trouble: { action: 'On trouble with a code' },
	door_activity: { action: 'On a door that is locked or unlocked' },
	lock_trouble: { action: 'On trouble with a lock' },
	[ALL_EVENTS]: { action: 'On every event' },
	'access_code.backup_access_code_pulled': { action: 'On access code: backup code pulled' },
};

/** As the panel lists it among the triggers: “On access code: set on device”. */
const withAction = (option: INodePropertyOptions): INodePropertyOptions => ({
	...option,
	action: `On ${inLowerCase(option.name)}`,
	...ACTIONS[String(option.value)],
});

const inLowerCase = (name: string): string =>
	name.replace(/\b(?!Seam\b|Salto\b)[A-Z]/g, (letter) => letter.toLowerCase());

/** The choices of Trigger On: groups of what hosts use, all events, what hosts use one by one, and the others. */
export const triggerOptions: INodePropertyOptions[] = [
	choice('Code Ready', 'code_ready', 'A code is stored on its lock, or opens the door'),
	choice(
		'Code Trouble',
		'code_trouble',
		'A code failed or is late, or somebody changed or removed it outside Seam',
	),
	choice('Door Activity', 'door_activity', 'A door was locked or unlocked, or refused somebody'),
	choice(
		'Lock Trouble',
		'lock_trouble',
		'A lock has a low battery, is disconnected, lost its keypad, was tampered with or left Seam',
	),
	choice('All Events', ALL_EVENTS, 'Every event, including those that Seam adds later'),
	...eventTypeOptions.filter(({ value }) => OFTEN_USED.has(value)),
	...eventTypeOptions.filter(({ value }) => !OFTEN_USED.has(value)),
].map(withAction);

/** The types of event that a choice of Trigger On stands for. */
export const typesOf = (chosen: string): readonly string[] => GROUPS[chosen] ?? [chosen];
