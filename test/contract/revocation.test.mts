// Which codes Seam lets go of: online ones always, offline ones only where an Oracode code says so of itself.
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

let sandbox: TestSandbox;
beforeAll(async () => {
	sandbox = await startTestSandbox();
	await sandbox.freezeAt('2026-06-01T10:00:00Z');
});
afterAll(() => sandbox.close());

const oracodeStay = {
	starts_at: '2026-06-10T16:00:00-07:00',
	ends_at: '2026-06-12T10:00:00-07:00',
	is_offline_access_code: true,
};
const igloohomeStay = { ...oracodeStay, max_time_rounding: '1h' };
const later = { ends_at: '2026-06-13T10:00:00-07:00' };
const earlier = { starts_at: '2026-06-09T16:00:00-07:00' };
const online = { starts_at: oracodeStay.starts_at, ends_at: oracodeStay.ends_at };

test.each([
	['deletes an online code', 'august', online, {}, null, 200],
	['keeps an igloohome offline code', 'igloohome_bridge', igloohomeStay, {}, null, 400],
	['keeps a Lockly offline code', 'lockly', igloohomeStay, {}, null, 400],
	['keeps an Oracode code', 'oracode', oracodeStay, {}, null, 400],
	[
		'cancels an Oracode code that can be',
		'oracode',
		oracodeStay,
		{ is_cancellable: true },
		null,
		200,
	],
	['extends an online code', 'august', online, {}, later, 200],
	['does not extend an igloohome offline code', 'igloohome_bridge', igloohomeStay, {}, later, 400],
	['does not extend an Oracode code', 'oracode', oracodeStay, {}, later, 400],
	[
		'extends an Oracode code that can be',
		'oracode',
		oracodeStay,
		{ is_extendable: true },
		later,
		200,
	],
	[
		'does not let an extendable one start earlier',
		'oracode',
		oracodeStay,
		{ is_extendable: true },
		earlier,
		400,
	],
	[
		'lets one start earlier that can',
		'oracode',
		oracodeStay,
		{ is_early_checkin_able: true },
		earlier,
		200,
	],
	[
		'does not rename an offline code',
		'oracode',
		oracodeStay,
		{ is_extendable: true },
		{ name: 'B' },
		400,
	],
] as const)('%s', async (_name, template, request, flags, change, status) => {
	const device_id = await sandbox.device(template);
	const created = await sandbox.call('/access_codes/create', { device_id, ...request });
	expect([created.status, created.body.error]).toEqual([200, undefined]);
	const { access_code_id } = created.body.access_code as { access_code_id: string };
	if (Object.keys(flags).length > 0) {
		await sandbox.control('POST', `/sandbox/access_codes/${access_code_id}/flags`, flags);
	}
	const answer = await sandbox.call(`/access_codes/${change === null ? 'delete' : 'update'}`, {
		access_code_id,
		...change,
	});
	expect([answer.status, answer.body.error !== undefined]).toEqual([status, status !== 200]);
});

test.each([
	['an online code that becomes an offline one', { is_offline_access_code: true }, 400],
	[
		'an end that has passed',
		{ ends_at: '2026-06-01T09:00:00Z', starts_at: '2026-05-30T09:00:00Z' },
		400,
	],
	['a PIN that another code has', { code: '4822' }, 409],
	['a PIN that the lock cannot hold', { code: '48221234' }, 400],
	['nothing', {}, null],
	['a free PIN', { code: '4823' }, null],
	['no end any more', { type: 'ongoing' }, null],
])('an update to %s', async (_name, change, refusedWith) => {
	const device_id = await sandbox.device('yale');
	const { access_code_id } = await sandbox.seam.accessCodes.create({ device_id, ...online });
	await sandbox.seam.accessCodes.create({ device_id, code: '4822' });
	const { status } = await sandbox.call('/access_codes/update', { access_code_id, ...change });
	expect(status).toBe(refusedWith ?? 200);
	const after = await sandbox.seam.accessCodes.get({ access_code_id });
	const { type, code } = { type: 'time_bound', code: after.code, ...change } as typeof after;
	if (refusedWith === null) expect(after).toMatchObject({ type, code });
});
