// What hosts and guests ran into: whole bookings by the nodes' own execute over HTTP, and the keypad as the judge.
import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { Seam } from '../../nodes/Seam/Seam.node';
import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { API_KEY } from '../../sandbox/credentials.mts';
import { runNode } from '../unit/support/nodeHarness.mts';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

let sandbox: TestSandbox;
const realNow = Date.now.bind(Date);

beforeAll(async () => {
	sandbox = await startTestSandbox();
});
afterEach(() => {
	Date.now = realNow;
});
afterAll(async () => await sandbox.close());

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** The sandbox's clock and the nodes'. */
async function setTime(iso: string) {
	await sandbox.freezeAt(iso);
	Date.now = () => Date.parse(iso);
}

async function run(node: new () => INodeType, parameters: INodeParameters): Promise<IDataObject[]> {
	const [items] = await runNode(node, {
		seam: { baseUrl: sandbox.server.url },
		credential: { apiKey: API_KEY },
		executionId: randomUUID(),
		parameters,
	});
	return items.map(({ json }) => json);
}

const create = async (parameters: INodeParameters) => await run(SeamCreateAccessCode, parameters);
const opens = async (device: string, { code }: IDataObject) =>
	(await sandbox.keypad(device, String(code))).opens;

test('a guest who arrives after an igloohome code has lapsed gets one that opens', async () => {
	const device = await sandbox.device('igloohome');
	const booking = {
		device: byId(device),
		name: 'Guest One',
		bookingKey: 'late',
		endsAt: '2026-12-10',
	};
	await setTime('2026-12-01T10:00:00Z');
	const [first] = await create({ ...booking, startsAt: '2026-12-05' });
	await setTime('2026-12-06T02:00:00Z');
	const [second] = await create({ ...booking, startsAt: '2026-12-06T20:00' });
	expect(second).toMatchObject({ was_created: true });
	expect(second.cannot_be_revoked).toMatchObject([{ access_code_id: first.access_code_id }]);
	await setTime('2026-12-06T12:05:00Z');
	const { access_codes: codes } = (await sandbox.call('/access_codes/list', { device_id: device }))
		.body as { access_codes: IDataObject[] };
	const handedOut = codes.find(({ access_code_id: id }) => id === second.access_code_id);
	expect(await opens(device, handedOut ?? {})).toBe(true);
});

test('a PIN that the lock refuses for good does not come back, not even after delete and create', async () => {
	await setTime('2026-12-01T10:00:00Z');
	const device = await sandbox.device('yale');
	const booking = {
		device: byId(device),
		bookingKey: 'A',
		startsAt: '2026-12-02',
		endsAt: '2026-12-05',
	};
	const refuse = async ({ access_code_id: id }: IDataObject) =>
		await sandbox.control('POST', `/sandbox/access_codes/${String(id)}/fail`, {
			error_code: 'duplicate_code_on_device',
		});
	const [first] = await create(booking);
	await refuse(first);
	const [second] = await create(booking);
	expect(second).toMatchObject({
		access_code_id: first.access_code_id,
		was_created: false,
		changes: [{ field: 'code' }],
	});
	expect(second.code).not.toBe(first.code);
	await refuse(second);
	await run(Seam, {
		...{ resource: 'accessCode', operation: 'delete', deleteBy: 'bookingKey' },
		...{ bookingKey: 'A', device: byId(device) },
	});
	await setTime('2026-12-01T10:05:00Z');
	const [third] = await create(booking);
	expect(third.was_created).toBe(true);
	expect([first.code, second.code]).not.toContain(third.code);
});

test('the second guest with the same last four digits gets five, and the host is told', async () => {
	await setTime('2026-12-01T10:00:00Z');
	const device = byId(await sandbox.device('august'));
	const phone = { device, pin: 'phone' };
	const [first] = await create({
		...{ ...phone, phone: '+1 650 555 0431', bookingKey: 'one' },
		...{ startsAt: '2026-12-02', endsAt: '2026-12-05' },
	});
	const [second] = await create({
		...{ ...phone, phone: '+49 170 2220431', bookingKey: 'two' },
		...{ startsAt: '2026-12-07', endsAt: '2026-12-09' },
	});
	expect([first.code, second.code]).toEqual(['0431', '20431']);
	expect(second.plan).toMatchObject({
		warnings: expect.arrayContaining([expect.objectContaining({ code: 'phone_pin_longer' })]),
		reasons: expect.arrayContaining([
			expect.objectContaining({ rule: 'pin', value: 'the last 5 digits of the phone number' }),
		]),
	});
});

test('a previous lock that Seam no longer knows costs no code', async () => {
	await setTime('2026-12-01T10:00:00Z');
	const gone = '11111111-2222-4333-8444-555555555555';
	const [item] = await create({
		...{ device: byId(await sandbox.device('schlage')), bookingKey: 'R1' },
		...{ startsAt: '2026-12-02', endsAt: '2026-12-05', options: { previousLocks: gone } },
	});
	expect(item).toMatchObject({
		was_created: true,
		previous_locks: [{ device_id: gone, result: 'gone' }],
	});
});

test.each([
	['august', false],
	['igloohome', true],
])(
	'a guest who left early: the PIN on %s opens no more, or it is said',
	async (template, isOpen) => {
		const device = await sandbox.device(template);
		const booking = { device: byId(device), bookingKey: 'early' };
		await setTime('2026-12-01T10:00:00Z');
		const [first] = await create({ ...booking, startsAt: '2026-12-01', endsAt: '2026-12-08' });
		await setTime('2026-12-03T18:00:00Z');
		await sandbox.advance(0);
		const [ended] = await create({
			...{ ...booking, startsAt: '2026-12-01', endsAt: '2026-12-03T08:00' },
			options: { timeZone: 'named', timeZoneName: 'America/New_York' },
		});
		expect(ended).toMatchObject({ stay_is_over: true, access_code_id: first.access_code_id });
		expect((ended.cannot_be_revoked as IDataObject[]).length > 0).toBe(isOpen);
		await setTime('2026-12-03T18:30:00Z');
		if (!isOpen) expect(await opens(device, first)).toBe(false);
	},
);
