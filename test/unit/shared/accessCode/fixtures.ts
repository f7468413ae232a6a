import { choosePins, withPin } from '../../../../nodes/shared/accessCode/pin/bookingPins';
import { planAccessCode } from '../../../../nodes/shared/accessCode/planning/plan';
import type { Plan } from '../../../../nodes/shared/accessCode/planning/planTypes';
import type { Wish } from '../../../../nodes/shared/accessCode/wish';
import { accessCodeSchema, type AccessCode } from '../../../../nodes/shared/schema/accessCode';
import { deviceSchema, type Device } from '../../../../nodes/shared/schema/device';

export const DEVICE_ID = '11111111-1111-1111-1111-444444444444';

/** A device as Seam would send it, read as the nodes read it. */
export function deviceOf(fields: Record<string, unknown>): Device {
	return deviceSchema.parse({ device_id: DEVICE_ID, ...fields });
}

const offline = { can_program_offline_access_codes: true };
const online = { can_program_online_access_codes: true };

export const igloohome = (
	zone: string | null = 'Asia/Singapore',
	more: Record<string, unknown> = {},
) =>
	deviceOf({
		device_type: 'igloohome_lock',
		...offline,
		location: zone === null ? null : { time_zone: zone },
		properties: { igloohome_metadata: {} },
		...more,
	});

export const august = (more: Record<string, unknown> = {}) =>
	deviceOf({
		device_type: 'august_lock',
		...online,
		location: { time_zone: 'America/New_York' },
		properties: {
			online: true,
			supported_code_lengths: [4, 5, 6],
			max_active_codes_supported: 250,
		},
		...more,
	});

export const onlineLock = (deviceType: string, more: Record<string, unknown> = {}) =>
	august({ device_type: deviceType, properties: { online: true }, ...more });

export interface LevelFields {
	name?: string;
	check_in_time?: string;
	check_out_time?: string;
	is_24_hour?: boolean;
	is_biweekly_mode?: boolean;
	is_master?: boolean;
	is_one_shot?: boolean;
}

export const oracode = (levels: LevelFields[], zone = 'America/Los_Angeles') =>
	deviceOf({
		device_type: 'dormakaba_oracode_door',
		...offline,
		properties: {
			dormakaba_oracode_metadata: { iana_timezone: zone, predefined_time_slots: levels },
		},
	});

/** `16:00-10:00` in the lock's zone, as user levels of the newer notation. */
export const level = (
	times: string,
	more: LevelFields = {},
	zone = 'America/Los_Angeles',
): LevelFields => {
	const [checkIn, checkOut] = times.split('-');
	return {
		name: `Guest ${times}`,
		check_in_time: `${checkIn}:00[${zone}]`,
		check_out_time: `${checkOut}:00[${zone}]`,
		...more,
	};
};

export const lockly = (more: Record<string, unknown> = {}) =>
	deviceOf({
		device_type: 'lockly_lock',
		...offline,
		location: { time_zone: 'America/Chicago' },
		properties: { lockly_metadata: {} },
		...more,
	});

export const existingCode = (fields: Record<string, unknown>): AccessCode =>
	accessCodeSchema.parse({ access_code_id: 'a', device_id: DEVICE_ID, ...fields });

const plainWish: Wish = {
	access: 'time_bound',
	kind: 'automatic',
	pin: { source: 'generated' },
	checkInTime: '15:00',
	checkOutTime: '11:00',
	minutesBefore: 0,
	minutesAfter: 0,
	whenWindowDoesNotFit: 'fit',
	longestAddition: 360,
	acceptInside: 0,
};

export const wishOf = (fields: Partial<Wish> = {}): Wish => ({ ...plainWish, ...fields });

/** A plan with the clock at `now` (ISO 8601), and the PIN if the wish gives one. */
export function planOf(
	device: Device,
	wish: Partial<Wish>,
	now = '2026-01-01T00:00:00Z',
	existingCodes?: AccessCode[],
): Plan {
	const asked = wishOf(wish);
	const plan = planAccessCode({ device, wish: asked, now: Date.parse(now), existingCodes });
	const { pin, commonCodeKey } = asked;
	if (pin.source === 'generated' && commonCodeKey === undefined) return plan;
	return withPin(plan, pinsOf(device, plan, asked, existingCodes).choiceFor(device.device_id));
}

/** The PINs of a booking that has one lock. */
export function pinsOf(device: Device, plan: Plan, wish: Wish, existingCodes: AccessCode[] = []) {
	const isOffline = plan.kind.startsWith('offline_');
	return choosePins([{ device, isOffline, otherCodes: existingCodes }], {
		...{ wish, identity: 'HA-1', secret: 'a secret', knownPins: [], spentPins: [] },
	});
}

/** What the plan throws; fails when it does not. */
export function refusalOf(...args: Parameters<typeof planOf>): Error {
	try {
		planOf(...args);
	} catch (error) {
		return error as Error;
	}
	throw new Error('The wish was planned, although it should have been refused.');
}

export const warningCodes = (plan: Plan): string[] => plan.warnings.map(({ code }) => code);
