import type { BookingOnLock } from '../../../../../nodes/shared/accessCode/deciding/bookingOnLock';
import { planFromCode } from '../../../../../nodes/shared/accessCode/deciding/describeCode';
import type { Device } from '../../../../../nodes/shared/schema/device';
import { august, existingCode, igloohome, wishOf } from '../fixtures';

const stay = { starts_at: '2027-03-01T07:00:00Z', ends_at: '2027-03-05T03:00:00Z' };
const offline = { ...stay, is_offline_access_code: true };
const describeCode = (device: Device, fields: Record<string, unknown>, timeZone?: string) =>
	planFromCode({ device } as BookingOnLock, wishOf({ timeZone }), existingCode(fields));

describe('the plan that a code tells by itself', () => {
	it.each([
		['time-bound', august(), stay, 'online_time_bound', 'online', {}],
		['ongoing', august(), {}, 'online_ongoing', 'online', {}],
		[
			'offline',
			igloohome(),
			offline,
			'offline_time_bound',
			'igloohome',
			{ is_offline_access_code: true },
		],
		[
			'for one-time use',
			igloohome(),
			{ ...offline, ends_at: null, is_one_time_use: true },
			'offline_one_time_use',
			'igloohome',
			{ is_offline_access_code: true, is_one_time_use: true },
		],
	])('is of its kind: %s', (_what, device, fields, kind, lock_family, flags) => {
		const { request, ...plan } = describeCode(device, fields);
		const { device_id, starts_at, ends_at, ...rest } = request;
		expect(plan).toMatchObject({ kind, lock_family });
		expect(device_id).toBe(device.device_id);
		expect([starts_at ?? null, ends_at ?? null]).toEqual(Object.values(plan.window.granted));
		expect(rest).toEqual(flags);
	});

	it('has the times of the code, in the zone of the lock', () => {
		const { window } = describeCode(igloohome(), offline);
		expect(window).toMatchObject({
			asked: window.granted,
			granted: { starts_at: '2027-03-01T15:00:00+08:00', ends_at: '2027-03-05T11:00:00+08:00' },
			time_zone: 'Asia/Singapore',
			time_zone_source: 'device.location.time_zone',
		});
	});

	it('names the zone of the wish, if there is one', () => {
		expect(describeCode(igloohome(), offline, 'Europe/Rome').window).toMatchObject({
			time_zone: 'Europe/Rome',
			time_zone_source: 'parameter Time Zone',
		});
	});

	it('tells the guest what Seam warns of', () => {
		const warnings = [{ warning_code: 'igloo_algopin_must_be_used_within_24_hours' }];
		expect(describeCode(igloohome(), offline).guest_instructions).toEqual([]);
		expect(describeCode(igloohome(), { ...offline, warnings }).guest_instructions).toHaveLength(1);
	});
});
