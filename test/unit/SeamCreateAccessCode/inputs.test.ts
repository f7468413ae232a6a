import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { byId, useBookings } from './bookings';
import { FLAT, FRONT_DOOR } from './scriptedLocks.mts';

const bookings = useBookings();
const { failureOf, jsonOf, writes } = bookings;

describe('Plan Only by expression', () => {
	it.each(['"true"', '"TRUE"', '1', '"1"', '"yes"', 'true'])(
		'%s creates nothing',
		async (value) => {
			const [json] = await jsonOf({ planOnly: `={{ ${value} }}` });
			expect(json).toMatchObject({ plan_only: true });
			expect(writes()).toEqual([]);
		},
	);

	it.each(['"false"', '0', '"no"'])('%s creates the code', async (value) => {
		const [json] = await jsonOf({ planOnly: `={{ ${value} }}` });
		expect(json).toMatchObject({ was_created: true });
	});
});

describe('an expression that gives what the field does not take', () => {
	it.each<[string, INodeParameters, string]>([
		['Plan Only', { planOnly: '={{ "maybe" }}' }, "'Plan Only' must be true or false"],
		['Access', { access: '={{ "timebound" }}' }, "'Access' is not set to one of its choices"],
		['Kind', { kind: '={{ "any" }}' }, "'Kind of Code' is not set to one of its choices"],
		['PIN', { pin: '={{ "482915" }}' }, "'PIN' is not set to one of its choices"],
		[
			'If the Booking Has a Code',
			{ options: { ifBookingHasCode: '={{ "replace" }}' } },
			"'If the Booking Has a Code' is not set to one of its choices",
		],
		[
			"When the Window Doesn't Fit",
			{ options: { whenWindowDoesNotFit: '={{ "stop" }}' } },
			"'When the Window Doesn't Fit' is not set to one of its choices",
		],
		[
			'Seam May Move the Times',
			{ options: { maxTimeRounding: '={{ "2h" }}' } },
			"'Seam May Move the Times' is not set to one of its choices",
		],
		...[
			'useBackupAccessCodePool',
			'preferNativeScheduling',
			'isExternalModificationAllowed',
			'attemptForOfflineDevice',
		].map((name): [string, INodeParameters, string] => [
			name,
			{ options: { [name]: '={{ "maybe" }}' } },
			'must be true or false',
		]),
		[
			'Minutes Before',
			{ options: { minutesBefore: '={{ 1e300 }}' } },
			"'Minutes Before' must be a whole number from 0 to 10080",
		],
		[
			'Minutes After, empty',
			{ options: { minutesAfter: '' } },
			"'Minutes After' must be a whole number from 0 to 10080",
		],
		[
			'Most Extra Time',
			{ options: { longestAddition: '={{ Infinity }}' } },
			"'Most Extra Time (Hours)' must be a number from 0 to 8784",
		],
		[
			'Preferred PIN Length',
			{ options: { preferredLength: 3 } },
			"'Preferred PIN Length' must be a whole number from 4 to 12",
		],
		[
			'Time Zone',
			{ options: { timeZone: '={{ "Mars/Olympus" }}' } },
			"'Time Zone' does not name a time zone",
		],
	])('%s: is refused by its label, without a call', async (_what, parameters, text) => {
		const error = await failureOf(parameters);
		expect(error.message).toContain(text);
		expect(error.message).not.toContain('482915');
		expect(error.description).toBeTruthy();
		expect(bookings.seam.requests).toEqual([]);
	});

	it.each(['"false"', 'false', '0'])('a flag given as %s is sent as false', async (value) => {
		await jsonOf({ options: { attemptForOfflineDevice: `={{ ${value} }}` } });
		expect(bookings.created()).toMatchObject([{ attempt_for_offline_device: false }]);
	});
});

describe('an expression that gives nothing', () => {
	it.each<[string, INodeParameters, string]>([
		...['$json.missing', 'null', '""'].map((nothing): [string, INodeParameters, string] => [
			`Booking Key: ${nothing}`,
			{ bookingKey: `={{ ${nothing} }}` },
			'Booking Key',
		]),
		['Device', { device: byId('={{ $json.missing }}') }, 'Device'],
		['Custom PIN', { pin: 'custom', customPin: '={{ $json.missing }}' }, 'Custom PIN'],
		['Phone Number', { pin: 'phone', phone: '={{ $json.missing }}' }, 'Phone Number'],
		[
			'Additional Device Names or IDs',
			{ additionalDevices: '={{ $json.missing }}' },
			'Additional Device Names or IDs',
		],
		[
			'Previous Lock Names or IDs',
			{ options: { previousLocks: '={{ $json.missing }}' } },
			'Previous Lock Names or IDs',
		],
		['Starts At', { startsAt: '={{ $json.missing }}' }, 'Starts At'],
		['Ends At', { endsAt: '={{ $json.missing }}' }, 'Ends At'],
		['Check-In Time', { checkInTime: '={{ $json.missing }}' }, 'Check-In Time'],
		['Check-Out Time', { checkOutTime: '={{ $json.missing }}' }, 'Check-Out Time'],
		[
			'Time Zone Name, without Time Zone',
			{ options: { timeZoneName: '={{ $json.missing }}' } },
			'Time Zone Name',
		],
		['Minutes Before', { options: { minutesBefore: '={{ $json.missing }}' } }, 'Minutes Before'],
		['Plan Only', { planOnly: '={{ $json.missing }}' }, 'Plan Only'],
	])('%s: says so, without a call', async (_what, parameters, label) => {
		const error = await failureOf(parameters);
		expect(error.message).toBe(
			`'${label}' is an expression that gave nothing for this item [item 0]`,
		);
		expect(bookings.seam.requests).toEqual([]);
	});

	it('Starts At: says so if no code of the booking has a start', async () => {
		const { message, description } = await failureOf({ startsAt: '={{ null }}' });
		expect(message).toBe("'Starts At' is an expression that gave nothing for this item [item 0]");
		expect(description).toBe(
			'Check which field of the item it reads. A time-bound code needs a start.',
		);
	});

	it.each(['""', 'null'])('a time of day that says %s is the usual one', async (none) => {
		const times = { checkInTime: `={{ ${none} }}`, checkOutTime: `={{ ${none} }}` };
		await jsonOf({ startsAt: '2027-03-01', endsAt: '2027-03-05', ...times });
		expect(bookings.created()).toMatchObject([
			{ starts_at: '2027-03-01T15:00:00+01:00', ends_at: '2027-03-05T11:00:00+01:00' },
		]);
	});

	it.each(['""', 'null'])('a time that says %s is that of the code there is', async (none) => {
		await jsonOf();
		const [json] = await jsonOf({ startsAt: `={{ ${none} }}`, endsAt: `={{ ${none} }}` });
		expect(json).toMatchObject({
			was_created: false,
			starts_at_local: '2027-03-01T15:00:00+01:00',
			ends_at_local: '2027-03-05T11:00:00+01:00',
		});
	});

	it('a time that the item does not have changes nothing on the code there is', async () => {
		await jsonOf();
		const before = writes().length;
		const { description } = await failureOf({ endsAt: '={{ $json.missing }}' });
		expect(description).toContain("If there may be none, let it say so: {{ … ?? '' }}.");
		expect(writes()).toHaveLength(before);
	});

	it.each(['""', 'null', '[]'])('a list that says %s is empty', async (none) => {
		const [json] = await jsonOf({
			additionalDevices: `={{ ${none} }}`,
			options: { previousLocks: `={{ ${none} }}` },
		});
		expect(json).toMatchObject({ device_id: FRONT_DOOR, was_created: true });
	});
});

describe('Time Zone', () => {
	it('is the one of Time Zone Name if that alone is given', async () => {
		await jsonOf({ options: { timeZoneName: 'Asia/Tokyo' } });
		expect(bookings.created()).toMatchObject([{ starts_at: '2027-03-01T07:00:00+01:00' }]);
	});

	it("is the lock's if Time Zone Name was added and left empty", async () => {
		await jsonOf({ options: { timeZoneName: '' } });
		expect(bookings.created()).toMatchObject([{ starts_at: '2027-03-01T15:00:00+01:00' }]);
	});

	it.each(['Asia/Tokyo', 'asia/tokyo', ' Asia/Tokyo '])(
		'takes the name of a zone by expression: %j',
		async (zone) => {
			await jsonOf({ options: { timeZone: `={{ ${JSON.stringify(zone)} }}` } });
			// 15:00 in Tokyo is 07:00 in Rome, where the lock is.
			expect(bookings.created()).toMatchObject([{ starts_at: '2027-03-01T07:00:00+01:00' }]);
		},
	);

	it('takes its own choices in any case, and Other with a name in any case and with blanks', async () => {
		await jsonOf({ options: { timeZone: '={{ "Lock " }}' } });
		await jsonOf({
			bookingKey: 'HA-2',
			options: { timeZone: '={{ "NAMED" }}', timeZoneName: 'america/new york' },
		});
		expect(bookings.created()).toMatchObject([
			{ starts_at: '2027-03-01T15:00:00+01:00' },
			{ starts_at: '2027-03-01T21:00:00+01:00' },
		]);
	});
});

describe('an item that failed', () => {
	const items: INodeExecutionData[] = [
		{
			json: { guest: 'Ada', end: 'never' },
			binary: { passport: { data: 'YQ==', mimeType: 'text/plain' } },
		},
	];

	it('keeps its fields and files, and tells the sentence, the way out and the facts', async () => {
		const [item] = await bookings.run(
			{ endsAt: '={{ $json.end }}' },
			{ items, onError: 'continueRegularOutput' },
		);
		expect(item).toEqual({
			json: {
				guest: 'Ada',
				end: 'never',
				error: expect.stringMatching(/^'Ends At': “never” is not .* \[item 0\] Give /),
				details: { fix: expect.stringMatching(/^Give /) },
			},
			binary: items[0].binary,
			pairedItem: { item: 0 },
		});
	});

	it('tells which windows there could be', async () => {
		const [{ json }] = await bookings.run(
			{
				device: byId('33333333-3333-4333-8333-333333333333'),
				endsAt: '2027-03-29T19:00',
				options: { whenWindowDoesNotFit: 'refuse' },
			},
			{ items, onError: 'continueRegularOutput' },
		);
		expect(json).toMatchObject({
			guest: 'Ada',
			details: {
				nearest: expect.arrayContaining([expect.objectContaining({ kind: expect.any(String) })]),
				rejected: expect.arrayContaining([expect.objectContaining({ kind: expect.any(String) })]),
			},
		});
	});

	it('has no fields beside those by which n8n sorts it, with the error output on', async () => {
		const [item] = await bookings.run(
			{ endsAt: '={{ $json.end }}', additionalDevices: FLAT },
			{ items, onError: 'continueErrorOutput' },
		);
		expect(Object.keys(item.json).sort()).toEqual(['details', 'error']);
		expect(item).toMatchObject({ binary: items[0].binary, pairedItem: { item: 0 } });
		expect(item.error).toBeUndefined();
	});
});
