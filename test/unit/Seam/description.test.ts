import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import { subtitleOf } from '../support/nodeHarness.mts';

const { properties } = new Seam().description;

const optionsOf = ({ options = [] }: INodeProperties) =>
	options as Array<{ name: string; displayName?: string; description?: string; action?: string }>;

it('gives each operation a description and an action that names more than the operation', () => {
	const operations = properties.filter(({ name }) => name === 'operation').flatMap(optionsOf);
	expect(operations.length).toBeGreaterThan(20);
	for (const { name, description, action } of operations) {
		expect(description).toMatch(/^[A-Z].*[^.]$/);
		expect(description).not.toBe(name);
		expect(action).toMatch(/^[A-Z][A-Za-z ]+$/);
	}
});

it('starts each resource with an operation that it has', () => {
	const fields = properties.filter(({ name }) => name === 'operation');
	expect(fields.length).toBe(optionsOf(properties[0]).length);
	for (const field of fields) {
		expect(field.options?.map((option) => 'value' in option && option.value)).toContain(
			field.default,
		);
	}
});

it('says which nodes create a code and wait for it: in the node panel and where codes are worked with', () => {
	const NODES = /Seam Create Access Code.+Seam Wait for Code Set/;
	expect(new Seam().description.description).toMatch(NODES);
	const notice = properties.find(({ name }) => name === 'otherNodesNotice');
	expect(notice).toMatchObject({
		type: 'notice',
		displayName: expect.stringMatching(NODES) as string,
		displayOptions: { show: { resource: ['accessCode'] } },
	});
});

describe('the subtitle', () => {
	const chosen = (cachedResultName: string) => ({
		...{ __rl: true, mode: 'list', value: '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905' },
		cachedResultName,
	});
	const device = chosen('Front Door · August · America/New_York · connected · battery 80%');
	const accessCodeId = chosen('Ada – Front Door, 2027-03-01 to 2027-03-05');
	const onTheLock = { resource: 'lock', operation: 'unlock' };
	const deletion = { resource: 'accessCode', operation: 'delete' };

	it.each<[string, INodeParameters]>([
		['Unlock: Lock', onTheLock],
		['Unlock: Lock · Front Door', { ...onTheLock, device }],
		[
			'Unlock: Lock · Flat 3',
			{ ...onTheLock, device: { ...device, mode: 'name', value: 'Flat 3' } },
		],
		[
			'Unlock: Lock',
			{ ...onTheLock, device: { __rl: true, mode: 'name', value: '={{ $json.door }}' } },
		],
		['Unlock: Lock', { ...onTheLock, device: '={{ $json.device_id }}' }],
		['Delete: Access Code · Ada – Front Door', { ...deletion, accessCodeId, device }],
		[
			'Delete: Access Code · Front Door',
			{ ...deletion, deleteBy: 'bookingKey', bookingKey: 'HA-1', accessCodeId, device },
		],
		[
			'Get: Access Grant · Lovelace, Ada',
			{
				...{ resource: 'accessGrant', operation: 'get' },
				accessGrantId: chosen('Lovelace, Ada, to no end'),
			},
		],
		[
			'Update: Noise Threshold · Night Rest – Lounge',
			{
				...{ resource: 'noiseThreshold', operation: 'update', device },
				noiseThresholdId: chosen('Night Rest – Lounge, 22:00 to 07:00'),
			},
		],
		[
			'Add Devices: Space · Harbour House (HH-1)',
			{ resource: 'space', operation: 'addDevices', spaceId: chosen('Harbour House (HH-1)') },
		],
		['Get Many: Device', { resource: 'device', operation: 'getMany' }],
		['Generate PIN: Access Code', { resource: 'accessCode', operation: 'generatePin' }],
	])('says %s', (subtitle, parameters) => {
		expect(subtitleOf(Seam, parameters)).toBe(subtitle);
	});
});
