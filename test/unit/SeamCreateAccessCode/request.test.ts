import type { INodeParameters } from 'n8n-workflow';

import type { Json } from '../support/fakeSeam.mts';
import { byId, useBookings } from './bookings';
import { CABIN, FRONT_DOOR } from './scriptedLocks.mts';

const bookings = useBookings();
const { run, created } = bookings;

describe('every parameter of a create', () => {
	const sent = async (parameters: INodeParameters) => {
		await run({ bookingKey: 'HA-1042', ...parameters });
		return created()[0];
	};
	const base = {
		device_id: FRONT_DOOR,
		name: 'Ada Lovelace [HA-1042]',
		code: expect.stringMatching(/^\d{6}$/) as string,
		starts_at: '2027-03-01T15:00:00+01:00',
		ends_at: '2027-03-05T11:00:00+01:00',
	};

	const offline = {
		device_id: CABIN,
		name: expect.stringMatching(/^Ada Lovelace \[HA-1042 [0-9a-z]{6}-[0-9a-z]{6}\]$/) as string,
		starts_at: base.starts_at,
		ends_at: base.ends_at,
		is_offline_access_code: true,
	};

	it.each<[string, INodeParameters, Json]>([
		['dates only', { startsAt: '2027-03-01', endsAt: '2027-03-05' }, base],
		[
			'check-in and check-out times',
			{
				startsAt: '2027-03-01',
				endsAt: '2027-03-05',
				checkInTime: '16:00',
				checkOutTime: '10:30',
			},
			{ ...base, starts_at: '2027-03-01T16:00:00+01:00', ends_at: '2027-03-05T10:30:00+01:00' },
		],
		[
			'instants with offset',
			{ startsAt: '2027-03-01T14:00:00Z', endsAt: '2027-03-05T05:00:00-05:00' },
			base,
		],
		[
			'minutes before and after',
			{ options: { minutesBefore: 30, minutesAfter: '15' } },
			{ ...base, starts_at: '2027-03-01T14:30:00+01:00', ends_at: '2027-03-05T11:15:00+01:00' },
		],
		[
			'a named zone',
			{ options: { timeZone: 'named', timeZoneName: 'America/New_York' } },
			{ ...base, starts_at: '2027-03-01T21:00:00+01:00', ends_at: '2027-03-05T17:00:00+01:00' },
		],
		['the workflow’s zone', { options: { timeZone: 'workflow' } }, base],
		[
			'ongoing access',
			{ access: 'ongoing' },
			{ device_id: FRONT_DOOR, name: base.name, code: base.code },
		],
		['a custom PIN', { pin: 'custom', customPin: '482915' }, { ...base, code: '482915' }],
		[
			'a custom PIN that is a number',
			{ pin: 'custom', customPin: '={{ 482915 }}' },
			{ ...base, code: '482915' },
		],
		[
			'the digits of a phone',
			{ pin: 'phone', phone: '+1 512 555 0142' },
			{ ...base, code: '0142' },
		],
		[
			'a shorter PIN',
			{ options: { preferredLength: 4 } },
			{ ...base, code: expect.stringMatching(/^\d{4}$/) },
		],
		[
			'a common code key, which leaves the PIN to Seam',
			{ options: { commonCodeKey: 'house-7' } },
			{
				device_id: FRONT_DOOR,
				name: base.name,
				starts_at: base.starts_at,
				ends_at: base.ends_at,
				common_code_key: 'house-7',
			},
		],
		[
			'a common code key and a preferred length',
			{ options: { commonCodeKey: 'house-7', preferredLength: 5 } },
			{
				device_id: FRONT_DOOR,
				name: base.name,
				preferred_code_length: 5,
				starts_at: base.starts_at,
				ends_at: base.ends_at,
				common_code_key: 'house-7',
			},
		],
		[
			'no native scheduling',
			{ options: { preferNativeScheduling: false } },
			{ ...base, prefer_native_scheduling: false },
		],
		[
			'external modification',
			{ options: { isExternalModificationAllowed: true } },
			{ ...base, is_external_modification_allowed: true },
		],
		[
			'a backup code, where the lock has a pool',
			{ device: byId(CABIN), options: { useBackupAccessCodePool: true } },
			{ ...base, device_id: CABIN, use_backup_access_code_pool: true },
		],
		[
			'an offline code with the rounding of the plan',
			{ device: byId(CABIN), kind: 'offline' },
			{ ...offline, max_time_rounding: '1h' },
		],
		[
			'an offline code with a rounding of one’s own',
			{ device: byId(CABIN), kind: 'offline', options: { maxTimeRounding: '1d' } },
			{ ...offline, max_time_rounding: '1d' },
		],
		[
			'no attempt for an offline device',
			{ options: { attemptForOfflineDevice: false } },
			{ ...base, attempt_for_offline_device: false },
		],
	])('sends %s', async (_what, parameters, body) => {
		expect(await sent(parameters)).toEqual(body);
	});
});
