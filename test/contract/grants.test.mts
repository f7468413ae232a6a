// Grants, their access methods, entrances and reservations, with Seam's official client.
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

const START = '2027-03-01T15:00:00.000Z';
const END = '2027-03-04T11:00:00.000Z';
const NOW = '2027-03-01T14:30:00.000Z';
const DAY = 86_400_000;

let sandbox: TestSandbox;
let known: { entrances: Record<string, string>; systems: Record<string, string> };
beforeAll(async () => {
	sandbox = await startTestSandbox();
});
beforeEach(async () => {
	await sandbox.control('POST', '/sandbox/reset');
	await sandbox.freezeAt(NOW);
	known = await sandbox.control('GET', '/sandbox/entrances');
});
afterAll(async () => await sandbox.close());

type Wish = Parameters<TestSandbox['seam']['accessGrants']['create']>[0];
const guest = { full_name: 'Ada Lovelace', email_address: 'ada@example.com' };
const grantWith = async (wish: object) =>
	await sandbox.seam.accessGrants.create({
		user_identity: guest,
		starts_at: START,
		ends_at: END,
		requested_access_methods: [{ mode: 'code' }],
		...wish,
	} as Wish);

async function eventTypes(prefix: string): Promise<string[]> {
	const events = await sandbox.seam.events.list({ since: '2027-01-01T00:00:00.000Z' });
	return events.map(({ event_type: type }) => type).filter((type) => type.startsWith(prefix));
}

test('a PIN is programmed on every lock, issued, moved and ended with its grant', async () => {
	const device_ids = [await sandbox.device('august'), await sandbox.device('yale')];
	const { access_grant_id, access_method_ids } = await grantWith({
		device_ids,
		access_grant_key: 'HA-1',
		requested_access_methods: [{ mode: 'code', code: '583746' }],
	});
	expect(access_method_ids).toHaveLength(1);
	const [access_method_id] = access_method_ids;
	const read = async () => await sandbox.seam.accessMethods.get({ access_method_id });
	expect(await read()).toMatchObject({ mode: 'code', is_issued: false, code: null });

	await sandbox.advance(3_000);
	expect(await read()).toMatchObject({ is_issued: true, code: '583746', pending_mutations: [] });
	const codes = await sandbox.seam.accessCodes.list({ access_grant_id });
	expect(codes.map(({ device_id, code, ends_at }) => [device_id, code, ends_at])).toEqual(
		device_ids.map((id) => [id, '583746', END]),
	);
	await sandbox.advance(40 * 60_000);
	for (const id of device_ids) {
		expect(await sandbox.keypad(id, '583746')).toMatchObject({ opens: true });
	}

	const later = '2027-03-05T11:00:00.000Z';
	await sandbox.seam.accessGrants.update({ access_grant_id, ends_at: later });
	await sandbox.advance(3_000);
	const moved = await sandbox.seam.accessCodes.list({ access_grant_key: 'HA-1' });
	expect(moved.map(({ ends_at }) => ends_at)).toEqual([later, later]);

	await sandbox.seam.accessGrants.delete({ access_grant_id });
	await sandbox.advance(3_000);
	for (const id of device_ids) {
		expect(await sandbox.keypad(id, '583746')).toMatchObject({ opens: false });
	}
	await expect(read()).rejects.toMatchObject({ statusCode: 404 });
	expect(await eventTypes('access_grant.')).toEqual([
		'access_grant.created',
		'access_grant.access_granted_to_all_doors',
		'access_grant.access_times_changed',
		'access_grant.deleted',
	]);
	expect(await eventTypes('access_method.')).toEqual([
		'access_method.created',
		'access_method.issued',
		'access_method.revoked',
		'access_method.deleted',
	]);
});

test('a PIN that is taken is replaced, and the grant says so', async () => {
	const device_id = await sandbox.device('august');
	await sandbox.seam.accessCodes.create({ device_id, code: '583746' });
	const grant = await grantWith({
		device_ids: [device_id],
		requested_access_methods: [{ mode: 'code', code: '583746' }],
	});
	expect(grant.warnings).toMatchObject([
		{ warning_code: 'requested_code_unavailable', device_id, original_code: '583746' },
	]);
	await sandbox.advance(3_000);
	const [method] = await sandbox.seam.accessMethods.list({
		access_grant_id: grant.access_grant_id,
	});
	expect(method.code).not.toBe('583746');
});

test('a method that is not issued in time is late, then failed, then issued after all', async () => {
	const device_id = await sandbox.device('august');
	await sandbox.control('POST', '/sandbox/devices/state', { device: device_id, online: false });
	const { access_grant_id } = await grantWith({ device_ids: [device_id] });
	const read = async () => (await sandbox.seam.accessMethods.list({ access_grant_id }))[0];
	await sandbox.advance(20 * 60_000);
	expect((await read()).warnings).toMatchObject([{ warning_code: 'delay_in_issuing' }]);
	await sandbox.advance(15 * 60_000);
	expect(await read()).toMatchObject({
		is_issued: false,
		errors: [{ error_code: 'failed_to_issue' }],
	});
	await sandbox.control('POST', '/sandbox/devices/state', { device: device_id, online: true });
	await sandbox.advance(DAY / 24);
	expect(await read()).toMatchObject({ is_issued: true, errors: [], warnings: [] });
	expect(await eventTypes('access_method.')).toEqual([
		'access_method.created',
		'access_method.delay_in_issuing',
		'access_method.failed_to_issue',
		'access_method.issued',
	]);
});

test('a mobile key gets a link, a card waits to be encoded', async () => {
	const { office_lobby: entrance } = known.entrances;
	const { access_grant_id } = await grantWith({
		acs_entrance_ids: [entrance],
		requested_access_methods: [
			{ mode: 'mobile_key', instant_key_max_use_count: 2 },
			{ mode: 'card' },
		],
	});
	await sandbox.advance(3_000);
	const [key, card] = await sandbox.seam.accessMethods.list({ access_grant_id });
	expect(key).toMatchObject({
		mode: 'mobile_key',
		is_issued: true,
		instant_key_url: expect.stringContaining('http'),
	});
	expect(card).toMatchObject({ is_issued: false, is_ready_for_encoding: true });
	expect(await sandbox.seam.accessGrants.get({ access_grant_id })).toMatchObject({
		instant_key_url: key.instant_key_url,
	});
	await sandbox.control('POST', `/sandbox/access_methods/${card.access_method_id}/encode`);
	expect(await eventTypes('access_method.')).toContain('access_method.card_encoding_required');
	expect(
		await sandbox.seam.accessMethods.get({ access_method_id: card.access_method_id }),
	).toMatchObject({ is_issued: true, is_ready_for_encoding: false });

	await sandbox.seam.accessMethods.delete({ access_method_id: key.access_method_id });
	expect(
		await sandbox.seam.accessMethods.list({ access_grant_id, acs_entrance_id: entrance }),
	).toHaveLength(1);
	const more = await sandbox.seam.accessGrants.requestAccessMethods({
		access_grant_id,
		requested_access_methods: [{ mode: 'code' }],
	});
	expect(more.access_method_ids).toHaveLength(2);
});

test('a key for a lock that takes none is an error of the grant', async () => {
	const { errors, access_method_ids } = await grantWith({
		device_ids: [await sandbox.device('august')],
		requested_access_methods: [{ mode: 'mobile_key' }],
	});
	expect(access_method_ids).toEqual([]);
	expect(errors).toMatchObject([{ error_code: 'cannot_create_requested_access_methods' }]);
	expect(await eventTypes('access_grant.could_not')).toHaveLength(1);
});

test("a hotel's door needs the key of a reservation", async () => {
	const wish = {
		acs_entrance_ids: [known.entrances.hotel_room],
		requested_access_methods: [{ mode: 'mobile_key' }],
	};
	await expect(grantWith(wish)).rejects.toMatchObject({ statusCode: 400 });
	const grant = await grantWith({ ...wish, reservation_key: 'R-1' });
	expect(grant.reservation_key).toBe('R-1');
	await sandbox.seam.accessMethods.delete({ reservation_key: 'R-1' });
	const { access_grant_id } = grant;
	expect(await sandbox.seam.accessMethods.list({ access_grant_id })).toEqual([]);
});

test('entrances are listed by system, account, space and name', async () => {
	const { hotel_room, office_lobby } = known.entrances;
	const idsOf = async (filters: object) =>
		(await sandbox.seam.acs.entrances.list(filters)).map(({ acs_entrance_id: id }) => id);
	expect(await idsOf({})).toEqual([office_lobby, hotel_room]);
	expect(await idsOf({ acs_system_id: known.systems.visionline })).toEqual([hotel_room]);
	expect(await idsOf({ search: 'lobby' })).toEqual([office_lobby]);
	const { space_id } = await sandbox.seam.spaces.create({
		name: 'Suite',
		acs_entrance_ids: [hotel_room],
	});
	expect(await idsOf({ space_id })).toEqual([hotel_room]);
	const entrance = await sandbox.seam.acs.entrances.get({ acs_entrance_id: hotel_room });
	expect(entrance).toMatchObject({ display_name: 'Room 204', space_ids: [space_id] });
	const { acs_system_id } = entrance;
	expect(await sandbox.seam.acs.systems.get({ acs_system_id })).toMatchObject({
		external_type: 'visionline_system',
	});
	expect(await idsOf({ connected_account_id: (await entrance).connected_account_id })).toEqual([
		hotel_room,
	]);
});

test('a grant of a space is found by it, with all that belongs to it', async () => {
	const device_id = await sandbox.device('august');
	const { space_id } = await sandbox.seam.spaces.create({
		name: 'Flat',
		space_key: 'listing-1',
		device_ids: [device_id],
		acs_entrance_ids: [known.entrances.office_lobby],
	});
	const { access_grant_id } = await grantWith({ space_keys: ['listing-1'] });
	const [found] = await sandbox.seam.accessGrants.list({ space_id });
	expect(found).toMatchObject({ access_grant_id, space_ids: [space_id] });
	const related = await sandbox.seam.accessGrants.getRelated({
		access_grant_ids: [access_grant_id],
	});
	expect(related).toMatchObject({
		access_methods: [{ mode: 'code' }, { mode: 'code' }],
		devices: [{ device_id }],
		acs_entrances: [{ display_name: 'Office Lobby' }],
		acs_systems: [{ external_type: 'brivo_account' }],
		spaces: [{ space_key: 'listing-1' }],
		user_identities: [{ full_name: 'Ada Lovelace' }],
	});
	const only = await sandbox.seam.accessGrants.getRelated({
		access_grant_ids: [access_grant_id],
		include: ['spaces'],
	});
	expect(Object.keys(only)).toEqual(['spaces']);
});

describe('reservations', () => {
	const customer_key = 'host-7';
	const reservation = {
		reservation_key: 'HA-1',
		user_identity_key: 'guest-1',
		starts_at: START,
		ends_at: END,
		space_keys: ['listing-1'],
		preferred_code: '583746',
	};
	const person = { user_identity_key: 'guest-1', name: 'Ada', email_address: 'ada@example.com' };
	const push = async (more: object = {}) =>
		await sandbox.seam.customers.pushData({
			customer_key,
			user_identities: [person],
			reservations: [{ ...reservation, ...more }],
		});
	const grants = async () => await sandbox.seam.accessGrants.list({ reservation_key: 'HA-1' });
	let device_id: string;
	beforeEach(async () => {
		device_id = await sandbox.device('august');
		await sandbox.seam.spaces.create({
			name: 'Flat',
			space_key: 'listing-1',
			device_ids: [device_id],
		});
	});

	test('become grants, move with them and end them', async () => {
		await push();
		await push({ ends_at: '2027-03-05T11:00:00.000Z' });
		expect(await grants()).toMatchObject([
			{ reservation_key: 'HA-1', ends_at: '2027-03-05T11:00:00.000Z' },
		]);
		await sandbox.advance(3_000);
		const [{ access_grant_id }] = await grants();
		expect(await sandbox.seam.accessCodes.list({ access_grant_id })).toMatchObject([
			{ device_id, code: '583746', ends_at: '2027-03-05T11:00:00.000Z' },
		]);
		expect(await sandbox.seam.accessGrants.list({ customer_key })).toHaveLength(1);
		await sandbox.seam.customers.deleteData({ reservation_keys: ['HA-1'] });
		expect(await grants()).toEqual([]);
		await sandbox.seam.customers.deleteData({ reservation_keys: ['HA-1'] });
	});

	test('of a space that nobody knows come to nothing, in silence', async () => {
		await push({ space_keys: ['listing-2'] });
		expect(await grants()).toEqual([]);
	});

	test('of a guest with the address of another one are skipped, in silence', async () => {
		await push();
		await sandbox.seam.customers.pushData({
			customer_key,
			user_identities: [{ ...person, user_identity_key: 'guest-2' }],
			reservations: [{ ...reservation, reservation_key: 'HA-2', user_identity_key: 'guest-2' }],
		});
		expect(await sandbox.seam.accessGrants.list({ reservation_key: 'HA-2' })).toEqual([]);
	});
});
