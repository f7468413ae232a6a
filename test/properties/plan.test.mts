// The plan against the rules of the sandbox, around every change of every zone's clocks from 2025 to 2030. The sandbox
// reads each ambiguous rule strictly and leniently and reckons with Temporal, not with what the plan reckons with.
//
//     PROPERTY_CASES=100000   how many cases (default: all that the budget of `npm test` allows)
//     PROPERTY_SEED=…         another seed: searches elsewhere, or repeats a failure that printed it
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { choosePins, withPin } from '../../nodes/shared/accessCode/pin/bookingPins';
import { planAccessCode } from '../../nodes/shared/accessCode/planning/plan';
import { PlanRefusal } from '../../nodes/shared/accessCode/planning/planRefusal';
import type { CreateAccessCodeRequest } from '../../nodes/shared/schema/accessCodeRequests';
import type { Plan } from '../../nodes/shared/accessCode/planning/planTypes';
import type { Wish } from '../../nodes/shared/accessCode/wish';
import { Refusal } from '../../nodes/shared/refusal';
import { accessCodeSchema, type AccessCode } from '../../nodes/shared/schema/accessCode';
import { deviceSchema, type Device } from '../../nodes/shared/schema/device';
import { judgeCreate } from '../../sandbox/rules/judgeCreate.mts';
import type { Reading } from '../../sandbox/rules/types.mts';
import { acceptedAlternatives, covers } from './alternatives.mts';
import { everyMoment, type Moment } from './moments.mts';
import { caseAround, type Case } from './stays.mts';
import { Tally } from './tally.mts';

const CASES = Number(process.env.PROPERTY_CASES ?? 100_000);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_123);
const MINUTE = 60_000;

const moments = everyMoment();
const tally = new Tally();

test(
	`${CASES} plans around ${moments.length} changes of clocks (seed ${SEED})`,
	() => {
		const runsEach = Math.ceil(CASES / moments.length);
		for (const [index, moment] of moments.entries()) {
			fc.assert(
				fc.property(caseAround(moment), (wished) => check(wished, moment)),
				{ numRuns: runsEach, seed: SEED + index, endOnFailure: false },
			);
		}
		console.log(`${tally}\nseed ${SEED}`);

		const enough = CASES >= 100_000 ? 1_000 : 1;
		for (const column of ['cases', 'granted', 'refused', 'across'] as const) {
			expect(tally.least(column)).toBeGreaterThanOrEqual(enough);
		}
		expect(tally.of('cases')).toBeGreaterThanOrEqual(CASES);
	},
	30 * MINUTE,
);

function check(wished: Case, { at }: Moment): void {
	tally.count(wished.family, 'cases');
	if (at !== null && wished.stay.start < at && at < wished.stay.end) {
		tally.count(wished.family, 'across');
	}
	const plan = planner(wished);
	const result = plan(wished.wish);
	if (result instanceof Refusal) {
		tally.count(wished.family, 'refused');
		checkRefusal(wished, result);
		return;
	}
	tally.count(wished.family, 'granted');
	checkCovers(wished, result.request);
	checkOffsets(wished, result.request);
	checkLegal(wished, result.request, 'strict');
	checkLegal(wished, result.request, 'lenient');
	checkRepeats(result, plan(wished.wish));
	checkStable(wished, result, plan);
}

type Planner = (wish: Wish) => Plan | Refusal;

/** The plan for the lock of a case, as the nodes make it: from what the schemas read of Seam's answers. */
function planner({ lock, existing, now }: Case): Planner {
	const device = deviceSchema.parse(lock);
	const existingCodes = existing.map((code, index) =>
		accessCodeSchema.parse({ ...code, access_code_id: `code-${index}`, device_id: lock.device_id }),
	);
	return (wish) => {
		try {
			const plan = planAccessCode({ device, wish, now, existingCodes });
			return wish.pin.source === 'custom' ? withCustomPin(device, plan, wish, existingCodes) : plan;
		} catch (error) {
			if (error instanceof Refusal) return error;
			throw error;
		}
	};
}

function withCustomPin(device: Device, plan: Plan, wish: Wish, otherCodes: AccessCode[]): Plan {
	const lock = { device, isOffline: plan.kind.startsWith('offline_'), otherCodes };
	const booking = { wish, identity: 'HA-1', secret: 'a secret', knownPins: [], spentPins: [] };
	return withPin(plan, choosePins([lock], booking).choiceFor(device.device_id));
}

/** The granted window covers the stay, or what is left of it. */
function checkCovers({ stay, now, lock }: Case, request: CreateAccessCodeRequest): void {
	// Kwikset wants starts 15 minutes ahead; the plan takes the next full minute after that.
	const soonest = lock.device_type === 'kwikset_lock' ? now + 16 * MINUTE : now;
	const start = Date.parse(request.starts_at ?? '');
	ensure(start <= Math.max(stay.start, soonest), 'The code begins after the stay', request);
	const end = request.ends_at === undefined ? Infinity : Date.parse(request.ends_at);
	ensure(end >= stay.end, 'The code ends before the stay', request);
}

/** Each end carries the offset that the lock's zone has at that end. */
function checkOffsets({ zone }: Case, request: CreateAccessCodeRequest): void {
	for (const text of [request.starts_at, request.ends_at]) {
		if (text === undefined) continue;
		const { offset } = Temporal.Instant.from(text).toZonedDateTimeISO(zone);
		const isOwn = text.replace(/Z$/, '+00:00').endsWith(offset);
		ensure(isOwn, `${text} is not at the offset of its zone, ${offset}`, request);
	}
}

/** The lock may hold it: the sandbox accepts the very request. */
function checkLegal(wished: Case, request: CreateAccessCodeRequest, reading: Reading): void {
	const { lock, existing, now, wish, stay } = wished;
	const { refused, accepted } = judgeCreate({ ...request }, lock, existing, now, reading);
	ensure(!refused, `The ${reading} sandbox refuses it: ${refused?.message}`, request);
	if (accepted && wish.whenWindowDoesNotFit === 'refuse') {
		const rest = { start: Infinity, end: stay.end };
		ensure(covers(wished, accepted, rest), 'The code expires before the stay', accepted);
	}
}

/** The same wish makes the same bytes: Plan Only shows what a real run sends. */
function checkRepeats(plan: Plan, again: Plan | Refusal): void {
	const isSame =
		!(again instanceof Refusal) && JSON.stringify(again.request) === JSON.stringify(plan.request);
	ensure(isSame, 'The same wish makes another request', again);
}

/** Planning what was planned changes nothing. A window that has begun is planned from now on, and still to be had. */
function checkStable({ wish, now }: Case, { kind, request }: Plan, plan: Planner): void {
	const again = plan({
		...wish,
		startsAt: request.starts_at,
		endsAt: request.ends_at,
		// A window from midnight to midnight is meant as it is, not as two dates.
		checkInTime: '00:00',
		checkOutTime: '00:00',
		minutesBefore: 0,
		minutesAfter: 0,
	});
	if (again instanceof Refusal) throw new Error(`Its own window is refused: ${again.message}`);
	const hasBegun = Date.parse(request.starts_at ?? '') < now;
	const isSame = again.kind === kind && JSON.stringify(again.request) === JSON.stringify(request);
	ensure(isSame || hasBegun, 'Planning its own window changes it', { request, again });
}

/** What the plan refuses, the strict sandbox refuses too, unless the refusal says that it is our caution. */
function checkRefusal(wished: Case, refusal: Refusal): void {
	const [alternative] = acceptedAlternatives(wished);
	if (alternative === undefined) return;
	const isCaution =
		refusal instanceof PlanRefusal && refusal.rejected.some(({ marking }) => marking === 'caution');
	ensure(isCaution, `Refused, though the sandbox would accept: ${refusal.message}`, alternative);
	tally.count(wished.family, 'caution');
}

/** Jest's own expectations would take a third of the whole run. */
function ensure(holds: boolean, message: string, about: unknown): void {
	if (!holds) throw new Error(`${message}\n${JSON.stringify(about, null, 2)}`);
}
