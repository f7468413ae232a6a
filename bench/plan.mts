// How many plans a second for a lock with 200 codes, and what a plan costs beside n8n's evaluation of one expression.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Wish } from '../nodes/shared/accessCode/wish.ts';
import { startExpression } from './expression.mts';
import { measure, type Work } from './measure.mts';
import { unpackPackage } from './unpack.mts';

/** A plan may cost at most this part of an expression. */
const LIMIT = 0.1;

const NOW = Date.parse('2027-01-15T12:00:00Z');
const DAY = 86_400_000;
const ZONE = 'America/Los_Angeles';

const level = (check_in_time: string, check_out_time: string, more: object = {}) => ({
	check_in_time: `${check_in_time}:00[${ZONE}]`,
	check_out_time: `${check_out_time}:00[${ZONE}]`,
	...more,
});

const LOCKS = {
	'online lock': {
		device_type: 'yale_lock',
		can_program_online_access_codes: true,
		properties: { supported_code_lengths: [4, 5, 6], max_active_codes_supported: 250 },
	},
	igloohome: {
		device_type: 'igloohome_lock',
		can_program_offline_access_codes: true,
		properties: { igloohome_metadata: {}, max_active_codes_supported: 250 },
	},
	'dormakaba Oracode': {
		device_type: 'dormakaba_oracode_door',
		can_program_offline_access_codes: true,
		properties: {
			dormakaba_oracode_metadata: {
				iana_timezone: ZONE,
				predefined_time_slots: [
					level('07:00', '19:00'),
					level('16:00', '10:00'),
					level('00:00', '00:00', { is_24_hour: true }),
				],
			},
		},
	},
};

const EXISTING_CODES = Array.from({ length: 200 }, (_, index) => ({
	access_code_id: `code-${index}`,
	device_id: 'bench',
	name: `Guest ${index}`,
	code: String(483_000 + index),
	type: 'time_bound',
	starts_at: new Date(NOW + index * DAY).toISOString(),
	ends_at: new Date(NOW + (index + 3) * DAY).toISOString(),
	is_offline_access_code: index % 2 === 0,
}));

/** Bookings of one to ten nights, spread over half a year and with it over a change of the clocks. */
const WISHES = Array.from({ length: 64 }, (_, index): Wish => {
	const date = (days: number) => new Date(NOW + days * DAY).toISOString().slice(0, 10);
	return {
		access: 'time_bound',
		kind: 'automatic',
		startsAt: date(3 * index + 2),
		endsAt: date(3 * index + 3 + (index % 10)),
		name: 'Ada Lovelace',
		pin: { source: 'generated' },
		checkInTime: '16:00',
		checkOutTime: '10:00',
		minutesBefore: 0,
		minutesAfter: 0,
		whenWindowDoesNotFit: 'fit',
		longestAddition: 360,
		acceptInside: 0,
	};
});

/** Plans one wish after another for a lock, with the code of the built package. */
function planning(builtPackage: string, lock: object): Work {
	const require = createRequire(join(builtPackage, 'dist', 'nodes', 'shared', 'any.js'));
	const { planAccessCode } = require('./accessCode/planning/plan.js');
	const { deviceSchema } = require('./schema/device.js');
	const { accessCodeSchema } = require('./schema/accessCode.js');
	const device = deviceSchema.parse({ device_id: 'bench', location: { time_zone: ZONE }, ...lock });
	const existingCodes = EXISTING_CODES.map((code) => accessCodeSchema.parse(code));
	return (round) => {
		const wish = WISHES[round % WISHES.length];
		const { request } = planAccessCode({ device, wish, now: NOW, existingCodes });
		if (request.starts_at === undefined) throw new Error('The plan has no window');
	};
}

/** Prints the measurement; true where every plan keeps to the limit. */
export async function benchPlan(): Promise<boolean> {
	const builtPackage = await unpackPackage();
	const expression = await startExpression();
	try {
		const plans = Object.fromEntries(
			Object.entries(LOCKS).map(([name, lock]) => [`plan: ${name}`, planning(builtPackage, lock)]),
		);
		const [ofExpression, ...ofPlans] = measure({
			'n8n: one expression': expression.work,
			...plans,
		});
		for (const { name, perSecond, microseconds } of [ofExpression, ...ofPlans]) {
			const ratio = microseconds / ofExpression.microseconds;
			console.log(
				`${name.padEnd(26)}${Math.round(perSecond).toLocaleString('en').padStart(10)} a second${microseconds.toFixed(1).padStart(10)} µs${ratio.toFixed(3).padStart(9)} of an expression`,
			);
		}
		const worst = Math.max(...ofPlans.map((plan) => plan.microseconds / ofExpression.microseconds));
		const isGood = worst <= LIMIT;
		console.log(
			`A plan costs at most ${worst.toFixed(3)} of an expression (limit ${LIMIT}): ${isGood ? 'good' : 'TOO SLOW'}`,
		);
		return isGood;
	} finally {
		await expression.stop();
	}
}
