import { schemas } from '@seamapi/types/connect';

import { eventTypeOptions } from '../../../../nodes/shared/ui/eventTypes';

const names = eventTypeOptions.map(({ name }) => name);
const values = eventTypeOptions.map(({ value }) => String(value));

/** Added by Seam after the pinned types. */
const NEWER = [
	'access_code.delay_in_issuing',
	'access_code.failed_to_expire',
	'access_code.failed_to_issue',
	'access_code.failed_to_update',
	'access_code.issued',
];

it('offers every type of event that Seam sends, and no other', () => {
	const sentBySeam = schemas.seam_event.options.map(({ shape }) => shape.event_type.value);
	expect(sentBySeam.length).toBeGreaterThan(100);
	expect([...values].sort()).toEqual([...new Set([...sentBySeam, ...NEWER])].sort());
});

it.each(['access_code.delay_in_removing_from_device', 'connected_account.successful_login'])(
	'marks %s as deprecated',
	(type) => {
		const option = eventTypeOptions.find(({ value }) => value === type);
		expect(option?.description).toMatch(/^Deprecated by Seam.*: use /);
	},
);

it('names each type once, sorted by name', () => {
	expect(new Set(names).size).toBe(names.length);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
});

it.each([
	['access_code.deleted_external_to_seam', 'Access Code: Deleted External to Seam'],
	['access_code.unmanaged.created', 'Unmanaged Access Code: Created'],
	['access_grant.access_granted_to_all_doors', 'Access Grant: Access Granted to All Doors'],
	['acs_access_group.deleted', 'Access System Group: Deleted'],
	['acs_credential.issued', 'Access System Credential: Issued'],
	['acs_system.added', 'Access System: Added'],
	[
		'action_attempt.simulate_manual_lock_via_keypad.failed',
		'Action Attempt: Simulate Manual Lock via Keypad Failed',
	],
	['device.error.subscription_required.resolved', 'Device: Subscription Required Resolved'],
	['device.unmanaged.disconnected', 'Unmanaged Device: Disconnected'],
])('shows %s as %s', (type, name) => {
	expect(names[values.indexOf(type)]).toBe(name);
});

it('puts types of one group under one heading', () => {
	const headings = new Map<string, Set<string>>();
	for (const [index, value] of values.entries()) {
		const group = /^\w+(\.unmanaged)?/.exec(value)?.[0] ?? '';
		headings.set(group, (headings.get(group) ?? new Set()).add(names[index].split(': ')[0]));
	}
	const several = [...headings].filter(([, found]) => found.size !== 1);
	expect(several).toEqual([]);
	expect(new Set([...headings.values()].flatMap((found) => [...found])).size).toBe(headings.size);
});

it('describes in other words than the name', () => {
	for (const { name, description } of eventTypeOptions) {
		if (description) expect(description).not.toBe(name);
		expect(name).toMatch(/^[A-Z][A-Za-z ]+: [A-Z][A-Za-z ]+$/);
	}
});
