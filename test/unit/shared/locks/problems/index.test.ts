import { deviceProblems, isKeypadGone } from '../../../../../nodes/shared/locks/problems';
import { ADVICE, type Advice } from '../../../../../nodes/shared/locks/problems/advice';
import { lock } from './device';

const NOW = Date.parse('2027-01-15T12:00:00Z');

const codesOf = (device: ReturnType<typeof lock>) =>
	deviceProblems(device, NOW).map(({ code, severity }) => `${severity} ${code}`);

describe('deviceProblems', () => {
	it('finds nothing wrong with a healthy lock', () => {
		expect(deviceProblems(lock(), NOW)).toEqual([]);
	});

	it.each<[string, Record<string, unknown>, string[]]>([
		// What the capability flags say.
		[
			'a thermostat',
			{ device_type: 'ecobee_thermostat', can_program_online_access_codes: undefined },
			['error access_codes_not_supported'],
		],
		[
			'a lock whose online codes do not work now',
			{ can_program_online_access_codes: false },
			['error online_access_codes_not_working'],
		],
		[
			'a lock whose offline codes still work',
			{ can_program_online_access_codes: false, can_program_offline_access_codes: true },
			['warning online_access_codes_not_working'],
		],
		[
			'a lock whose offline codes do not work while online ones do',
			{ can_program_offline_access_codes: false },
			['info offline_access_codes_not_working'],
		],
		[
			'a lock whose codes of both kinds do not work now',
			{ can_program_online_access_codes: false, can_program_offline_access_codes: false },
			['error online_access_codes_not_working', 'error offline_access_codes_not_working'],
		],

		// Keypads.
		[
			'a lock that can have no keypad',
			{
				properties: { model: { has_built_in_keypad: false, can_connect_accessory_keypad: false } },
			},
			['warning no_keypad'],
		],
		[
			'a lock without the keypad that it could have',
			{ properties: { model: { has_built_in_keypad: false, can_connect_accessory_keypad: true } } },
			['warning accessory_keypad_missing'],
		],
		[
			'a lock whose keypad is gone',
			{
				properties: {
					model: { has_built_in_keypad: false, can_connect_accessory_keypad: true },
					accessory_keypad: { is_connected: false },
				},
			},
			['error accessory_keypad_disconnected'],
		],
		[
			'an August whose keypad is gone, told once, before what follows from it',
			{
				can_program_online_access_codes: false,
				properties: {
					august_metadata: { has_keypad: false },
					accessory_keypad: { is_connected: false },
					model: { has_built_in_keypad: false, can_connect_accessory_keypad: true },
				},
			},
			['error accessory_keypad_disconnected', 'error online_access_codes_not_working'],
		],
		[
			'a lock that has another keypad beside the one that is gone',
			{ properties: { accessory_keypad: { is_connected: false } } },
			['warning accessory_keypad_disconnected'],
		],
		[
			'a lock with its accessory keypad in place',
			{
				properties: {
					model: { has_built_in_keypad: false, can_connect_accessory_keypad: true },
					accessory_keypad: { is_connected: true, battery: { level: 0.9 } },
				},
			},
			[],
		],
		[
			'a keypad with a low battery',
			{ properties: { accessory_keypad: { is_connected: true, battery: { level: 0.2 } } } },
			['warning accessory_keypad_low_battery'],
		],
		[
			'a keypad with just enough battery',
			{ properties: { accessory_keypad: { is_connected: true, battery: { level: 0.21 } } } },
			[],
		],

		// Power and connection.
		[
			'a lock that is disconnected',
			{ properties: { online: false } },
			['error device_disconnected'],
		],
		[
			'a lock that is disconnected and takes offline codes',
			{ can_program_offline_access_codes: true, properties: { online: false } },
			['warning device_disconnected'],
		],
		[
			'a lock that Seam itself calls disconnected, told once',
			{
				properties: { online: false },
				errors: [{ error_code: 'hub_disconnected', message: 'Hub is off-line' }],
			},
			['error hub_disconnected'],
		],
		[
			'a low battery by status',
			{ properties: { battery: { level: 0.5, status: 'low' } } },
			['warning battery_low'],
		],
		[
			'a good battery by status, whatever its level',
			{ properties: { battery: { level: 0.1, status: 'good' } } },
			[],
		],
		[
			'a low battery by level alone',
			{ properties: { battery: { level: 0.2 } } },
			['warning battery_low'],
		],
		[
			'a lock of which nobody knows whether it is connected',
			{ properties: { online: undefined } },
			[],
		],
		[
			'a lock that was removed, which is the cause of its being disconnected',
			{ properties: { online: false }, errors: [{ error_code: 'device_removed' }] },
			['error device_removed'],
		],
		['an unknown battery', { properties: { battery: undefined } }, []],

		// One maker's own.
		[
			'an igloohome lock without a bridge',
			{ can_program_offline_access_codes: true, properties: { igloohome_metadata: {} } },
			['info igloohome_bridge_missing'],
		],
		[
			'an igloohome lock that tells nothing of itself',
			{ device_type: 'igloohome_lock' },
			['info igloohome_bridge_missing'],
		],
		[
			'a Lockly without a type and a zone',
			{ device_type: undefined, location: null, properties: { lockly_metadata: {} } },
			['warning lockly_time_zone_not_configured'],
		],
		[
			'an igloohome keypad that is not linked to the bridge',
			{
				properties: {
					igloohome_metadata: {
						bridge_id: 'B1',
						keypad_id: 'K1',
						is_accessory_keypad_linked_to_bridge: false,
					},
				},
			},
			['warning accessory_keypad_setup_required'],
		],
		[
			'the same, reported by Seam too, told once',
			{
				properties: {
					igloohome_metadata: { bridge_id: 'B1', is_accessory_keypad_linked_to_bridge: false },
				},
				warnings: [{ warning_code: 'accessory_keypad_setup_required', message: 'Link it' }],
			},
			['warning accessory_keypad_setup_required'],
		],
		[
			'an igloohome lock in order',
			{
				properties: {
					igloohome_metadata: { bridge_id: 'B1', is_accessory_keypad_linked_to_bridge: true },
				},
			},
			[],
		],
		[
			'an Oracode door without user levels',
			{
				properties: {
					dormakaba_oracode_metadata: { iana_timezone: 'America/Los_Angeles' },
				},
			},
			['error oracode_no_time_slots'],
		],
		[
			'an Oracode door with master and one-shot levels only',
			{
				properties: {
					dormakaba_oracode_metadata: {
						iana_timezone: 'America/Los_Angeles',
						predefined_time_slots: [{ is_master: true }, { is_one_shot: true }],
					},
				},
			},
			['error oracode_no_time_slots'],
		],
		[
			'a TTLock without a gateway',
			{ properties: { ttlock_metadata: { has_gateway: false } } },
			['error ttlock_gateway_missing'],
		],
		[
			'an Omnitec lock without a gateway',
			{ properties: { omnitec_metadata: { has_gateway: false, time_zone: 'Europe/Madrid' } } },
			['error omnitec_gateway_missing'],
		],
		[
			'a Nuki without a keypad',
			{ properties: { nuki_metadata: { keypad_paired: false } } },
			['error nuki_keypad_missing'],
		],
		[
			'a Nuki with the newer keypad',
			{ properties: { nuki_metadata: { keypad_paired: false, keypad_2_paired: true } } },
			[],
		],
		[
			'a Nuki keypad with an empty battery',
			{ properties: { nuki_metadata: { keypad_paired: true, keypad_battery_critical: true } } },
			['warning accessory_keypad_low_battery'],
		],
		[
			'a Nuki whose Smart Hosting has run out',
			{ errors: [{ error_code: 'subscription_required' }] },
			['error subscription_required'],
		],
		[
			'a Tedee without keypad and bridge',
			{ properties: { tedee_metadata: {} } },
			['error tedee_keypad_missing', 'error tedee_bridge_missing'],
		],
		['a Tedee in order', { properties: { tedee_metadata: { keypad_id: 1, bridge_id: 2 } } }, []],
		[
			'an August without a keypad',
			{ properties: { august_metadata: { has_keypad: false }, model: {} } },
			['error august_keypad_missing'],
		],
		[
			'a Yale of an August account with a keypad of its own',
			{ properties: { august_metadata: { has_keypad: false } } },
			[],
		],
		[
			'an August whose keypad is gone for good, which its metadata tells, too',
			{
				properties: {
					august_metadata: { has_keypad: false },
					accessory_keypad: { is_connected: false },
					model: {},
				},
			},
			['error accessory_keypad_disconnected'],
		],
		[
			'an Oracode door whose user levels can’t be read',
			{
				properties: {
					dormakaba_oracode_metadata: {
						iana_timezone: 'America/Los_Angeles',
						predefined_time_slots: [{ name: 'Day', check_in_time: '4 pm' }],
					},
				},
			},
			['error oracode_no_time_slots'],
		],
		[
			'an Oracode door that names its time frames instead of user levels',
			{
				properties: {
					dormakaba_oracode_metadata: { iana_timezone: 'America/Los_Angeles' },
					offline_time_frame_options: [{ display_name: 'Any' }],
				},
			},
			[],
		],
		[
			'a Korelock without a location',
			{ properties: { korelock_metadata: {} } },
			['warning korelock_location_missing'],
		],
		['a Korelock in order', { properties: { korelock_metadata: { location_id: 'L1' } } }, []],
		[
			'a Salto that chooses its PINs',
			{ properties: { salto_ks_metadata: { has_custom_pin_subscription: false } } },
			['info salto_ks_custom_pin_not_subscribed'],
		],
	])('finds what is wrong with %s', (_, changes, expected) => {
		expect(codesOf(lock(changes))).toEqual(expected);
	});

	it('puts the gravest first', () => {
		const device = lock({
			can_program_offline_access_codes: true,
			properties: { igloohome_metadata: {}, battery: { status: 'low' } },
			errors: [{ error_code: 'device_removed' }],
		});
		expect(codesOf(device)).toEqual([
			'error device_removed',
			'warning battery_low',
			'info igloohome_bridge_missing',
		]);
	});

	it('says since when a keypad is gone, where that is known', () => {
		const device = lock({ properties: { accessory_keypad: { is_connected: false } } });
		const [known] = deviceProblems(device, NOW, { goneSince: '2027-01-03T08:15:00.000Z' });
		const [unknown] = deviceProblems(device, NOW);
		expect(known.message).toBe('The accessory keypad is not connected (gone since 3 Jan 00:15)');
		expect(unknown.message).toBe('The accessory keypad is not connected');
		const [unread] = deviceProblems(device, NOW, { couldNotRead: 'Seam is down' });
		expect(unread.message).toBe(
			'The accessory keypad is not connected; since when is unknown, because its events could not be read (Seam is down)',
		);
	});

	it.each([
		['gone', { accessory_keypad: { is_connected: false } }, true],
		['connected', { accessory_keypad: { is_connected: true } }, false],
		['never there', {}, false],
	])('knows whether a keypad is gone: %s', (_, properties, expected) => {
		expect(isKeypadGone(lock({ properties }))).toBe(expected);
	});
});

describe('what Seam reports', () => {
	it.each([...ADVICE.keys()])('gives %s a message and a fix, as an error or a warning', (code) => {
		const { meaning: message, fix, severity } = ADVICE.get(code) as Advice;
		const [error] = deviceProblems(lock({ errors: [{ error_code: code }] }), NOW);
		expect(error).toEqual({ code, message, fix, severity: severity ?? 'error' });
		const [warning] = deviceProblems(lock({ warnings: [{ warning_code: code }] }), NOW);
		expect(warning).toEqual({ code, message, fix, severity: severity ?? 'warning' });
	});

	it.each([
		['empty_backup_access_code_pool', 'warning'],
		['auxiliary_heat_running', 'info'],
		['max_access_codes_reached', 'error'],
		['partial_backup_access_code_pool', 'info'],
		['unreliable_online_status', 'info'],
		['privacy_mode', 'error'],
		['salto_ks_privacy_mode', 'error'],
		['salto_ks_office_mode', 'error'],
		['salto_ks_lock_access_code_support_removed', 'error'],
		['ttlock_lock_gateway_unlocking_not_enabled', 'info'],
		['scheduled_maintenance_window', 'info'],
		['insufficient_permissions', 'error'],
		['temperature_threshold_exceeded', 'info'],
		['unknown_issue_with_phone', 'info'],
	])('%s is an %s for access codes, in whichever list Seam puts it', (code, severity) => {
		expect(codesOf(lock({ errors: [{ error_code: code }] }))).toEqual([`${severity} ${code}`]);
		expect(codesOf(lock({ warnings: [{ warning_code: code }] }))).toEqual([`${severity} ${code}`]);
	});

	it.each(['hub_required_for_additional_capabilities', 'hub_required_for_addtional_capabilities'])(
		'knows %s, however Seam spells it',
		(warning_code) => {
			const [{ fix }] = deviceProblems(lock({ warnings: [{ warning_code }] }), NOW);
			expect(fix).toContain('hub');
		},
	);

	it('tells a low battery of the keypad once, reported or read', () => {
		const device = lock({
			warnings: [{ warning_code: 'accessory_keypad_low_battery', message: 'Keypad at 5 %' }],
			properties: { accessory_keypad: { is_connected: true, battery: { level: 0.05 } } },
		});
		expect(deviceProblems(device, NOW)).toMatchObject([
			{ code: 'accessory_keypad_low_battery', severity: 'warning', message: 'Keypad at 5 %' },
		]);
	});

	it.each(['errors', 'warnings'])('tells insufficient permissions as an error: %s', (list) => {
		const code = list === 'errors' ? 'error_code' : 'warning_code';
		const device = lock({ [list]: [{ [code]: 'insufficient_permissions' }] });
		expect(codesOf(device)).toEqual(['error insufficient_permissions']);
	});

	it("prefers Seam's own message", () => {
		const device = lock({
			errors: [{ error_code: 'hub_disconnected', message: 'Bridge 7 is off' }],
		});
		expect(deviceProblems(device, NOW)[0].message).toBe('Bridge 7 is off');
	});

	it.each([
		['error', { errors: [{ error_code: 'door_eaten_by_bear', message: 'Bear' }] }, 'Bear'],
		[
			'warning',
			{ warnings: [{ warning_code: 'door_eaten_by_bear' }] },
			"Seam reports 'door_eaten_by_bear' without further words",
		],
	])('passes an unknown %s through by name', (severity, changes, message) => {
		expect(deviceProblems(lock(changes), NOW)[0]).toEqual({
			code: 'door_eaten_by_bear',
			severity,
			message,
			fix: 'Open the device in Seam Console and follow what it says there.',
		});
	});

	it('is not led astray by codes that every object has', () => {
		const device = lock({ errors: [{ error_code: 'constructor' }] });
		expect(deviceProblems(device, NOW)[0]).toMatchObject({
			code: 'constructor',
			severity: 'error',
		});
	});
});
