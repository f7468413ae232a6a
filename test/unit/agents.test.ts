// What the nodes do as tools of an AI agent: nothing that is not allowed by name, and no PIN.
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { resources } from '../../nodes/Seam/resources';
import { Seam } from '../../nodes/Seam/Seam.node';
import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { SeamGetDevice } from '../../nodes/SeamGetDevice/SeamGetDevice.node';
import { SeamWaitForCodeSet } from '../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { startFakeSeam, type FakeSeam } from './support/fakeSeam.mts';
import { runNode } from './support/nodeHarness.mts';

const DEVICE = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const PIN = '581940';
const byId = { __rl: true, mode: 'id', value: DEVICE };
const device = { device_id: DEVICE, display_name: 'Front Door', properties: {} };
const code = {
	access_code_id: 'code-1',
	device_id: DEVICE,
	name: `Ada ${PIN}`,
	code: PIN,
	status: 'set',
	type: 'ongoing',
	pending_mutations: [
		{ mutation_code: 'updating_code', from: { code: '481516' }, to: { code: PIN } },
	],
};

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

const asTool = async (parameters: INodeParameters, node: typeof Seam = Seam) =>
	await runNode(node as typeof Seam, { parameters, seam, isTool: true });

const OPERATIONS = Object.entries(resources).flatMap(([resource, { operations }]) =>
	Object.entries(operations).map(
		([operation, { effect }]) => [`${resource}.${operation}`, effect] as const,
	),
);
const parametersOf = (action: string): INodeParameters => {
	const [resource, operation] = action.split('.');
	return { resource, operation };
};

const mutating = OPERATIONS.filter(([, effect]) => effect !== 'read');
test.each(mutating)('%s: is refused until it is allowed by name (%s)', async (action) => {
	const others = mutating.map(([other]) => other).filter((other) => other !== action);
	for (const allowedActions of [
		undefined,
		[],
		others,
		`={{ ["${action}"] }}`,
		`={{ $fromAI('a') }}`,
	]) {
		const parameters = { ...parametersOf(action), ...(allowedActions && { allowedActions }) };
		const refused = asTool(parameters as INodeParameters);
		await expect(refused).rejects.toThrow('is not allowed to AI agents with this tool');
		// n8n hands on nothing but the message.
		await expect(refused).rejects.toThrow("in the node 'Seam', under 'Allowed Actions'");
	}
	expect(seam.requests).toEqual([]);
});

test('only operations that begin with "get" or make up a PIN count as reading', () => {
	const reading = OPERATIONS.filter(([, effect]) => effect === 'read').map(([action]) => action);
	for (const action of reading) expect(action).toMatch(/\.(get|generatePin$)/);
	const deleting = OPERATIONS.filter(([action]) => /delete|remove/i.test(action));
	for (const [, effect] of deleting) expect(effect).toBe('delete');
	expect(mutating.length).toBeGreaterThan(12);
});

test('what is allowed by name is done', async () => {
	seam.respondWith('/locks/unlock_door', () => ({
		action_attempt: { action_attempt_id: 'attempt-1', status: 'success' },
	}));
	const [[{ json }]] = await asTool({
		...parametersOf('lock.unlock'),
		allowedActions: ['lock.unlock'],
		device: byId,
	});
	expect(json).toMatchObject({ status: 'success' });
});

test.each(['accessCode.get', 'accessCode.getMany'])(
	'%s: shows no PIN unless the node says so',
	async (action) => {
		seam.respondWith('/access_codes/get', () => ({ access_code: code }));
		seam.respondWith('/access_codes/list', () => ({ access_codes: [code] }));
		const parameters = {
			...parametersOf(action),
			accessCodeId: 'code-1',
			device: byId,
			simplify: false,
		};
		const [[hidden]] = await asTool(parameters);
		expect(JSON.stringify(hidden)).not.toMatch(/581940|481516/);
		expect(hidden.json).toMatchObject({
			access_code_id: 'code-1',
			name: 'Ada ****',
			withheld: expect.any(String),
		});
		for (const showPinsToAgent of ['true', '={{ true }}', 1] as unknown as string[]) {
			expect(JSON.stringify(await asTool({ ...parameters, showPinsToAgent }))).not.toContain(PIN);
		}
		const [[shown]] = await asTool({ ...parameters, showPinsToAgent: true });
		expect(shown.json).toMatchObject({ code: PIN });
		expect(shown.json).not.toHaveProperty('withheld');
	},
);

test('the wait tells that a code is ready, not its PIN; and takes no fallback without leave', async () => {
	seam.respondWith('/access_codes/get', () => ({
		access_code: { ...code, pending_mutations: [] },
	}));
	seam.respondWith('/devices/get', () => ({ device }));
	const wait = async (parameters: INodeParameters) =>
		await asTool({ accessCodeId: 'code-1', ...parameters }, SeamWaitForCodeSet as never);
	const [[{ json }]] = await wait({});
	expect(json).toMatchObject({ is_ready: true, withheld: expect.any(String) });
	expect(JSON.stringify(json)).not.toContain(PIN);
	const asked = seam.requests.length;
	await expect(wait({ fallback: 'backup_code' })).rejects.toThrow(
		"'Use the Fallback' is not allowed",
	);
	expect(seam.requests).toHaveLength(asked);
	const allowed = { fallback: 'backup_code', allowedActions: ['fallback'], showPinsToAgent: true };
	expect((await wait(allowed))[0][0].json).toMatchObject({ code_to_give: PIN });
});

test('the booking node plans, and creates only with leave', async () => {
	seam.respondWith('/devices/get', () => ({
		device: { ...device, device_type: 'august_lock', can_program_online_access_codes: true },
	}));
	seam.respondWith('/access_codes/list', () => ({ access_codes: [] }));
	seam.respondWith('/access_codes/unmanaged/list', () => ({ access_codes: [] }));
	const create = async (parameters: INodeParameters) =>
		await asTool({ device: byId, access: 'ongoing', ...parameters }, SeamCreateAccessCode as never);
	await expect(create({})).rejects.toThrow("'Create' is not allowed to AI agents");
	expect(seam.requests).toEqual([]);
	expect((await create({ planOnly: true }))[0][0].json).toMatchObject({ plan_only: true });
	expect(seam.requestsTo('/access_codes/create')).toEqual([]);
});

test('more than a model can hold is left off, and said so', async () => {
	const codes = Array.from({ length: 120 }, (_one, index) => ({
		...code,
		access_code_id: `code-${index}`,
	}));
	seam.respondWith('/access_codes/list', () => ({ access_codes: codes }));
	const parameters = { ...parametersOf('accessCode.getMany'), device: byId, returnAll: true };
	const [items] = await asTool(parameters);
	expect(items.length).toBeLessThanOrEqual(51);
	expect(items.at(-1)?.json).toMatchObject({ left_off: 120 - (items.length - 1) });
	const long = codes.slice(0, 3).map((one) => ({ ...one, name: 'x'.repeat(15_000) }));
	seam.respondWith('/access_codes/list', () => ({ access_codes: long }));
	expect((await asTool(parameters))[0]).toHaveLength(2);
});

const toolFieldsOf = (node: typeof Seam) =>
	(new node().description.properties as INodeProperties[]).filter(
		({ displayOptions }) => displayOptions?.show?.['@tool'] !== undefined,
	);

test.each([Seam, SeamCreateAccessCode, SeamGetDevice, SeamWaitForCodeSet] as Array<typeof Seam>)(
	'what guards %p is shown on tools alone, off, and takes no expression',
	(node) => {
		const guards = toolFieldsOf(node).filter(({ name }) => name !== 'toolDescription');
		expect(guards.map(({ name }) => name)).toContain('showPinsToAgent');
		for (const { displayOptions, noDataExpression, default: usual } of guards) {
			expect(displayOptions?.show?.['@tool']).toEqual([true]);
			expect(noDataExpression).toBe(true);
			expect([false, []]).toContainEqual(usual);
		}
	},
);

test('a model is told what an operation does, how times are written and when a PIN may be told', () => {
	const textOf = (resource: string, operation: string) =>
		toolFieldsOf(Seam).find(
			({ name, displayOptions }) =>
				name === 'toolDescription' &&
				displayOptions?.show?.resource?.includes(resource) &&
				displayOptions.show.operation?.includes(operation),
		)?.default;
	expect(textOf('lock', 'unlock')).toBe(
		'Unlock door. Unlock the door now. Opens a real door to whoever stands before it: use it only if the user has asked to open exactly this door now.',
	);
	expect(textOf('accessCode', 'update')).toContain('2026-12-01T15:00:00+01:00');
	expect(textOf('accessCode', 'get')).toContain('is_ready: true');
	expect(textOf('device', 'getMany')).toMatch(/Changes nothing\.$/);
	for (const [action] of OPERATIONS) {
		const [resource, operation] = action.split('.');
		expect(textOf(resource, operation)).toMatch(/^[A-Z].+\.$/);
	}
});
