import { readEventTypes } from '../../../nodes/SeamTrigger/eventChoice';
import { triggerOptions, typesOf } from '../../../nodes/SeamTrigger/eventGroups';
import { SeamTrigger } from '../../../nodes/SeamTrigger/SeamTrigger.node';
import { eventTypeOptions } from '../../../nodes/shared/ui/eventTypes';
import { subtitleOf } from '../support/nodeHarness.mts';

const values = triggerOptions.map(({ value }) => String(value));
const GROUPS = ['code_ready', 'code_trouble', 'door_activity', 'lock_trouble'];

it('offers the groups first, then all events, then what hosts use, then the others', () => {
	expect(values.slice(0, 13)).toEqual([
		...[...GROUPS, '*'],
		...['access_code.deleted', 'access_code.failed_to_set_on_device', 'access_code.set_on_device'],
		...['device.connected', 'device.disconnected', 'device.low_battery'],
		...['lock.locked', 'lock.unlocked'],
	]);
	const others = triggerOptions.slice(13).map(({ name }) => name);
	expect(others.length).toBeGreaterThan(100);
	expect(others).toEqual([...others].sort((a, b) => a.localeCompare(b)));
});

it.each([
	['code_ready', 'On a code that is ready'],
	['*', 'On every event'],
	['access_code.backup_access_code_pulled', 'On access code: backup code pulled'],
	['access_code.deleted_external_to_seam', 'On access code: deleted external to Seam'],
	['lock.unlocked', 'On lock: unlocked'],
])('the panel lists %s as “%s”', (type, action) => {
	expect(triggerOptions.find(({ value }) => value === type)?.action).toBe(action);
});

it('has no action twice', () => {
	const actions = triggerOptions.map(({ action }) => action);
	expect(new Set(actions).size).toBe(actions.length);
});

it('describes in the panel both what it and what the node Seam does, which n8n lists as one', () => {
	const { description } = new SeamTrigger().description;
	expect(description).toMatch(
		/^Work with access codes, grants.*; the trigger starts the workflow when/,
	);
});

it('offers every type once', () => {
	const types = eventTypeOptions.map(({ value }) => value);
	expect([...values].sort()).toEqual([...GROUPS, '*', ...types].map(String).sort());
});

it.each(GROUPS)('%s stands for types that Seam sends', (group) => {
	const types = typesOf(group);
	expect(types.length).toBeGreaterThan(1);
	expect(types.filter((type) => !values.includes(type))).toEqual([]);
});

it('asks Seam for the types of the groups, each once', () => {
	expect(readEventTypes(['door_activity', 'lock.locked', 'device.connected'])).toEqual([
		'device.connected',
		'lock.access_denied',
		'lock.locked',
		'lock.unlocked',
	]);
	expect(readEventTypes('code_ready,*')).toEqual(['*']);
});

describe('the subtitle', () => {
	const cachedResultName = 'Front Door · August · America/New_York · connected · battery 80%';
	it.each([
		['', []],
		['All Events', ['*']],
		['Code Trouble, Lock Trouble', ['code_trouble', 'lock_trouble']],
		['Access Code: Set on Device', ['access_code.set_on_device']],
		['Lock: Locked, Lock: Unlocked and 2 More', ['lock.locked', 'lock.unlocked', 'a.b', 'c.d']],
	])('says %s', (subtitle, events) => {
		expect(subtitleOf(SeamTrigger, { events })).toBe(subtitle);
	});

	it.each([
		['All Events · Front Door', { mode: 'list', value: 'an ID', cachedResultName }],
		['All Events · Flat 3', { mode: 'name', value: 'Flat 3' }],
		['All Events', { mode: 'name', value: '={{ $json.door }}' }],
		['All Events', { mode: 'name', value: '' }],
		['All Events', { mode: 'id', value: 'an ID' }],
	])('says which lock: %s', (subtitle, chosen) => {
		const filters = { device: { __rl: true, ...chosen } };
		expect(subtitleOf(SeamTrigger, { events: ['*'], filters })).toBe(subtitle);
	});
});
