// What the editor shows of Seam Create Access Code, beyond what all nodes keep to (`checklist.test.ts`).
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { lockRulesOf } from '../../../nodes/SeamCreateAccessCode/lockRules';
import { properties } from '../../../nodes/SeamCreateAccessCode/properties';
import { SeamCreateAccessCode } from '../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { loadOptionsContext } from '../support/nodeHarness.mts';
import { august, level, lockly, onlineLock, oracode } from '../shared/accessCode/fixtures';
import { useFakeClock } from '../support/time.mts';
import { byId } from './bookings';
import {
	CABIN,
	CELLAR,
	FLAT,
	GARDEN_GATE,
	MANOR,
	RADIATOR,
	scriptLocks,
	SHED,
} from './scriptedLocks.mts';

const names = properties.map(({ name }) => name);
const optionsOf = (name: string) =>
	(properties.find((field) => field.name === name)?.options ?? []) as INodeProperties[];

describe('the panel', () => {
	it('begins with Plan Only, and has all of the window together', () => {
		const shown = names.filter((name) => name !== 'toolDescription');
		expect(shown.slice(0, 10)).toEqual([
			...['planOnly', 'device', 'additionalDevices', 'access'],
			...['lockRules', 'timeZoneNotice', 'startsAt', 'checkInTime', 'endsAt', 'checkOutTime'],
		]);
	});

	it.each([
		['startsAt', 'Check-In Time'],
		['endsAt', 'Check-Out Time'],
	])('says at %s what a picked date means', (field, time) => {
		const { hint, description } = properties.find(({ name }) => name === field) ?? {};
		expect(hint).toBe(
			`Pick days and leave 00:00:00 in Starts At and Ends At: the ${time} below applies`,
		);
		expect(description).toMatch(/00:00 at both ends as the picker writes it, .* is midnight\./);
	});

	it('says what serves as Booking Key from any booking system, and from a form', () => {
		const key = properties.find(({ name }) => name === 'bookingKey');
		expect(key?.placeholder).toBe('e.g. HA-1042');
		expect(key?.description).toContain('stays the same when the stay moves');
	});

	it('says in words which time zone applies, where the times are entered', () => {
		const notice = properties.find(({ name }) => name === 'timeZoneNotice');
		expect(notice).toMatchObject({
			type: 'notice',
			displayName: expect.stringContaining('local time at the lock'),
			displayOptions: { show: { access: ['time_bound', 'one_time_use'] } },
		});
		expect(optionsOf('options').map(({ displayName }) => displayName)).toContain('Time Zone');
	});

	it('shows how a date comes from the item', () => {
		for (const name of ['startsAt', 'endsAt']) {
			expect(properties.find((field) => field.name === name)?.description).toContain('{{ $json.');
		}
	});

	// Measured in the editor: an option's label has room for 28 letters, one outside of the options for 38.
	it.each(optionsOf('options').filter(({ displayName }) => displayName.endsWith(')')))(
		'shows the unit of the option “$displayName” at 1440 pixels',
		({ displayName }) => {
			expect(displayName.length).toBeLessThanOrEqual(28);
		},
	);

	it.each(properties.filter(({ type }) => type !== 'notice'))(
		'shows all of the label “$displayName” at 1440 pixels',
		({ displayName }) => {
			expect(displayName.length).toBeLessThanOrEqual(38);
		},
	);
});

describe('What the Lock Takes', () => {
	let seam: FakeSeam;
	beforeEach(async () => {
		useFakeClock('2027-02-20T09:00:00Z');
		seam = await startFakeSeam();
		scriptLocks(seam);
	});
	afterEach(async () => {
		jest.useRealTimers();
		await seam.stop();
	});

	async function rulesOf(device: INodeParameters[string]) {
		const context = loadOptionsContext(SeamCreateAccessCode, { parameters: { device }, seam });
		return await new SeamCreateAccessCode().methods.loadOptions.loadLockRules.call(context);
	}
	const told = async (device: INodeParameters[string]) =>
		(await rulesOf(device)).map(({ name, description }) =>
			description === undefined ? name : `${name} (${description})`,
		);

	it.each<[string, string, string[]]>([
		[
			'the user levels of an Oracode',
			MANOR,
			[
				'Offline: codes from 15:30 to 10:30 (User level “Guest”; at most 31 days)',
				"Offline PIN: assigned by dormakaba Oracode (It can't be chosen or changed)",
				'Time zone: Europe/Rome, 20 Feb 10:00 now',
			],
		],
		[
			'the bands of an algoPIN',
			GARDEN_GATE,
			[
				'Codes of 1–672 hours or of 29–367 days',
				'Offline: codes of 1–672 hours',
				'Offline: codes of 29–367 days (same time of day at both ends)',
				"Offline PIN: assigned by igloohome (It can't be chosen or changed)",
				'Time zone: Europe/Rome, 20 Feb 10:00 now',
			],
		],
		[
			'the lengths and rules of a PIN',
			FLAT,
			[
				'Online: codes for any window',
				'Online PIN: exactly 6 digits (no zeros; cannot start with 12)',
				'Online: stored on the lock up to 72 hours ahead',
				'Time zone: Europe/Rome, 20 Feb 10:00 now',
			],
		],
		[
			'both kinds of a lock that has both',
			CABIN,
			[
				'3 kinds of codes: see this list',
				'Offline: codes of 1–672 hours',
				'Offline: codes of 29–367 days (same time of day at both ends)',
				'Online: codes for any window',
				"Offline PIN: assigned by igloohome (It can't be chosen or changed)",
				'Online PIN: exactly 6 digits',
				'Online: stored on the lock up to 72 hours ahead',
				'Time zone: Europe/Rome, 20 Feb 10:00 now',
			],
		],
		[
			'that the zone is unknown',
			SHED,
			[
				'Online: codes for any window',
				'Online PIN: 4 to 12 digits',
				'Online: put on the lock about an hour before the start',
				'Time zone: unknown (Give times with an offset, or add the option Time Zone Name)',
			],
		],
		['that a thermostat takes none', RADIATOR, ['This device takes no access codes']],
	])('tells %s', async (_what, id, rules) => {
		expect(await told(byId(id))).toEqual(rules);
	});

	it('tells of a two-week level that it takes only such stays', () => {
		const lock = oracode([level('15:00-15:00', { is_biweekly_mode: true })]);
		expect(lockRulesOf(lock, Date.now())[0]).toEqual({
			rule: 'Offline: codes from 15:00 to 15:00 (two weeks)',
			meaning: expect.stringMatching(/^User level “.+”; 14 nights only$/),
		});
	});

	it('tells first that a lock can take no code now and why, then what it takes else', async () => {
		const [first, why, ...others] = await told(byId(CELLAR));
		expect(first).toBe('Takes no codes now (Once the following is mended, the other rules hold)');
		expect(why).toMatch(/^The accessory keypad is not connected\. \w/);
		expect(others).toContain('Online: codes for any window');
	});

	it.each([
		['a Lockly without a time zone', lockly({ location: null }), 'Takes no codes now'],
		[
			'an Ultraloq without one, which takes ongoing codes',
			onlineLock('ultraloq_lock'),
			'Takes no time-bound codes now',
		],
		[
			'a lock that Seam calls unable',
			august({ can_program_online_access_codes: false }),
			'Takes no codes now',
		],
	])('says of %s that it takes none now', (_what, lock, rule) => {
		const [first, why, ...others] = lockRulesOf(lock, Date.now());
		expect([first.rule, why.meaning]).toEqual([rule, undefined]);
		expect(others.find((other) => other.rule === 'Time zone: unknown')?.meaning).toBeUndefined();
	});

	it('finds a lock by its name as the run does, whatever its case', async () => {
		const inCapitals = { __rl: true, mode: 'name', value: 'CABIN' };
		expect(await told(inCapitals)).toEqual(await told(byId(CABIN)));
	});

	it('has one choice for the closed field, and others of their own', async () => {
		const values = (await rulesOf(byId(CABIN))).map(({ value }) => value);
		expect(values[0]).toBe('');
		expect(new Set(values).size).toBe(values.length);
	});

	it.each<[string, INodeParameters[string]]>([
		['Choose a device first', byId('')],
		[
			'The device comes from an expression: choose one from the list to see what it takes',
			byId('={{ $json.device_id }}'),
		],
	])('says: %s', async (text, device) => {
		expect(await rulesOf(device)).toEqual([{ name: text, value: '' }]);
		expect(seam.requests).toEqual([]);
	});

	it('says in a sentence why it can’t be read', async () => {
		const unknown = byId('99999999-9999-4999-8999-999999999999');
		expect(await told(unknown)).toEqual([
			'Seam does not find device 99999999-9999-4999-8999-999999999999: No such device',
		]);
		expect(await told({ __rl: true, mode: 'name', value: 'Orchid Loft' })).toEqual([
			"No device in Seam has the name 'Orchid Loft'",
		]);
	});
});
