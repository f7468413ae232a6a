import {
	composeName,
	readTag,
} from '../../../../../nodes/shared/accessCode/deciding/bookingIdentity';
import type { BookingOnLock } from '../../../../../nodes/shared/accessCode/deciding/bookingOnLock';
import { decide, isCodeOfPlan } from '../../../../../nodes/shared/accessCode/deciding/decide';
import type { Plan } from '../../../../../nodes/shared/accessCode/planning/planTypes';
import type { Wish } from '../../../../../nodes/shared/accessCode/wish';
import { HOUR, MINUTE } from '../../../../../nodes/shared/time/instant';
import { august, existingCode, igloohome, lockly, wishOf } from '../fixtures';

const START = Date.parse('2027-03-01T15:00:00Z');
const END = Date.parse('2027-03-05T11:00:00Z');
const BEFORE = START - 48 * HOUR;
const DURING = START + 30 * HOUR;
const iso = (at: number) => new Date(at).toISOString();

const online = (more: Record<string, unknown> = {}) =>
	existingCode({
		access_code_id: 'online',
		name: 'Ada [HA-1]',
		type: 'time_bound',
		code: '482915',
		starts_at: iso(START),
		ends_at: iso(END),
		...more,
	});

/** An offline code of the booking, whose tag carries its window. */
const offline = (startsAt = START, endsAt = END, more: Record<string, unknown> = {}) =>
	existingCode({
		access_code_id: `offline until ${endsAt}`,
		name: composeName({
			name: 'Ada',
			identity: 'HA-1',
			window: { startsAt, endsAt },
			limits: { mustBeUnique: false },
		}),
		is_offline_access_code: true,
		starts_at: iso(startsAt),
		ends_at: iso(endsAt),
		...more,
	});

const stay: Partial<Wish> = { name: 'Ada', startsAt: iso(START), endsAt: iso(END) };

const decideFor = (
	codes: BookingOnLock['managedCodes'],
	wish: Partial<Wish> = {},
	more: Partial<BookingOnLock> = {},
) =>
	decide({
		device: august(),
		wish: wishOf({ ...stay, ...wish }),
		now: BEFORE,
		identity: 'HA-1',
		managedCodes: codes,
		unmanagedCodes: [],
		codesElsewhere: [],
		whenBookingHasCode: 'update',
		...more,
	});

describe('what an empty end means', () => {
	it('is told by the codes on the other locks if this one has none', () => {
		const { action, plan } = decideFor(
			[],
			{ startsAt: '', endsAt: '' },
			{ codesElsewhere: [online()] },
		);
		expect(action).toBe('create');
		expect(plan.window.granted).toEqual({
			starts_at: '2027-03-01T10:00:00-05:00',
			ends_at: '2027-03-05T06:00:00-05:00',
		});
	});

	it('is told by the code on this lock first', () => {
		const codesElsewhere = [online({ ends_at: iso(END + HOUR) })];
		expect(decideFor([online()], { endsAt: '' }, { codesElsewhere }).action).toBe('keep');
	});
});

describe('the plan of a booking', () => {
	const small = august({ properties: { max_active_codes_supported: 1 } });
	const other = existingCode({ access_code_id: 'other' });

	it.each([
		['a managed code', { managedCodes: [other] }],
		['an unmanaged code', { unmanagedCodes: [other] }],
	])('counts %s of somebody else', (_what, codes) => {
		expect(() => decideFor([], {}, { device: small, ...codes })).toThrow('at most 1 codes');
	});

	it('does not count the code that it takes the place of', () => {
		const wish = { endsAt: iso(END + HOUR) };
		expect(decideFor([online()], wish, { device: small }).action).toBe('update');
	});

	it.each([
		['Ada Love', []],
		['Ada Lovelace, Countess', ['name_shortened_on_lock']],
	])('warns of a name that the lock cuts, not of a tag: %s', (name, warned) => {
		const properties = {
			max_active_codes_supported: 9,
			code_constraints: [{ constraint_type: 'name_length', max_length: 10 }],
		};
		const { plan } = decideFor([], { name }, { device: august({ properties }) });
		expect(plan.warnings.map(({ code }) => code)).toEqual(warned);
	});

	it('puts the window into the tag of an offline code, and into no other', () => {
		const window = { startsAt: START, endsAt: END };
		const { name } = decideFor([], {}, { device: lockly() }).plan.request;
		expect(readTag(name)).toEqual({ identity: 'HA-1', window });
		expect(readTag(decideFor([]).plan.request.name)).toEqual({ identity: 'HA-1', window: null });
	});

	it('of a stay under way begins with the stay', () => {
		const { plan } = decideFor([online()], {}, { now: DURING });
		expect(plan.request.starts_at).toBe('2027-03-01T10:00:00-05:00');
		expect(plan.warnings).toEqual([]);
	});
});

describe('the end of a stay', () => {
	it.each([
		['is now', 0, 'end'],
		['is a second away', 1000, 'update'],
	])('%s', (_when, away, action) => {
		expect(decideFor([online()], { endsAt: iso(DURING + away) }, { now: DURING }).action).toBe(
			action,
		);
	});

	it('deletes what can be deleted, hands out the online code, and names the others', () => {
		const codes = [offline(), online()];
		const ended = decideFor(codes, { endsAt: iso(DURING) }, { now: DURING });
		expect(ended).toMatchObject({ action: 'end', code: { access_code_id: 'online' } });
		expect(ended.toDelete.map(({ code }) => code)).toEqual([codes[1]]);
		expect(ended.notRevocable).toEqual([codes[0]]);
	});
});

describe('an online code', () => {
	it('keeps a start that has passed', () => {
		expect(decideFor([online()], {}, { now: DURING }).action).toBe('keep');
	});

	it('that is returned in the stay has the plan it was made by: its start has not moved', () => {
		const during = { now: DURING, whenBookingHasCode: 'return' } as const;
		const { plan } = decideFor([online()], {}, during);
		expect(plan.warnings.map(({ code }) => code)).not.toContain('start_moved');
		expect(Date.parse(plan.request.starts_at!)).toBe(START);
	});

	it('is spent if the lock refused it, even if the same custom PIN is given again', () => {
		const refused = online({ errors: [{ error_code: 'code_constraints_violated' }] });
		const pin = { source: 'custom', code: '482915' } as const;
		expect(decideFor([refused], { pin }).spentPins).toEqual(['482915']);
	});

	const knownOnly = august({
		properties: { code_constraints: [{ constraint_type: 'pin_code_matches_existing_set' }] },
	});
	const custom = { pin: { source: 'custom', code: '9241' } } as const;
	it.each<[string, Partial<Wish>, Partial<BookingOnLock>, string]>([
		['generated', {}, {}, 'update'],
		['generated, where Seam takes known PINs only', {}, { device: knownOnly }, 'create'],
		['custom, where Seam takes known PINs only', custom, { device: knownOnly }, 'update'],
		['shared by a key', { commonCodeKey: 'house' }, {}, 'create'],
	])('gets its new PIN: %s', (_how, wish, more, action) => {
		const surplus = online({ access_code_id: 'second', created_at: '2027-01-02T00:00:00Z' });
		const codes = [surplus, online({ created_at: '2027-01-01T00:00:00Z' })];
		const decision = decideFor(codes, wish, { ...more, whenBookingHasCode: 'new_pin' });
		expect(decision.action).toBe(action);
		expect(decision.spentPins).toEqual(['482915']);
		expect(decision.toDelete.map(({ code }) => code.access_code_id)).toEqual(
			action === 'create' ? ['online', 'second'] : ['second'],
		);
	});
});

describe('a lock that takes no code now', () => {
	const gone = august({ can_program_online_access_codes: false });

	it('makes no code of the other kind while its own serves, and one if it does not', () => {
		const both = igloohome('UTC', {
			can_program_online_access_codes: false,
			properties: { igloohome_metadata: { bridge_id: 'b' } },
		});
		expect(decideFor([online()], {}, { device: both }).action).toBe('keep');
		const wish = { endsAt: iso(END + 24 * HOUR) };
		expect(decideFor([online()], wish, { device: both })).toMatchObject({
			action: 'create',
			plan: { kind: 'offline_hourly_bound' },
		});
	});

	it('keeps the code that serves', () => {
		expect(decideFor([online()], {}, { device: gone }).action).toBe('keep');
	});

	it.each([
		['another window', { endsAt: iso(END + 24 * HOUR) }, 'update' as const],
		['another PIN', {}, 'new_pin' as const],
	])('refuses %s', (_what, wish, whenBookingHasCode) => {
		expect(() => decideFor([online()], wish, { device: gone, whenBookingHasCode })).toThrow(
			'not now',
		);
	});
});

describe('an offline stay under way', () => {
	const device = lockly();
	const more = { device, now: DURING };
	const later = END + 48 * HOUR;

	it('that becomes longer gets a second code from the end of the first', () => {
		const first = offline();
		const decision = decideFor([first], { endsAt: iso(later), minutesBefore: 60 }, more);
		expect(decision).toMatchObject({ action: 'create', inUse: [first], toDelete: [] });
		expect(Date.parse(String(decision.plan.window.granted.starts_at))).toBe(END);
	});

	it('that follows the one under way without a gap gets its second code, too', () => {
		const first = offline();
		const wish = { startsAt: iso(END), endsAt: iso(later) };
		expect(decideFor([first], wish, more)).toMatchObject({ action: 'create', inUse: [first] });
	});

	it('keeps the code that ends as asked, and one that ends earlier by what is accepted', () => {
		const [first] = [offline()];
		expect(decideFor([first], {}, more)).toMatchObject({ action: 'keep', code: first });
		const wish = { endsAt: iso(END + 20 * MINUTE), acceptInside: 20 };
		expect(decideFor([first], wish, more)).toMatchObject({ action: 'keep', code: first });
		const longer = { ...wish, acceptInside: 19 };
		expect(decideFor([first], longer, more).action).toBe('create');
	});

	it('tells the codes that it needs from those that nobody asks for', () => {
		const [first, second, third] = [
			offline(),
			offline(END, later),
			offline(later, later + 48 * HOUR),
		];
		expect(decideFor([first, second, third], { endsAt: iso(later) }, more)).toMatchObject({
			action: 'keep',
			code: second,
			inUse: [first],
			notRevocable: [third],
		});
	});

	it('that is handed out as it is hands out the code that lasts longest', () => {
		const [first, second] = [offline(), offline(END, later)];
		const decision = decideFor([first, second], {}, { ...more, whenBookingHasCode: 'return' });
		expect(decision).toMatchObject({ action: 'keep', code: second, inUse: [first] });
	});

	it.each([
		['before it begins', BEFORE],
		['under way', DURING],
	])('gets no new PIN: %s', (_when, now) => {
		const again = { device, now, whenBookingHasCode: 'new_pin' } as const;
		expect(() => decideFor([offline()], {}, again)).toThrow("can't be changed");
	});

	it('is told as it was planned, without minutes and PINs that are wished now', () => {
		const pin = { source: 'custom', code: '924175' } as const;
		const wish = { minutesBefore: 60, minutesAfter: 60, pin };
		const { plan } = decideFor([offline()], wish, { ...more, whenBookingHasCode: 'return' });
		expect(plan.reasons).not.toContainEqual(expect.objectContaining({ rule: 'kept' }));
		expect(Object.values(plan.window.granted).map((end) => Date.parse(String(end)))).toEqual([
			START,
			END,
		]);
	});

	it.each([
		['handed out as it is', { whenBookingHasCode: 'return' }, online(), BEFORE],
		[
			'handed out when that stay is over',
			{ whenBookingHasCode: 'return' },
			online(),
			END - HOUR / 2,
		],
		[
			'of a lock that can take none now',
			{ device: august({ can_program_online_access_codes: false }) },
			online(),
			BEFORE,
		],
		['in force, offline, for a stay that became shorter', { device }, offline(), DURING],
	] as const)('is told beside the stay that was asked for: %s', (_what, more, code, now) => {
		const shorter = { endsAt: iso(END - HOUR) };
		const { action, plan } = decideFor([code], shorter, { ...more, now });
		const { asked, granted, minutes_added_after } = plan.window;
		expect([action, Date.parse(asked.ends_at!), Date.parse(granted.ends_at!)]).toEqual([
			...['keep', END - HOUR, END],
		]);
		expect(minutes_added_after).toBe(60);
	});

	it('is handed out as it is whatever the times, which are not told then', () => {
		const { action, plan } = decideFor(
			[online()],
			{ endsAt: 'soon' },
			{ whenBookingHasCode: 'return' },
		);
		expect(action).toBe('keep');
		expect(plan.window.asked).toEqual(plan.window.granted);
	});

	it('is told of a one-time code as such', () => {
		const once = existingCode({
			name: 'Ada [HA-1]',
			is_offline_access_code: true,
			is_one_time_use: true,
			starts_at: iso(START),
			ends_at: null,
		});
		const again = { device: igloohome('UTC'), now: START, whenBookingHasCode: 'return' } as const;
		const { plan } = decideFor([once], {}, again);
		expect(plan.reasons).not.toContainEqual(expect.objectContaining({ rule: 'kept' }));
		expect(plan.kind).toBe('offline_one_time_use');
	});

	it.each([
		['the wish', { name: 'Eve' }, /^Eve \[/],
		['the code before, if the wish has none', { name: '' }, /^Ada \[/],
	])('gives its second code the name of %s', (_whose, name, expected) => {
		const { plan } = decideFor([offline()], { ...name, endsAt: iso(later) }, more);
		expect(plan.request.name).toMatch(expected);
	});

	it('has to have room beside the code that nobody can revoke', () => {
		const full = lockly({ properties: { lockly_metadata: {}, max_active_codes_supported: 1 } });
		const moved = { endsAt: iso(later) };
		expect(() => decideFor([offline()], moved, { device: full })).toThrow('at most 1 codes');
		expect(decideFor([offline()], moved, { device }).action).toBe('create');
	});

	const both = lockly({ can_program_online_access_codes: true });
	it('gives way to an online code if a custom PIN is wished', () => {
		const first = offline();
		const wish = { pin: { source: 'custom', code: '924175' } } as const;
		expect(decideFor([first], wish, { ...more, device: both })).toMatchObject({
			action: 'create',
			plan: { kind: 'online_time_bound' },
			notRevocable: [first],
		});
	});

	it('with an online code beside it loses that one if offline is wished', () => {
		const [first, beside] = [offline(), online()];
		const decision = decideFor([beside, first], { kind: 'offline' }, { ...more, device: both });
		expect(decision).toMatchObject({ action: 'keep', code: first });
		expect(decision.toDelete.map(({ code }) => code)).toEqual([beside]);
	});

	it('on igloohome counts a code only if the guest can still use it when arriving', () => {
		const own = [offline()];
		const asked = (hours: number) => ({ startsAt: iso(START + hours * HOUR) });
		const at = { device: igloohome(), now: START + HOUR };
		expect(decideFor(own, asked(24), at).action).toBe('keep');
		expect(decideFor(own, asked(26), at).action).toBe('create');
	});
});

describe('isCodeOfPlan', () => {
	const offlinePlan = decideFor([], {}, { device: lockly() }).plan;
	const onlinePlan = decideFor([]).plan;
	it.each<[string, ReturnType<typeof online>, Plan, boolean]>([
		['an online code for an online plan', online(), onlinePlan, true],
		['an offline code for an online plan', offline(), onlinePlan, false],
		['an online code for an offline plan', online(), offlinePlan, false],
		['an offline code of the window', offline(), offlinePlan, true],
		['an offline code of another window', offline(START, END + HOUR), offlinePlan, false],
		['a code of another booking', online({ name: 'Ada [HA-2]' }), onlinePlan, false],
	])('%s', (_what, code, plan, expected) => {
		expect(isCodeOfPlan(code, plan, 'HA-1', BEFORE)).toBe(expected);
	});
});
