import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { answer, fault } from '../support/fakeSeam.mts';
import { TEST_API_KEY } from '../support/nodeHarness.mts';
import { byId, useBookings } from './bookings';
import { CELLAR, FLAT, FRONT_DOOR, GARDEN_GATE, RADIATOR, SHED } from './scriptedLocks.mts';

const bookings = useBookings();
const { run, failureOf, writes } = bookings;

describe('bad input', () => {
	/** One clear sentence with the item, and the way out; a PIN is not repeated. */
	const expectRefusal = async (parameters: INodeParameters, text: string) => {
		const error = await failureOf(parameters);
		expect(`${error.message} ${error.description}`).toContain(text);
		expect(error.message).toMatch(/\[item 0\]$/);
		expect(error.message).not.toMatch(/\. [A-Z]/);
		expect(error.message.length).toBeLessThan(130);
		expect(error.description).toBeTruthy();
		const pin = parameters.customPin;
		if (typeof pin === 'string' && pin !== '') {
			expect(`${error.message} ${error.description}`).not.toContain(pin);
		}
	};
	const custom = (customPin: string) => ({ pin: 'custom', customPin });

	it.each<[string, INodeParameters, string]>([
		['no device', { device: byId('') }, "'Device' is empty"],
		['an ID that is none', { device: byId('door 7') }, "'Device' holds 'door 7'"],
		[
			'an item without the ID',
			{ device: byId('={{ $json.lock }}') },
			"'Device' is an expression that gave nothing",
		],
		['a date that is none', { startsAt: 'next Tuesday' }, "'Starts At': “next Tuesday” is not"],
		['an end that is none', { endsAt: 5 }, "'Ends At'"],
		['a PIN with letters', custom('12ab'), "'Custom PIN' is not made of 4 to 12 digits"],
		['a PIN too short', custom('123'), "'Custom PIN' is not made of 4 to 12 digits"],
		['a PIN too long', custom('1234567890123'), "'Custom PIN' is not made of 4 to 12 digits"],
		['no PIN', custom(''), "'Custom PIN' is empty"],
		[
			'a zone that does not exist',
			{ options: { timeZone: 'named', timeZoneName: 'Mars/Olympus' } },
			"'Time Zone Name' does not name a time zone",
		],
		['a zone that is not named', { options: { timeZone: 'named' } }, "'Time Zone Name' is empty"],
		[
			'a check-in time that is none',
			{ startsAt: '2027-03-01', checkInTime: 'noon' },
			"'Check-In Time': “noon” is not a time of day",
		],
		[
			'a check-out time that is none',
			{ endsAt: '2027-03-05', checkOutTime: '25:00' },
			"'Check-Out Time': “25:00” is not a time of day",
		],
		['minutes that are no number', { options: { minutesBefore: 'soon' } }, 'Minutes Before'],
		['negative minutes', { options: { minutesAfter: -1 } }, 'Minutes After'],
		[
			'an addition that is none',
			{ options: { longestAddition: 'a bit' } },
			"'Most Extra Time (Hours)'",
		],
		[
			'more than an hour inside the stay',
			{ options: { acceptInside: 61 } },
			"'May Be Shorter By (Minutes)' must be a whole number from 0 to 60",
		],
		[
			'a key that is an expression as text',
			{ bookingKey: '{{ $json.id }}' },
			"'Booking Key' holds an expression as plain text",
		],
		[
			'a date that is an expression as text',
			{ startsAt: 'on {{ $json.arrival }}' },
			"'Starts At' holds an expression as plain text",
		],
		[
			'an option that is an expression as text',
			{ options: { previousLocks: '{{ $json.lock }}' } },
			"'Previous Lock Names or IDs' holds an expression as plain text",
		],
		[
			'an expression whose braces n8n had closed already',
			{ startsAt: '={{  "2027-03-01" }} }}' },
			"'Starts At' has braces left over behind its expression",
		],
		[
			'such an expression in an option',
			{ options: { commonCodeKey: '={{  "group" }} }}' } },
			"'Shared PIN Group' has braces left over behind its expression",
		],
		['a key that is an object', { bookingKey: '={{ ({ id: 7 }) }}' }, 'Booking Key'],
		[
			'previous locks without a key',
			{ bookingKey: '', options: { previousLocks: FLAT } },
			'Previous Lock Names or IDs',
		],
	])('%s: one clear sentence, and no call is made', async (_what, parameters, text) => {
		await expectRefusal(parameters, text);
		expect(bookings.seam.requests).toEqual([]);
	});

	it.each<[string, INodeParameters, string]>([
		[
			'an end before the start',
			{ endsAt: '2027-02-28T11:00' },
			"'Ends At': The end (2027-02-28 11:00) is not after the start (2027-03-01 15:00)",
		],
		[
			'an end in the past',
			{ startsAt: '2027-01-01', endsAt: '2027-01-05' },
			"'Ends At': The end (2027-01-05 11:00) is in the past",
		],
		[
			'a name that no device has, among several',
			{ additionalDevices: `${FLAT}, door 7` },
			"No device in Seam has the name 'door 7'",
		],
		['no start', { startsAt: '' }, "'Starts At': A time-bound code needs a start"],
		['no end', { endsAt: '' }, "'Ends At': A time-bound code needs an end"],
		[
			'wall-clock times for a lock without a zone',
			{ device: byId(SHED) },
			"'Starts At': The start is a local time, and the time zone of this lock is unknown",
		],
		[
			'a PIN of a length that the lock does not take',
			custom('9241725'),
			'The PIN has 7 digits; this lock takes 4 to 6',
		],
		[
			'a PIN that breaks a rule',
			{ device: byId(FLAT), ...custom('707070') },
			"'Custom PIN': On this lock a PIN must not contain 0",
		],
		[
			'a PIN for an offline code',
			{ device: byId(GARDEN_GATE), ...custom('482915') },
			'igloohome chooses the PINs of its offline codes itself',
		],
		['a thermostat', { device: byId(RADIATOR) }, '“Radiator” (ecobee_thermostat) can hold no'],
		[
			'a lock that can take no code',
			{ device: byId(CELLAR) },
			'The accessory keypad is not connected',
		],
		[
			'an online code on an offline lock',
			{ device: byId(GARDEN_GATE), kind: 'online' },
			'The kind was set to online',
		],
		[
			'a window that the lock cannot hold',
			{ device: byId(GARDEN_GATE), endsAt: '2028-12-01' },
			'igloohome holds codes of 1–672 hours or of 29–367 days',
		],
	])('%s: one clear sentence, and nothing is written', async (_what, parameters, text) => {
		await expectRefusal(parameters, text);
		expect(writes()).toEqual([]);
	});

	const device = `device ${FRONT_DOOR}`;
	it.each<[string, () => unknown, string]>([
		[
			'a key that Seam does not know',
			() => fault(401, 'unauthorized', 'No'),
			'Seam does not know this API key',
		],
		[
			'a key without the right',
			() => fault(403, 'forbidden', 'No'),
			`This key is not allowed to do that with ${device}`,
		],
		[
			'a connection that breaks',
			() => answer({ reset: true }),
			`The connection to Seam broke off when asked about ${device}`,
		],
		[
			'Seam’s own trouble',
			() => fault(500, 'internal_error', 'Oops'),
			`Seam could not carry out the request for ${device} (HTTP 500)`,
		],
		[
			'a rate limit of minutes',
			() => fault(429, 'rate_limited', 'Slow', { headers: { 'retry-after': '300' } }),
			`Seam takes no more requests for ${device} at the moment`,
		],
		[
			'an answer that is not JSON',
			() => answer({ text: '<html>' }),
			'/devices/get answered with something that is not JSON',
		],
		[
			'an answer of another shape',
			() => ({ devices: [] }),
			'/devices/get answered without what it promises (device)',
		],
	])('%s: one clear sentence, and nothing is written', async (_what, broken, text) => {
		bookings.world.before.set('/devices/get', broken);
		await expectRefusal({}, text);
		expect(writes()).toEqual([]);
	});

	it.each([
		['an empty key', ''],
		['a client session token', 'seam_cst1example'],
		['a publishable key', 'seam_pk1example'],
		['a personal access token without a workspace', 'seam_at1example_exampleExampleExample12'],
	])('%s: no call is made, and the key is not repeated', async (_what, apiKey) => {
		const error = await run({}, { credential: { apiKey } }).catch((thrown: Error) => thrown);
		expect(error).toBeInstanceOf(Error);
		expect((error as Error).message).toMatch(/\[item 0\]$/);
		if (apiKey !== '') expect(JSON.stringify([error, String(error)])).not.toContain(apiKey);
		expect(bookings.seam.requests).toEqual([]);
	});

	it('says which device Seam does not know', async () => {
		const unknown = '99999999-9999-4999-8999-999999999999';
		const error = await failureOf({ device: byId(unknown) });
		expect(error.message).toContain(unknown);
		expect(writes()).toEqual([]);
	});

	it('refuses a custom PIN that is taken, without telling it', async () => {
		bookings.world.unmanaged = [
			{ access_code_id: 'u', device_id: FRONT_DOOR, code: '482915', is_managed: false },
		];
		const error = await failureOf({ pin: 'custom', customPin: '482915' });
		expect(error.message).toContain('used by another code');
		expect(error.message).not.toContain('482915');
		expect(writes()).toEqual([]);
	});

	it('masks the PIN and the key where Seam quotes them', async () => {
		bookings.world.before.set('/access_codes/create', (body) =>
			fault(400, 'invalid_input', `Code ${String(body.code)} of ${TEST_API_KEY} is bad`),
		);
		const error = await failureOf({ pin: 'custom', customPin: '482915' });
		const told = JSON.stringify([error.message, error.description, error]);
		expect(told).not.toContain('482915');
		expect(told).not.toContain(TEST_API_KEY);
	});

	it('keeps the other items where the node continues on fail', async () => {
		const items: INodeExecutionData[] = ['2027-03-05T11:00', 'never', '2027-03-06T11:00'].map(
			(end, index) => ({ json: { end, key: `HA-${index}` } }),
		);
		const output = await run(
			{ endsAt: '={{ $json.end }}', bookingKey: '={{ $json.key }}' },
			{ items, onError: 'continueRegularOutput' },
		);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(output.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
		expect(bookings.world.codes).toHaveLength(2);
		expect(bookings.seam.requestsTo('/devices/get')).toHaveLength(1);
	});
});
