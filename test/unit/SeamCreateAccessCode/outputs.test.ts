import type { INodeParameters } from 'n8n-workflow';

import { SeamCreateAccessCode } from '../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import type { ToldReason } from '../../../nodes/SeamCreateAccessCode/reasonsInWords';
import { subtitleOf } from '../support/nodeHarness.mts';
import { useFakeClock } from '../support/time.mts';
import { byId, stay, useBookings } from './bookings';
import { FRONT_DOOR, GARDEN_GATE, MANOR, SHED } from './scriptedLocks.mts';

const bookings = useBookings();
const { jsonOf, failureOf } = bookings;

const OFFLINE = { device: byId(GARDEN_GATE) };
const FIRST = [
	...['code', 'pin_state', 'starts_at_local', 'ends_at_local'],
	...['access_code_id', 'starts_at_text', 'ends_at_text', 'plan'],
];
/** Of Seam's own fields, those that only the raw output has. */
const RAW = ['created_at', 'is_managed', 'is_external_modification_allowed', 'type', 'warnings'];

describe('the summary', () => {
	it.each<[string, INodeParameters, string]>([
		[
			'an online code',
			{},
			'Online code for Front Door, 1 Mar 15:00 to 5 Mar 11:00, on the lock by 26 Feb',
		],
		[
			'a code that Seam programs an hour before',
			{ options: { preferNativeScheduling: false } },
			'Online code for Front Door, 1 Mar 15:00 to 5 Mar 11:00, on the lock by 1 Mar 14:00',
		],
		[
			'a code that begins soon',
			{ startsAt: '2027-02-20T12:00', endsAt: '2027-02-21T11:00' },
			'Online code for Front Door, 20 Feb 12:00 to 21 Feb 11:00, on its way to the lock',
		],
		[
			'a stay of another year',
			{ startsAt: '2027-12-30T15:00', endsAt: '2028-01-02T11:00' },
			'Online code for Front Door, 30 Dec 15:00 to 2 Jan 2028 11:00, on the lock by 27 Dec',
		],
		[
			'an ongoing code',
			{ access: 'ongoing' },
			'Online code for Front Door, until it is deleted, on its way to the lock',
		],
		[
			'an offline code',
			OFFLINE,
			'Offline code for Garden Gate, 1 Mar 15:00 to 5 Mar 11:00, PIN still to come from igloohome',
		],
		[
			'a one-time code',
			{ ...OFFLINE, access: 'one_time_use' },
			'One-time offline code for Garden Gate, once within 24 hours from 1 Mar 15:00, PIN still to come from igloohome',
		],
		[
			'a lock without a zone',
			{ device: byId(SHED), startsAt: '2027-03-01T15:00Z', endsAt: '2027-03-05T11:00Z' },
			'Online code for Shed, 1 Mar 15:00 to 5 Mar 11:00 UTC, on the lock by 1 Mar 14:00',
		],
	])('%s: one sentence, first', async (_what, parameters, sentence) => {
		const [item] = await jsonOf(parameters);
		expect(Object.entries(item)[0]).toEqual(['summary', sentence]);
	});

	it('says that a code was changed, or not', async () => {
		await jsonOf();
		const [same] = await jsonOf();
		const [longer] = await jsonOf({ endsAt: '2027-03-06T11:00' });
		expect(same.summary).toMatch(/, unchanged$/);
		expect(longer.summary).toMatch(/6 Mar 11:00.*, changed$/);
	});

	it.each([
		['set', {}, 'on the lock'],
		['unset', { is_scheduled_on_device: true }, 'stored on the lock'],
	])('says of a code that is %s where it is', async (status, more, where) => {
		await jsonOf();
		Object.assign(bookings.world.codes[0], { status, ...more });
		const [item] = await jsonOf();
		expect(item.summary).toBe(
			`Online code for Front Door, 1 Mar 15:00 to 5 Mar 11:00, ${where}, unchanged`,
		);
		expect(item.pin_state).toBe(where);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['at both ends', {}, /, 30 minutes shorter at each end than the stay, PIN still to come from/],
		[
			'at the start',
			{ endsAt: '2027-03-05T10:30' },
			/, 30 minutes shorter at the start than the stay,/,
		],
		[
			'by more at the end',
			{ startsAt: '2027-03-01T15:15', endsAt: '2027-03-05T11:00' },
			/, 15 minutes shorter at the start and 30 minutes shorter at the end than the stay,/,
		],
	])('says that the code is shorter than the stay: %s', async (_what, parameters, told) => {
		const nearly = { startsAt: '2027-03-01', endsAt: '2027-03-05', options: { acceptInside: 30 } };
		const [item] = await jsonOf({ device: byId(MANOR), ...nearly, ...parameters });
		expect(item.summary).toMatch(told);
	});

	it.each<[string, INodeParameters, RegExp]>([
		[
			'for the lock',
			{ ...OFFLINE, startsAt: '2027-03-01T15:20', endsAt: '2027-03-05T10:20' },
			/, 20 minutes longer at the start and 40 minutes longer at the end than the stay, PIN/,
		],
		[
			'as asked',
			{ options: { minutesBefore: 30, minutesAfter: 30 } },
			/, 30 minutes longer at each end than the stay, on the lock/,
		],
	])('says that the code is longer than the stay: %s', async (_what, parameters, told) => {
		const [item] = await jsonOf(parameters);
		expect(item.summary).toMatch(told);
	});

	it('says that a code for a stay under way begins now, once', async () => {
		const underWay = { startsAt: '2027-02-19T15:00', endsAt: '2027-02-28T11:00' };
		const [item] = await jsonOf(underWay);
		expect(item.summary).toMatch(/11:00, starting now because 19 Feb 15:00 has passed, on/);
		expect(item.summary).not.toMatch(/shorter/);
		const [again] = await jsonOf(underWay);
		expect(again.summary).not.toMatch(/shorter|starting now/);
	});

	it.each([
		[
			'began before now',
			'2027-02-20T09:00:00Z',
			'19 Feb 15:30 to 28 Feb 10:30, starting later than 19 Feb 15:00, which has passed, PIN',
		],
		[
			'begins later',
			'2027-02-19T14:10:30Z',
			'19 Feb 15:30 to 28 Feb 10:30, 20 minutes shorter at the start than the stay, PIN',
		],
	])('does not say “now” of a stay under way on a lock whose day %s', async (_what, now, told) => {
		useFakeClock(now);
		const [item] = await jsonOf({
			...{ device: byId(MANOR), startsAt: '2027-02-19T15:00', endsAt: '2027-02-28T10:30' },
			options: { acceptInside: 30 },
		});
		expect(item.summary).toContain(`Offline code for Manor, ${told}`);
	});

	it('says that a code by the hour, for a stay under way, begins later than the stay', async () => {
		useFakeClock('2027-02-19T16:55:30Z');
		const [item] = await jsonOf({
			...OFFLINE,
			...{ startsAt: '2027-02-19T15:00:00Z', endsAt: '2027-02-28T11:00:00Z' },
		});
		expect(item.summary).toMatch(
			/^Offline code for .*, starting later than 19 Feb \d\d:00, which has passed, PIN/,
		);
	});

	it('says that a day picked as the end beside a time ends at midnight', async () => {
		const picked = { startsAt: '2027-03-01T15:00', endsAt: '2027-03-05 00:00:00' };
		const told = /to 5 Mar 00:00, ending at midnight instead of the check-out time, on/;
		const [item] = await jsonOf(picked);
		expect(item.summary).toMatch(told);
		const [kept] = await jsonOf(picked);
		expect(kept.summary).not.toMatch(/midnight/);
	});

	it('says how a code that is handed out as it is differs from the stay', async () => {
		await jsonOf();
		const [item] = await jsonOf({
			endsAt: '2027-03-04T11:00',
			options: { ifBookingHasCode: 'return' },
		});
		expect(item.summary).toMatch(
			/5 Mar 11:00, 1 day longer at the end than the stay, .*unchanged$/,
		);
	});

	it('says that the stay is over, and nothing of a PIN', async () => {
		await jsonOf({ startsAt: '2027-02-18T15:00', endsAt: '2027-02-28T11:00' });
		const over = { startsAt: '2027-02-18T15:00', endsAt: '2027-02-19T11:00' };
		const [planned] = await jsonOf({ ...over, planOnly: true });
		expect(planned.summary).toBe(
			'Plan, nothing created: the stay is over, so its code for Front Door would be deleted',
		);
		const [item] = await jsonOf(over);
		expect(item.summary).toBe('The stay is over: its code for Front Door was deleted');
		expect(item).not.toHaveProperty('pin_state');
		expect(item.code).toBeUndefined();
	});

	it('has no PIN', async () => {
		const [item] = await jsonOf({ pin: 'custom', customPin: '482915' });
		expect({ isTold: `${String(item.summary)}${String(item.pin_state)}`.includes('4829') }).toEqual(
			{
				isTold: false,
			},
		);
	});
});

describe('Plan Only', () => {
	it('leads with the same sentence, and with what it is', async () => {
		const [planned] = await jsonOf({ planOnly: true });
		expect(Object.entries(planned).slice(0, 2)).toEqual([
			[
				'summary',
				'Plan, nothing created: online code for Front Door, 1 Mar 15:00 to 5 Mar 11:00, on the lock by 26 Feb',
			],
			['plan_only', true],
		]);
		expect(planned).toMatchObject({
			pin_state: 'chosen, see plan.request.code',
			starts_at_text: '1 March 2027, 15:00',
		});
	});

	it('says what would become of a code that the booking has', async () => {
		await jsonOf();
		const [same] = await jsonOf({ planOnly: true });
		const [longer] = await jsonOf({ planOnly: true, endsAt: '2027-03-06T11:00' });
		expect(same.summary).toMatch(/^Plan, nothing created: .*, stays unchanged$/);
		expect(longer.summary).toMatch(/^Plan, nothing created: .*6 Mar 11:00.*, would be changed$/);
	});

	it.each<[string, INodeParameters, string]>([
		['a PIN of a run', { bookingKey: '' }, 'will be chosen at the run'],
		['an offline code', OFFLINE, 'will be assigned by igloohome'],
		['a shared PIN', { options: { commonCodeKey: 'staff' } }, 'will be chosen by Seam'],
	])('says who chooses the PIN: %s', async (_what, parameters, state) => {
		const [planned] = await jsonOf({ ...parameters, planOnly: true });
		expect(planned.pin_state).toBe(state);
	});

	it('says each reason in words, with its rule beside it', async () => {
		const [online] = await jsonOf({ planOnly: true });
		const [offline] = await jsonOf({ ...OFFLINE, planOnly: true });
		const reasonsOf = ({ plan }: typeof online) =>
			(plan as unknown as { reasons: ToldReason[] }).reasons;
		expect(reasonsOf(online).map(({ because, rule }) => [rule, because])).toEqual([
			['online_first', 'The code is online, as the lock can be programmed.'],
			['time_zone', 'Times that name no time zone are meant in Europe/Rome.'],
			['any_window', 'The lock takes any window.'],
			['pin', 'PIN: derived from the booking, the same on all its locks.'],
		]);
		expect(reasonsOf(offline).map(({ because }) => because)).toEqual([
			'The code is offline, as no online code can be had.',
			'Times that name no time zone are meant in Europe/Rome.',
			'The lock takes codes of 1–672 hours (“Hourly”).',
			"The code starts and ends on whole hours of the lock's own clock.",
			"The lock takes at most 3 codes per start hour of the lock's clock.",
			'Seam may move the times by up to an hour.',
			'PIN: assigned by the maker.',
		]);
		for (const reason of [...reasonsOf(online), ...reasonsOf(offline)]) {
			expect(Object.keys(reason)).toEqual(['because', 'rule', 'value', 'source']);
		}
	});
});

describe('the item', () => {
	it('has what a person came for first, and nothing that only Seam’s API is about', async () => {
		const [item] = await jsonOf();
		expect(Object.keys(item).slice(0, 9)).toEqual(['summary', ...FIRST]);
		for (const field of RAW) expect(item).not.toHaveProperty(field);
	});

	it('has all of it with Simplify off, in the same order', async () => {
		const [item] = await jsonOf({ simplify: false });
		expect(Object.keys(item).slice(0, 9)).toEqual(['summary', ...FIRST]);
		expect(item).toMatchObject(bookings.world.codes[0]);
	});

	it('has all of it in stored workflows, which have version 1', async () => {
		const [item] = await jsonOf({}, { typeVersion: 1 });
		expect(item).toMatchObject(bookings.world.codes[0]);
	});

	it('is the same for the workflow, simplified or not', async () => {
		const [simplified] = await jsonOf();
		const [raw] = await jsonOf({ simplify: false });
		expect(raw).toMatchObject({
			...simplified,
			summary: raw.summary,
			was_created: false,
			plan: {},
		});
	});

	it('says that the PIN of an offline code comes from the maker', async () => {
		const [item] = await jsonOf(OFFLINE);
		expect(item).toMatchObject({ code: null, pin_state: 'will be assigned by igloohome' });
		bookings.world.codes[0].code = '1234567';
		const [again] = await jsonOf(OFFLINE);
		expect(again.pin_state).toBe('assigned by igloohome');
	});
});

describe('dates for a guest', () => {
	it('are in one form, also in the instructions', async () => {
		const options = { dateLanguage: 'en-US' };
		const [item] = await jsonOf({ ...OFFLINE, options });
		expect(item).toMatchObject({
			starts_at_text: 'March 1, 2027, 3:00 PM',
			ends_at_text: 'March 5, 2027, 11:00 AM',
			guest_instructions: [expect.stringContaining('before March 2, 2027, 3:00 PM:')],
		});
	});

	it('take a language of the item, as booking systems write it', async () => {
		const options = { dateLanguage: '={{ "de_AT" }}', dateClock: '24_hours' };
		const [item] = await jsonOf({ options });
		expect(item.starts_at_text).toBe('1. März 2027, 15:00');
	});

	it('refuse what is no language, by the name of the option', async () => {
		const error = await failureOf({ options: { dateLanguage: '={{ "Klingon" }}' } });
		expect(error.message).toBe("'Language of Dates' does not name a language [item 0]");
		expect(error.description).toContain('such as en-GB');
	});
});

describe('nodes of version 1', () => {
	it('read the times of day among the options', async () => {
		const options = { checkInTime: '16:00', checkOutTime: '10:30' };
		const dates = { startsAt: '2027-03-01', endsAt: '2027-03-05' };
		await jsonOf({ ...dates, options }, { typeVersion: 1 });
		await jsonOf({ ...dates, bookingKey: 'HA-2' }, { typeVersion: 1 });
		expect(bookings.created()).toMatchObject([
			{ starts_at: '2027-03-01T16:00:00+01:00', ends_at: '2027-03-05T10:30:00+01:00' },
			{ starts_at: '2027-03-01T15:00:00+01:00', ends_at: '2027-03-05T11:00:00+01:00' },
		]);
	});
});

describe('the subtitle', () => {
	it.each<[string, INodeParameters]>([
		['Time-Bound', stay],
		['Time-Bound', { device: byId('={{ $json.device_id }}') }],
		[
			'Front Door: Plan Only',
			{
				device: {
					...{ __rl: true, mode: 'list', value: FRONT_DOOR },
					cachedResultName: 'Front Door · August · America/New_York · connected · battery 80%',
				},
				planOnly: true,
			},
		],
		[
			'Flat: One-Time Use',
			{ device: { __rl: true, mode: 'name', value: 'Flat' }, access: 'one_time_use' },
		],
		['Time-Bound', { device: { __rl: true, mode: 'name', value: '={{ $json.door }}' } }],
		['Ongoing', { access: 'ongoing' }],
	])('says %s', (subtitle, parameters) => {
		expect(subtitleOf(SeamCreateAccessCode, parameters)).toBe(subtitle);
	});
});
