import { fault, type FakeSeam, type Json } from '../support/fakeSeam.mts';

export const FRONT_DOOR = '11111111-1111-4111-8111-111111111111';
export const FLAT = '22222222-2222-4222-8222-222222222222';
export const GARDEN_GATE = '33333333-3333-4333-8333-333333333333';
export const SHED = '44444444-4444-4444-8444-444444444444';
export const RADIATOR = '55555555-5555-4555-8555-555555555555';
export const CABIN = '66666666-6666-4666-8666-666666666666';
export const MANOR = '88888888-8888-4888-8888-888888888888';
export const CELLAR = '77777777-7777-4777-8777-777777777777';

const device = (device_id: string, display_name: string, device_type: string, more: Json = {}) => ({
	device_id,
	display_name,
	device_type,
	is_managed: true,
	can_program_online_access_codes: true,
	location: { time_zone: 'Europe/Rome' },
	errors: [],
	warnings: [],
	...more,
	properties: { online: true, ...(more.properties as Json | undefined) },
});

/**
 * Two online locks, an igloohome without bridge and one with, a lock without a zone, one whose keypad is gone, an
 * Oracode with one user level and a thermostat.
 */
export const DEVICES: Json[] = [
	device(FRONT_DOOR, 'Front Door', 'august_lock', {
		properties: { supported_code_lengths: [4, 5, 6] },
	}),
	device(FLAT, 'Flat', 'nuki_lock', {
		properties: {
			supported_code_lengths: [6],
			code_constraints: [
				{ constraint_type: 'no_zeros' },
				{ constraint_type: 'cannot_start_with_12' },
				{ constraint_type: 'name_length', max_length: 20 },
				{ constraint_type: 'name_must_be_unique' },
			],
		},
	}),
	device(GARDEN_GATE, 'Garden Gate', 'igloohome_lock', {
		can_program_online_access_codes: false,
		can_program_offline_access_codes: true,
		properties: { manufacturer: 'igloohome' },
	}),
	device(SHED, 'Shed', 'smartthings_lock', { location: null }),
	device(CABIN, 'Cabin', 'igloohome_lock', {
		can_program_offline_access_codes: true,
		properties: {
			igloohome_metadata: { bridge_id: 'bridge-1' },
			supported_code_lengths: [6],
			supports_backup_access_code_pool: true,
		},
	}),
	device(CELLAR, 'Cellar', 'yale_lock', {
		can_program_online_access_codes: false,
		properties: { accessory_keypad: { is_connected: false } },
	}),
	device(MANOR, 'Manor', 'dormakaba_oracode_door', {
		can_program_online_access_codes: undefined,
		can_program_offline_access_codes: true,
		properties: {
			manufacturer: 'dormakaba_oracode',
			dormakaba_oracode_metadata: {
				predefined_time_slots: [
					{
						name: 'Guest',
						check_in_time: '15:30:00[Europe/Rome]',
						check_out_time: '10:30:00[Europe/Rome]',
					},
				],
			},
		},
	}),
	device(RADIATOR, 'Radiator', 'ecobee_thermostat', { can_program_online_access_codes: undefined }),
];

const LAST_PAGE = { has_next_page: false, next_page_cursor: null, next_page_url: null };

/** What Seam holds in a test, and what it will do wrong. */
export interface ScriptedLocks {
	codes: Json[];
	unmanaged: Json[];
	/** Runs before Seam serves a request to this path; what it returns is answered instead. */
	before: Map<string, (body: Json) => unknown>;
}

/**
 * Locks with a memory for the tests of the node: enough of Seam to hold codes, refuse a PIN twice on one lock and
 * forget what is deleted. The sandbox knows Seam's rules; this one only keeps count.
 */
export function scriptLocks(seam: FakeSeam): ScriptedLocks {
	const world: ScriptedLocks = { codes: [], unmanaged: [], before: new Map() };
	let count = 0;

	const serve = (path: string, handler: (body: Json) => unknown) =>
		seam.respondWith(
			path,
			(async (body: Json) => (await world.before.get(path)?.(body)) ?? handler(body)) as never,
		);
	const byId = (body: Json) =>
		world.codes.find((code) => code.access_code_id === body.access_code_id);
	const notFound = () => fault(404, 'access_code_not_found', 'No such access code');

	serve('/devices/get', (body) => {
		const found = DEVICES.find(
			(one) => one.device_id === body.device_id || one.display_name === body.name,
		);
		return found ? { device: found } : fault(404, 'device_not_found', 'No such device');
	});
	serve('/devices/list', () => ({ devices: DEVICES, pagination: LAST_PAGE }));
	const ofDevice = (codes: Json[]) => (body: Json) => ({
		access_codes: codes.filter((code) => code.device_id === body.device_id),
		pagination: LAST_PAGE,
	});
	serve('/access_codes/list', (body) => ofDevice(world.codes)(body));
	serve('/access_codes/unmanaged/list', (body) => ofDevice(world.unmanaged)(body));
	serve('/access_codes/get', (body) => {
		const code = byId(body);
		return code ? { access_code: code } : notFound();
	});
	serve('/access_codes/create', (body) => {
		const onLock = [...world.codes, ...world.unmanaged].filter(
			(code) => code.device_id === body.device_id,
		);
		if (body.code && onLock.some((code) => code.code === body.code)) {
			return fault(409, 'duplicate_access_code', `The code ${String(body.code)} is in use`);
		}
		return { access_code: addCode(world, body, (count += 1)) };
	});
	serve('/access_codes/update', (body) => {
		const code = byId(body);
		if (!code) return notFound();
		const { starts_at, ends_at, ...rest } = body;
		Object.assign(
			code,
			rest,
			starts_at ? { starts_at: utc(starts_at) } : {},
			ends_at ? { ends_at: utc(ends_at) } : {},
		);
		return { action_attempt: { status: 'pending' } };
	});
	serve('/access_codes/delete', (body) => {
		const code = byId(body);
		if (!code) return notFound();
		world.codes.splice(world.codes.indexOf(code), 1);
		return { action_attempt: { status: 'pending' } };
	});
	return world;
}

/** What Seam would have made of a create; also for codes that a test wants to be there beforehand. */
export function addCode(world: ScriptedLocks, body: Json, number = world.codes.length + 1): Json {
	const isOffline = body.is_offline_access_code === true;
	const code = {
		access_code_id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
		device_id: body.device_id,
		type: body.starts_at ? 'time_bound' : 'ongoing',
		status: 'unset',
		code: body.code ?? (isOffline ? null : '907341'),
		name: body.name,
		created_at: new Date(Date.UTC(2027, 0, 1) + number * 1000).toISOString(),
		starts_at: body.starts_at ? utc(body.starts_at) : null,
		ends_at: body.ends_at ? utc(body.ends_at) : null,
		is_managed: true,
		is_offline_access_code: isOffline,
		is_one_time_use: body.is_one_time_use === true,
		is_external_modification_allowed: body.is_external_modification_allowed === true,
		errors: [],
		warnings: [],
	};
	world.codes.push(code);
	return code;
}

function utc(iso: unknown): string {
	return new Date(String(iso)).toISOString();
}
