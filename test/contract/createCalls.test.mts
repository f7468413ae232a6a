// Seam Create Access Code by its own execute over HTTP, against the sandbox's rules: that Plan Only shows the bytes
// which a run sends, and what becomes of Seam's answers that no script would think of.
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import type { Plan } from '../../nodes/shared/accessCode/planning/planTypes';
import { API_KEY } from '../../sandbox/credentials.mts';
import { ALIASES } from '../../sandbox/portfolio.mts';
import { runNode } from '../unit/support/nodeHarness.mts';
import { startRelay, type Relay } from './support/relay.mts';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

const RUNS = 100;
const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
const today = Math.floor(Date.now() / DAY) * DAY;

let sandbox: TestSandbox;
let relay: Relay;

beforeAll(async () => {
	sandbox = await startTestSandbox();
	await sandbox.freezeAt(new Date().toISOString());
	relay = await startRelay(sandbox.server.url);
});
afterAll(async () => {
	await relay.close();
	await sandbox.close();
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** What the node put out, or why it refused, and the bodies of its creates as they came over the wire. */
async function run(parameters: INodeParameters) {
	relay.seen.length = 0;
	const outcome = await runNode(SeamCreateAccessCode, {
		parameters,
		seam: relay,
		credential: { apiKey: API_KEY },
	}).then(
		([items]) => ({ items: items.map(({ json }) => json), refusal: null }),
		(error: Error & { description?: string }) => ({ items: [], refusal: error }),
	);
	const bodiesOf = (path: string) =>
		relay.seen.filter((request) => request.path === path).map(({ text }) => text);
	return { ...outcome, creates: bodiesOf('/access_codes/create') };
}

describe('Plan Only and a real run', () => {
	const time = (instant: number, form: 'date' | 'wall clock' | 'instant') => {
		const text = new Date(instant).toISOString();
		return form === 'date' ? text.slice(0, 10) : form === 'instant' ? text : text.slice(0, 16);
	};
	/** Stays of hours and of months, on the hour and off it. */
	const stays = fc
		.record({
			form: fc.constantFrom('date' as const, 'wall clock' as const, 'instant' as const),
			inDays: fc.integer({ min: 1, max: 60 }),
			at: fc.integer({ min: 0, max: 95 }),
			lasts: fc.oneof(
				fc.integer({ min: 1, max: 96 }),
				fc.integer({ min: 1, max: 40 }).map((days) => days * 96),
			),
		})
		.map(({ form, inDays, at, lasts }) => {
			const start = today + inDays * DAY + at * QUARTER_HOUR;
			const end = start + Math.max(lasts * QUARTER_HOUR, form === 'date' ? DAY : 0);
			return { startsAt: time(start, form), endsAt: time(end, form) };
		});
	/** Mostly what hosts wish, so that most of it can be had. */
	const mostly = <T,>(usual: T, ...others: T[]) =>
		fc.oneof(
			{ arbitrary: fc.constant(usual), weight: 4 },
			{ arbitrary: fc.constantFrom(...others), weight: 1 },
		);
	const wishes = fc.record({
		stay: stays,
		access: mostly('time_bound', 'ongoing', 'one_time_use'),
		kind: mostly('automatic', 'online', 'offline'),
		name: mostly('Ada Lovelace', '', 'Katherine Coleman Goble Johnson', 'Zoë “née” O’Hara'),
		pin: mostly<INodeParameters>(
			{ pin: 'generated' },
			{ pin: 'custom', customPin: '736194' },
			{ pin: 'phone', phone: '+39 333 573 6194' },
		),
		options: fc.record({
			timeZone: mostly('lock', 'workflow'),
			longestAddition: mostly(800, 0, 24),
			minutesBefore: mostly(0, 15, 60),
			minutesAfter: mostly(0, 30),
			commonCodeKey: mostly('', 'house-7'),
			preferredLength: mostly(6, 4, 8),
			preferNativeScheduling: fc.boolean(),
			isExternalModificationAllowed: fc.boolean(),
			useBackupAccessCodePool: fc.boolean(),
			attemptForOfflineDevice: fc.boolean(),
			maxTimeRounding: mostly('plan', '1h', '1d'),
		}),
	});
	const locks = fc.uniqueArray(
		fc.oneof(fc.constantFrom(...ALIASES), fc.constantFrom('august', 'igloohome', 'oracode')),
		{ minLength: 1, maxLength: 2 },
	);

	test(`send the same bytes: ${RUNS} bookings on any locks`, async () => {
		const told = { sent: 0, derived: 0, offline: 0, several: 0, refused: 0 };
		let booking = 0;
		await fc.assert(
			fc.asyncProperty(locks, wishes, async (aliases, { stay, pin, ...wish }) => {
				const [device, ...others] = await Promise.all(aliases.map((one) => sandbox.device(one)));
				const parameters = {
					...wish,
					...stay,
					...pin,
					device: byId(device),
					additionalDevices: others.join(','),
					bookingKey: `HA-${(booking += 1)}`,
				};
				const planned = await run({ ...parameters, planOnly: true });
				expect(planned.creates).toEqual([]);
				const real = await run(parameters);

				if (planned.refusal !== null) {
					told.refused += 1;
					expect(real.refusal?.message).toBe(planned.refusal.message);
					expect(real.creates).toEqual([]);
					return;
				}
				const requests = planned.items.map(({ plan }) => (plan as unknown as Plan).request);
				expect(real.creates).toEqual(requests.map((request) => JSON.stringify(request)));
				// Which PINs an account knows, only Seam can tell: the plan warns of them.
				if (!JSON.stringify(planned.items).includes('pin_must_be_known')) {
					expect(real.refusal).toBeNull();
				}
				told.sent += requests.length;
				if (requests.length > 1) told.several += 1;
				for (const { code, is_offline_access_code } of requests) {
					if (code !== undefined && pin.pin === 'generated') told.derived += 1;
					if (is_offline_access_code === true) told.offline += 1;
				}
			}),
			{ numRuns: RUNS, seed: 20_261_123 },
		);
		for (const count of Object.values(told)) expect(count).toBeGreaterThanOrEqual(5);
	}, 120_000);
});

test('of user levels with equal times, the one that Seam took is named', async () => {
	const times = {
		check_in_time: '16:00:00[America/Los_Angeles]',
		check_out_time: '10:00:00[America/Los_Angeles]',
	};
	const device_id = await sandbox.device('oracode', {
		properties: {
			dormakaba_oracode_metadata: {
				predefined_time_slots: ['Guest', 'Staff'].map((name, index) => ({
					...times,
					name,
					prefix: 100 + index,
					dormakaba_oracode_user_level_id: `00000000-0000-4000-8000-00000000000${index}`,
					is_24_hour: false,
					is_biweekly_mode: false,
					is_master: false,
					is_one_shot: false,
				})),
			},
		},
	});
	const { items, refusal } = await run({
		device: byId(device_id),
		bookingKey: 'HA-levels',
		simplify: false,
		startsAt: `${new Date(today + 9 * DAY).toISOString().slice(0, 10)}T16:00`,
		endsAt: `${new Date(today + 12 * DAY).toISOString().slice(0, 10)}T10:00`,
	});
	expect(refusal).toBeNull();
	expect(items[0].dormakaba_oracode_metadata).toMatchObject({ user_level_name: 'Guest' });
	expect((items[0].plan as unknown as Plan).warnings).toContainEqual({
		code: 'user_levels_with_equal_times',
		message: expect.stringMatching(/“Guest”, “Staff” .* It took “Guest”\.$/) as string,
	});
});

test('a PIN and a key that Seam quotes are masked, and nothing is left behind', async () => {
	const device_id = await sandbox.device('august');
	await sandbox.control('POST', '/sandbox/faults', {
		path: '/access_codes/create',
		kind: 'status',
		status: 400,
		times: 1,
		body: { error: { type: 'invalid_input', message: 'PIN {{code}} of {{key}} is bad' } },
	});
	const { refusal, creates } = await run({
		device: byId(device_id),
		access: 'ongoing',
		bookingKey: 'HA-quoted',
		pin: 'custom',
		customPin: '736194',
	});
	expect(creates).toHaveLength(1);
	expect(refusal?.message).toContain('is bad');
	const told = JSON.stringify([refusal, refusal?.message, refusal?.description, refusal?.stack]);
	expect(told).not.toContain('736194');
	expect(told).not.toContain(API_KEY);
	expect(await sandbox.seam.accessCodes.list({ device_id })).toEqual([]);
});
