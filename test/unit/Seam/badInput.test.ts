import { NodeApiError, type INodeParameters } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import { fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';
import { skippingWaits, useFakeClock } from '../support/time.mts';

const DEVICE = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const OTHER = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';
const byId = { __rl: true, mode: 'id', value: DEVICE };

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

async function refusal(parameters: INodeParameters) {
	return await runNode(Seam, { parameters, seam }).then(
		() => undefined,
		(error: Error & { description?: string }) => error,
	);
}

const NOTHING = '={{ $json.missing }}';
const GRANT = { devices: DEVICE, guestName: 'Ada' };

/** What is wrong, resource and operation, the other parameters, the sentence. */
const REFUSED: Array<[string, string, INodeParameters, string]> = [
	['no ID', 'accessCode: get', { accessCodeId: '' }, "'Access Code' is empty [item 0]"],
	['a blank ID', 'accessCode: delete', { accessCodeId: '  ' }, "'Access Code' is empty [item 0]"],
	[
		'an expression without a value',
		'actionAttempt: get',
		{ actionAttemptId: '={{ $json.missing }}' },
		"'Action Attempt ID' is an expression that gave nothing for this item [item 0]",
	],
	[
		'an expression in a field that is not set to Expression',
		'actionAttempt: get',
		{ actionAttemptId: '{{ $json.action_attempt_id }}' },
		"'Action Attempt ID' holds an expression as plain text [item 0]",
	],
	[
		'an expression whose braces n8n had closed already',
		'actionAttempt: get',
		{ actionAttemptId: '={{  "id" }} }}' },
		"'Action Attempt ID' has braces left over behind its expression [item 0]",
	],
	[
		'a thing in place of an ID',
		'event: get',
		{ eventId: '={{ {"a": 1} }}' },
		"'Event ID' is neither text nor a number [item 0]",
	],
	[
		'no device',
		'accessCode: getMany',
		{ device: { __rl: true, mode: 'list', value: '' } },
		"'Device' is empty [item 0]",
	],
	[
		'no booking key',
		'accessCode: delete',
		{ deleteBy: 'bookingKey', bookingKey: '', device: byId },
		"'Booking Key' is empty [item 0]",
	],
	[
		'no devices',
		'accessCode: createMultiple',
		{ devices: '' },
		"'Device Names or IDs' is empty [item 0]",
	],
	[
		'a PIN with letters',
		'accessCode: createMultiple',
		{ devices: DEVICE, additionalFields: { code: '47a1' } },
		"'PIN' is not made of 4 to 12 digits [item 0]",
	],
	[
		'a PIN that is too short',
		'accessCode: update',
		{ accessCodeId: 'code-1', updateFields: { code: '471' } },
		"'PIN' is not made of 4 to 12 digits [item 0]",
	],
	[
		'a time that is none',
		'accessCode: createMultiple',
		{ devices: DEVICE, startsAt: 'tomorrow' },
		"'Starts At': “tomorrow” is not a date or time [item 0]",
	],
	[
		'a date without a time of day',
		'accessCode: createMultiple',
		{ devices: DEVICE, endsAt: '2027-07-01' },
		"'Ends At': A time of day is needed, not only a date [item 0]",
	],
	[
		'nobody to give access to',
		'accessGrant: create',
		{ devices: DEVICE },
		"'Guest Name' is empty, and no email, phone number or user identity is given [item 0]",
	],
	[
		'no way in',
		'accessGrant: create',
		{ ...GRANT, accessMethods: [] },
		"'Access Methods' is empty [item 0]",
	],
	[
		'a PIN that is too long for a grant',
		'accessGrant: create',
		{ ...GRANT, additionalFields: { code: '1234567890' } },
		"'PIN' is not made of 4 to 9 digits [item 0]",
	],
	[
		'no doors',
		'accessGrant: create',
		{ guestName: 'Ada' },
		"'Device Names or IDs' is empty, and neither spaces nor entrances are given [item 0]",
	],
	[
		'no changes to a code',
		'accessCode: update',
		{ accessCodeId: 'code-1', updateFields: { name: ' ', startsAt: '' } },
		"'Update Fields' is empty, so there is nothing to change [item 0]",
	],
	[
		'no changes to a grant',
		'accessGrant: update',
		{ accessGrantId: 'grant-1' },
		"'Update Fields' is empty, so there is nothing to change [item 0]",
	],
	[
		'no changes to a device',
		'device: update',
		{ device: byId },
		"'Update Fields' is empty, so there is nothing to change [item 0]",
	],
	[
		'metadata that is not flat',
		'device: update',
		{ device: byId, updateFields: { customMetadataJson: '{"a":{"b":1}}' } },
		"'Custom Metadata (JSON)' is not a flat object of texts and true or false [item 0]",
	],
	[
		'metadata without a key',
		'device: update',
		{ device: byId, updateFields: { customMetadata: { values: [{ key: ' ', value: '7' }] } } },
		"'Custom Metadata' has a row without a key [item 0]",
	],
	[
		'metadata without a text',
		'device: update',
		{ device: byId, updateFields: { customMetadata: { values: [{ key: 'a', value: ['7'] }] } } },
		"'Custom Metadata' has no text under the key 'a' [item 0]",
	],
	[
		'metadata that is not JSON',
		'connectWebview: create',
		{ additionalFields: { customMetadataJson: '{a:' } },
		"'Custom Metadata (JSON)' is not a flat object of texts and true or false [item 0]",
	],
	[
		'no account',
		'connectedAccount: sync',
		{ connectedAccount: { __rl: true, mode: 'list', value: '' } },
		"'Connected Account' is empty [item 0]",
	],
	['no start of a search', 'event: getMany', { since: '' }, "'Since' is empty [item 0]"],
	[
		'a limit of nothing',
		'device: getMany',
		{ limit: 0 },
		"'Limit' must be a whole number of 1 or more [item 0]",
	],
	[
		'a limit that is no whole number',
		'device: getMany',
		{ limit: '={{ 2.5 }}' },
		"'Limit' must be a whole number of 1 or more [item 0]",
	],
	...['simplify', 'returnAll'].map((flag): [string, string, INodeParameters, string] => [
		`a ${flag} that is neither true nor false`,
		'accessCode: getMany',
		{ device: byId, [flag]: '={{ "maybe" }}' },
		`'${flag === 'simplify' ? 'Simplify' : 'Return All'}' must be true or false [item 0]`,
	]),
	[
		'another way to delete',
		'accessCode: delete',
		{ deleteBy: '={{ "key" }}', accessCodeId: 'code-1' },
		"'Delete By' is not set to one of its choices [item 0]",
	],
	[
		'another way to find a grant',
		'accessGrant: get',
		{ findBy: '={{ "name" }}', accessGrantId: 'grant-1' },
		"'Find By' is not set to one of its choices [item 0]",
	],
	[
		'another kind of access',
		'accessCode: update',
		{ accessCodeId: 'code-1', updateFields: { type: '={{ "forever" }}' } },
		"'Access' is not set to one of its choices [item 0]",
	],
	[
		'another answer to PINs that differ',
		'accessCode: createMultiple',
		{ devices: DEVICE, additionalFields: { behaviorWhenCodeCannotBeShared: '={{ "any" }}' } },
		"'When the PIN Can't Be Shared' is not set to one of its choices [item 0]",
	],
	[
		'a PIN length that is none',
		'accessCode: createMultiple',
		{ devices: DEVICE, additionalFields: { preferredCodeLength: '={{ "six" }}' } },
		"'Preferred PIN Length' must be a whole number from 4 to 12 [item 0]",
	],
	[
		'an access method that is none',
		'accessGrant: create',
		{ ...GRANT, accessMethods: '={{ ["code", "bell"] }}' },
		"'Access Methods' holds something that is not one of its choices [item 0]",
	],
	[
		'an end to remove that is neither yes nor no',
		'accessGrant: update',
		{ accessGrantId: 'grant-1', updateFields: { removeEnd: '={{ "maybe" }}' } },
		"'Remove End' must be true or false [item 0]",
	],
	[
		'an end that is to be removed and given',
		'accessGrant: update',
		{ accessGrantId: 'grant-1', updateFields: { removeEnd: true, endsAt: '2027-07-01T15:00' } },
		"'Remove End' is on, and 'Ends At' is given [item 0]",
	],
	[
		'a wait for the result that is neither yes nor no',
		'lock: unlock',
		{ device: byId, waitForResult: '={{ "maybe" }}' },
		"'Wait for Result' must be true or false [item 0]",
	],
	...(
		[
			['accessCode: createMultiple', { devices: DEVICE, endsAt: NOTHING }, 'Ends At'],
			['accessGrant: create', { ...GRANT, endsAt: NOTHING }, 'Ends At'],
			['accessCode: createMultiple', { devices: NOTHING }, 'Device Names or IDs'],
			[
				'accessCode: createMultiple',
				{ devices: DEVICE, additionalFields: { code: NOTHING } },
				'PIN',
			],
			['accessCode: getMany', { device: byId, filters: { search: NOTHING } }, 'Search'],
			['event: getMany', { since: NOTHING }, 'Since'],
			['event: getMany', { since: '2027-01-01T00:00', filters: { until: NOTHING } }, 'Until'],
			[
				'event: getMany',
				{ since: '2027-01-01T00:00', filters: { eventTypes: NOTHING } },
				'Event Types',
			],
			[
				'connectedAccount: get',
				{ connectedAccount: { __rl: true, mode: 'id', value: NOTHING } },
				'Connected Account',
			],
			[
				'accessCode: delete',
				{ deleteBy: 'bookingKey', bookingKey: NOTHING, device: byId },
				'Booking Key',
			],
		] as Array<[string, INodeParameters, string]>
	).map(([what, parameters, label]): [string, string, INodeParameters, string] => [
		`an expression that gives nothing for ${label}`,
		what,
		parameters,
		`'${label}' is an expression that gave nothing for this item [item 0]`,
	]),
	[
		'a wait without an end',
		'lock: unlock',
		{ device: byId, longestWait: 100_000 },
		"'Longest Wait (Seconds)' must be a number from 1 to 300 [item 0]",
	],
];

it.each(REFUSED)('refuses %s (%s) and sends nothing', async (_name, what, parameters, says) => {
	const [resource, operation] = what.split(': ');
	const error = await refusal({ resource, operation, ...parameters });
	expect(error?.message).toBe(says);
	expect(error?.description).toEqual(expect.stringMatching(/\w/));
	expect(seam.requests).toEqual([]);
});

it('refuses a time without an offset where the locks’ zones differ', async () => {
	seam.respondWith('/devices/get', ({ device_id }) => ({
		device: {
			device_id,
			properties: {},
			location: { time_zone: device_id === DEVICE ? 'Europe/Rome' : 'Asia/Tokyo' },
		},
	}));
	const error = await refusal({
		resource: 'accessCode',
		operation: 'createMultiple',
		devices: [DEVICE, OTHER],
		startsAt: '2027-07-01T08:00',
	});
	expect(error?.message).toContain("'Starts At' has no offset");
	expect(seam.requestsTo('/access_codes/create_multiple')).toEqual([]);
});

it('understands flags and numbers as text', async () => {
	const devices = Array.from({ length: 9 }, () => ({ device_id: DEVICE, properties: {} }));
	seam.respondWith('/devices/list', { devices });
	const parameters = { resource: 'device', operation: 'getMany', limit: '={{ "7" }}' };
	const run = async (returnAll: string) =>
		await runNode(Seam, { parameters: { ...parameters, returnAll }, seam });
	expect((await run('={{ "no" }}'))[0]).toHaveLength(7);
	expect((await run('={{ "Yes" }}'))[0]).toHaveLength(9);
});

it('leaves what the expression of an update gives nothing for', async () => {
	const access_code = { access_code_id: 'code-1', device_id: DEVICE };
	seam.respondWith('/access_codes/get', { access_code });
	seam.respondWith('/access_codes/update', {});
	await runNode(Seam, {
		parameters: {
			resource: 'accessCode',
			operation: 'update',
			accessCodeId: 'code-1',
			updateFields: { name: 'Bea', endsAt: NOTHING },
		},
		seam,
	});
	expect(seam.requestsTo('/access_codes/update').map(({ body }) => body)).toEqual([
		{ access_code_id: 'code-1', name: 'Bea' },
	]);
});

it('does not try to change an offline code', async () => {
	const access_code = { access_code_id: 'code-1', device_id: DEVICE, is_offline_access_code: true };
	seam.respondWith('/access_codes/get', { access_code });
	const error = await refusal({
		resource: 'accessCode',
		operation: 'update',
		accessCodeId: 'code-1',
		updateFields: { name: 'Bea' },
	});
	expect(error?.message).toBe(
		"Access code code-1 is an offline code, which can't be changed [item 0]",
	);
	expect(seam.requestsTo('/access_codes/update')).toEqual([]);
});

it('tells what Seam refused without the PIN', async () => {
	const access_code = { access_code_id: 'code-1', device_id: DEVICE };
	seam.respondWith('/access_codes/get', { access_code });
	seam.respondWith(
		'/access_codes/update',
		fault(409, 'duplicate_access_code', 'PIN 4711 is taken'),
	);
	const error = await refusal({
		resource: 'accessCode',
		operation: 'update',
		accessCodeId: 'code-1',
		updateFields: { code: '4711' },
	});
	expect(error).toBeInstanceOf(NodeApiError);
	// `node` is the user's own workflow, which n8n keeps anyway.
	const told = { ...error, message: error?.message, stack: error?.stack, node: undefined };
	expect(JSON.stringify(told)).not.toContain('4711');
	expect(error?.message).toContain('PIN **** is taken');
});

it('goes on with the other items where one fails', async () => {
	seam.respondWith('/access_codes/get', ({ access_code_id }) =>
		access_code_id === 'code-1'
			? fault(404, 'access_code_not_found', 'Gone')
			: { access_code: { access_code_id, device_id: DEVICE } },
	);
	const [items] = await runNode(Seam, {
		parameters: {
			resource: 'accessCode',
			operation: 'get',
			accessCodeId: '={{ $json.id }}',
			simplify: false,
		},
		items: [
			{ json: { id: 'code-0' } },
			{ json: { id: 'code-1' } },
			{ json: {} },
			{ json: { id: 'code-3' } },
		],
		onError: 'continueRegularOutput',
		seam,
	});
	expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
		[{ access_code_id: 'code-0', device_id: DEVICE }, { item: 0 }],
		[
			{
				id: 'code-1',
				details: { fix: expect.stringContaining('Check the ID') },
				error: expect.stringContaining(
					'Seam does not find access code code-1: Gone [item 1] Check the ID',
				),
			},
			{ item: 1 },
		],
		[
			{
				details: { fix: expect.any(String) },
				error: expect.stringContaining(
					"'Access Code' is an expression that gave nothing for this item [item 2]",
				),
			},
			{ item: 2 },
		],
		[{ access_code_id: 'code-3', device_id: DEVICE }, { item: 3 }],
	]);
	expect(seam.requests).toHaveLength(3);
});

describe('a lock that does not move', () => {
	beforeEach(() => useFakeClock());
	afterEach(() => jest.useRealTimers());

	const unlock = { resource: 'lock', operation: 'unlock', device: byId };
	const attempt = { action_attempt_id: 'attempt-1', status: 'pending' };

	it('is told in the words of the lock', async () => {
		const failed = {
			...attempt,
			status: 'error',
			error: { type: 'jammed', message: 'The bolt is jammed' },
		};
		seam.respondWith('/locks/unlock_door', { action_attempt: attempt });
		seam.respondWith(
			'/action_attempts/get',
			{ action_attempt: attempt },
			{ action_attempt: failed },
		);
		await expect(
			skippingWaits(async () => await runNode(Seam, { parameters: unlock, seam })),
		).rejects.toThrow(`Device ${DEVICE} did not unlock: The bolt is jammed [item 0]`);
		expect(seam.requestsTo('/locks/unlock_door')).toHaveLength(1);
	});

	it('is waited for no longer than asked', async () => {
		seam.respondWith('/locks/unlock_door', { action_attempt: attempt });
		seam.respondWith('/action_attempts/get', { action_attempt: attempt });
		await expect(
			skippingWaits(
				async () => await runNode(Seam, { parameters: { ...unlock, longestWait: 5 }, seam }),
			),
		).rejects.toThrow(
			`Device ${DEVICE} has not said within 5 seconds whether it did unlock [item 0]`,
		);
		expect(seam.requestsTo('/action_attempts/get')).toHaveLength(5);
	});

	it('that has not answered in time is told apart from one that failed', async () => {
		seam.respondWith('/locks/unlock_door', { action_attempt: attempt });
		seam.respondWith('/action_attempts/get', { action_attempt: attempt });
		const { result } = await skippingWaits(
			async () =>
				await runNode(Seam, { parameters: unlock, onError: 'continueRegularOutput', seam }),
		);
		expect(result[0][0].json.details).toMatchObject({
			outcome: 'pending',
			action_attempt_id: 'attempt-1',
		});
	});

	it('is not waited for where only the start was wanted', async () => {
		seam.respondWith('/locks/unlock_door', { action_attempt: attempt });
		const [[item]] = await runNode(Seam, { parameters: { ...unlock, waitForResult: false }, seam });
		expect(item.json).toEqual({
			...attempt,
			device_id: DEVICE,
			outcome: 'pending',
			why: 'Seam has told the lock to unlock; it has not answered yet',
		});
		expect(seam.requests).toHaveLength(1);
	});
});
