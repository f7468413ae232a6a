import type { Wish } from '../../../../../nodes/shared/accessCode/wish';
import {
	DEVICE_ID,
	august,
	existingCode,
	igloohome,
	lockly,
	onlineLock,
	planOf,
	refusalOf,
	warningCodes,
} from '../fixtures';

const now = '2026-06-01T12:00:00Z';
const stay = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T11:00' };

const everything: Partial<Wish> = {
	...stay,
	name: 'Ada Lovelace',
	preferNativeScheduling: false,
	useBackupAccessCodePool: true,
	commonCodeKey: 'booking-1',
	isExternalModificationAllowed: true,
	attemptForOfflineDevice: false,
	pin: { source: 'generated', preferredLength: 6 },
};

const withPool = (more: Record<string, unknown> = {}) =>
	august({
		properties: {
			online: true,
			supports_backup_access_code_pool: true,
			supported_code_lengths: [4, 6],
			...more,
		},
	});

describe('every parameter of the create request', () => {
	it('in one order, byte for byte', () => {
		expect(JSON.stringify(planOf(withPool(), everything, now).request)).toBe(
			JSON.stringify({
				device_id: DEVICE_ID,
				name: 'Ada Lovelace',
				preferred_code_length: 6,
				starts_at: '2026-07-10T15:00:00-04:00',
				ends_at: '2026-07-13T11:00:00-04:00',
				prefer_native_scheduling: false,
				use_backup_access_code_pool: true,
				common_code_key: 'booking-1',
				is_external_modification_allowed: true,
				attempt_for_offline_device: false,
			}),
		);
	});

	it.each<[string, Partial<Wish>, Record<string, unknown>]>([
		['name', { name: 'Ada' }, { name: 'Ada' }],
		['an empty name', { name: '' }, {}],
		['code', { pin: { source: 'custom', code: '4829' } }, { code: '4829' }],
		[
			'prefer_native_scheduling',
			{ preferNativeScheduling: true },
			{ prefer_native_scheduling: true },
		],
		[
			'use_backup_access_code_pool',
			{ useBackupAccessCodePool: true },
			{ use_backup_access_code_pool: true },
		],
		[
			'use_backup_access_code_pool off',
			{ useBackupAccessCodePool: false },
			{ use_backup_access_code_pool: false },
		],
		['common_code_key', { commonCodeKey: 'k' }, { common_code_key: 'k' }],
		[
			'is_external_modification_allowed',
			{ isExternalModificationAllowed: true },
			{ is_external_modification_allowed: true },
		],
		[
			'attempt_for_offline_device',
			{ attemptForOfflineDevice: true },
			{ attempt_for_offline_device: true },
		],
	])('%s', (_title, wish, sent) => {
		expect(planOf(withPool(), { ...stay, ...wish }, now).request).toEqual({
			device_id: DEVICE_ID,
			starts_at: '2026-07-10T15:00:00-04:00',
			ends_at: '2026-07-13T11:00:00-04:00',
			...sent,
		});
	});

	it('that an offline code can’t have is left out with a warning', () => {
		const plan = planOf(lockly(), everything, now);
		expect(plan.request).toEqual({
			device_id: DEVICE_ID,
			name: 'Ada Lovelace',
			starts_at: '2026-07-10T15:00:00-05:00',
			ends_at: '2026-07-13T11:00:00-05:00',
			is_offline_access_code: true,
			max_time_rounding: '1h',
		});
		const notUsed = plan.warnings.filter(({ code }) => code === 'parameter_not_used');
		// What was switched off needs no word.
		expect(notUsed.map(({ message }) => message)).toEqual([
			'Keep a Backup Code Ready was left out: it applies to time-bound online codes only.',
			'Shared PIN Group was left out: it applies to online codes only.',
			"Keep Edits Made in Lock's App was left out: it applies to online codes only.",
			'The preferred PIN length was left out: the maker assigns the PIN of an offline code.',
		]);
	});

	it('that an ongoing code can’t have is left out', () => {
		const plan = planOf(withPool(), { ...everything, access: 'ongoing' }, now);
		expect(Object.keys(plan.request)).toEqual([
			'device_id',
			'name',
			'preferred_code_length',
			'common_code_key',
			'is_external_modification_allowed',
			'attempt_for_offline_device',
		]);
	});

	it.each([
		['where the lock does not say that it has one', august()],
		['where it is switched off', withPool({ backup_access_code_pool_enabled: false })],
		[
			'of Salto',
			onlineLock('salto_lock', { properties: { supports_backup_access_code_pool: true } }),
		],
	])('backup pool: left out %s', (_title, device) => {
		const plan = planOf(device, { ...stay, useBackupAccessCodePool: true }, now);
		expect(plan.request).not.toHaveProperty('use_backup_access_code_pool');
		expect(warningCodes(plan)).toContain('parameter_not_used');
	});

	it.each([
		['follows from the kind', undefined, '1h', 'follows from the kind'],
		['can be set', '1d' as const, '1d', 'parameter Seam May Move the Times'],
	])('rounding %s', (_title, maxTimeRounding, sent, source) => {
		const plan = planOf(igloohome(), { ...stay, maxTimeRounding }, now);
		expect(plan.request.max_time_rounding).toBe(sent);
		expect(plan.reasons).toContainEqual({ rule: 'max_time_rounding', value: sent, source });
	});

	it('rounding is for offline codes', () => {
		const plan = planOf(august(), { ...stay, maxTimeRounding: '1d' }, now);
		expect(plan.request).not.toHaveProperty('max_time_rounding');
		expect(warningCodes(plan)).toContain('parameter_not_used');
	});
});

describe('names', () => {
	const kwikset = (more: object[] = []) =>
		onlineLock('kwikset_lock', {
			properties: {
				online: true,
				code_constraints: [
					{ constraint_type: 'name_length', min_length: 2, max_length: 14 },
					...more,
				],
			},
		});
	const plan = (
		name: string,
		device = kwikset(),
		codes = [existingCode({ name: 'Ada Lovelace, 4711' })],
	) => planOf(device, { ...stay, name }, now, codes);

	it('stay whole, with a warning of what the lock shows', () => {
		const planned = plan('Ada Lovelace, booking 12');
		expect(planned.request.name).toBe('Ada Lovelace, booking 12');
		expect(planned.warnings).toContainEqual({
			code: 'name_shortened_on_lock',
			message: expect.stringContaining('shows only “Ada Lovelace, ”'),
		});
	});

	it('fit exactly', () => {
		expect(warningCodes(plan('Ada Lovelace 1'))).not.toContain('name_shortened_on_lock');
	});

	it('that are too short are refused', () => {
		expect(refusalOf(kwikset(), { ...stay, name: 'A' }, now)).toMatchObject({
			parameter: 'name',
			message: 'The name has 1 character; this lock wants at least 2.',
		});
	});

	it('may be as short as the lock wants', () => {
		expect(plan('Al').request.name).toBe('Al');
	});

	it('are unique in what the lock shows, where it wants that', () => {
		const unique = kwikset([{ constraint_type: 'name_must_be_unique' }]);
		const codes = [existingCode({ name: 'Ada Lovelace, 4711' })];
		expect(refusalOf(unique, { ...stay, name: 'Ada Lovelace, 4712' }, now, codes)).toMatchObject({
			parameter: 'name',
		});
		expect(plan('4712 Ada Lovelace', unique, codes).request.name).toBe('4712 Ada Lovelace');
		expect(plan('Ada Lovelace, 4711').request.name).toBe('Ada Lovelace, 4711');
	});

	it.each([
		['kwikset_lock', 'Ada Lovelace, 4711', '“Ada Lovelace, ”'],
		['nuki_lock', 'Ada Lovelace, booking 4711', '“Ada Lovelace, bookin”'],
	])('of %s have the documented length where the device says nothing', (type, name, shown) => {
		const planned = plan(name, onlineLock(type));
		expect(
			planned.warnings.find(({ code }) => code === 'name_shortened_on_lock')?.message,
		).toContain(shown);
	});
});
