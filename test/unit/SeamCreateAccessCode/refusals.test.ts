// What a refusal says first, and whether its way out is one of the field that it is about.
import type { INodeParameters } from 'n8n-workflow';

import { byId, useBookings } from './bookings';
import {
	CABIN,
	CELLAR,
	DEVICES,
	FLAT,
	FRONT_DOOR,
	GARDEN_GATE,
	MANOR,
	RADIATOR,
} from './scriptedLocks.mts';

const bookings = useBookings();
const { failureOf, jsonOf, writes } = bookings;

const byName = (value: string) => ({ __rl: true, mode: 'name', value });

describe('a refusal: title, and way out', () => {
	it.each<[string, INodeParameters, string, RegExp]>([
		[
			'a list that is no JSON',
			{ additionalDevices: `["${FLAT}"` },
			"'Additional Device Names or IDs' begins like a JSON list but is not valid JSON",
			/^Give a JSON array of names or IDs of devices/,
		],
		[
			'an object among the additional devices',
			{ additionalDevices: '={{ [{ id: 7 }] }}' },
			"'Additional Device Names or IDs' holds an object without an ID, which is not the ID of a device",
			/^Choose from the list in 'Additional Device Names or IDs', or give the name or the ID/,
		],
		[
			'a PIN that is too short',
			{ pin: 'custom', customPin: '12' },
			"'Custom PIN' is not made of 4 to 12 digits",
			/^Give 4 to 12 digits, as many as the lock takes, or set 'PIN' to Generated\.$/,
		],
		[
			'a custom PIN on an offline lock',
			{ device: byId(GARDEN_GATE), kind: 'offline', pin: 'custom', customPin: '482915' },
			"igloohome chooses the PINs of its offline codes itself: a custom PIN can't be set",
			/Set PIN: Generated\.$/,
		],
		[
			'a custom PIN on a lock of dormakaba',
			{ device: byId(MANOR), pin: 'custom', customPin: '482915' },
			"dormakaba Oracode chooses the PINs of its offline codes itself: a custom PIN can't be set",
			/Set PIN: Generated\.$/,
		],
		[
			'a start and an end that are swapped',
			{ startsAt: '2027-03-05T11:00', endsAt: '2027-03-01T15:00' },
			"'Ends At': The end (2027-03-01 15:00) is not after the start (2027-03-05 11:00)",
			/^Set 'Ends At' after 'Starts At'; are they swapped\?$/,
		],
		[
			'a start and an end on one day',
			{ startsAt: '2027-03-05', endsAt: '2027-03-05' },
			"'Ends At': The end (2027-03-05 11:00) is not after the start (2027-03-05 15:00)",
			/^Set 'Ends At' to a later day or time\. A date alone gets the Check-In or Check-Out Time\.$/,
		],
		[
			'a start and an end with their offsets',
			{ startsAt: '2027-03-05T11:00+01:00', endsAt: '2027-03-01T15:00+01:00' },
			"'Ends At': The end (2027-03-01 15:00) is not after the start (2027-03-05 11:00)",
			/are they swapped\? Check the time zones that they name, too\.$/,
		],
		[
			'a start and an end in two zones',
			{ startsAt: '2027-03-01T15:00[America/New_York]', endsAt: '2027-03-01T16:00Z' },
			"'Ends At': The end (2027-03-01 17:00) is not after the start (2027-03-01 21:00)",
			/are they swapped\? Check the time zones that they name, too\.$/,
		],
		[
			'a city as Time Zone Name',
			{ options: { timeZone: 'named', timeZoneName: 'new york' } },
			"'Time Zone Name' does not name a time zone",
			/^Did you mean America\/New_York\? Give the name of a time zone such as Europe\/Rome/,
		],
		[
			'no Time Zone Name',
			{ options: { timeZone: 'named' } },
			"'Time Zone Name' is empty",
			/^Under Options, add Time Zone Name with a zone such as Europe\/Rome, or set 'Time Zone' to Of the Lock\.$/,
		],
		[
			'a Time Zone Name beside the zone of the lock',
			{ options: { timeZone: 'lock', timeZoneName: 'Asia/Tokyo' } },
			"'Time Zone Name' is given, but 'Time Zone' is Of the Lock",
			/^Set 'Time Zone' to Other, or remove one of the two options\.$/,
		],
		[
			'a Time Zone Name beside the zone of the workflow',
			{ options: { timeZone: 'workflow', timeZoneName: 'Asia/Tokyo' } },
			"'Time Zone Name' is given, but 'Time Zone' is Of the Workflow",
			/^Set 'Time Zone' to Other, or remove one of the two options\.$/,
		],
		[
			'an expression in Time Zone',
			{ options: { timeZone: '={{ "Mars" }}' } },
			"'Time Zone' does not name a time zone",
			/^Choose Of the Lock, Of the Workflow or Other/,
		],
		[
			'a PIN by an expression that gives nothing',
			{ pin: 'custom', customPin: '={{ $json.missing }}' },
			"'Custom PIN' is an expression that gave nothing for this item",
			/^Check which field of the item it reads\.$/,
		],
		[
			'a lock that can take no code now',
			{ device: byId(CELLAR) },
			'The accessory keypad is not connected',
			/^Check the keypad's batteries .* can hold online access codes, but not now/,
		],
		[
			'a thermostat',
			{ device: byId(RADIATOR) },
			'“Radiator” (ecobee_thermostat) can hold no access codes',
			/^Seam lists neither can_program_online_access_codes nor .* Choose another device\./,
		],
		[
			'a window that no code fits',
			{ device: byId(GARDEN_GATE), endsAt: '2027-03-29T21:00', options: { longestAddition: 2 } },
			"'Ends At': igloohome holds codes of 1–672 hours or of 29–367 days; 28 days 6 hours is neither",
			/Nearest: end 2027-03-29 15:00 \(28 days, 6 hours earlier\) or .* Set Most Extra Time \(Hours\): 42, or ask for one of these windows\.$/,
		],
		[
			'a window that fits no user level',
			{ device: byId(MANOR), startsAt: '2027-03-01T12:00', endsAt: '2027-03-05T12:00' },
			"'Ends At': dormakaba Oracode holds codes from 15:30 to 10:30",
			/^2027-03-01 12:00 to 2027-03-05 12:00 does not fit\. Nearest: /,
		],
	])('%s', async (_what, parameters, title, wayOut) => {
		const error = await failureOf(parameters);
		expect(error.message).toBe(`${title} [item 0]`);
		expect(error.description).toMatch(wayOut);
		expect(writes()).toEqual([]);
	});

	it('says all of it in an item that failed', async () => {
		const setting = { onError: 'continueRegularOutput' } as const;
		const [{ error, details }] = await jsonOf({ device: byId(RADIATOR) }, setting);
		expect(error).toMatch(
			/can hold no access codes \[item 0\] Seam lists neither .* Choose another/,
		);
		expect(details).toMatchObject({ fix: expect.stringMatching(/Choose another device/) });
	});
});

describe('an ordinary stay that the lock can only nearly hold', () => {
	const nearly = { device: byId(MANOR), startsAt: '2027-03-01', endsAt: '2027-03-05' };

	it('is refused in one line with the one setting that makes it fit, which does', async () => {
		const error = await failureOf(nearly);
		expect(error.message).toBe(
			"dormakaba Oracode holds codes from 15:30 to 10:30; add the option 'May Be Shorter By (Minutes)': 30 [item 0]",
		);
		expect(error.description).toBe(
			'You find it under Options. The code then works 2027-03-01 15:30 to 2027-03-05 10:30.',
		);
		const [item] = await jsonOf({ ...nearly, options: { acceptInside: 30 } });
		expect(item).toMatchObject({
			starts_at_local: '2027-03-01T15:30:00+01:00',
			ends_at_local: '2027-03-05T10:30:00+01:00',
		});
	});

	it('still has the windows among the facts', async () => {
		const setting = { onError: 'continueRegularOutput' } as const;
		const [{ details }] = await jsonOf(nearly, setting);
		expect(details).toMatchObject({ nearest: [{ starts_at: '2027-03-01T15:30:00+01:00' }, {}] });
	});
});

const UNKNOWN = 'dddddddd-dddd-4ddd-8ddd-dddddddddddd';

/** The fields that take several locks. */
const SEVERAL = [
	{
		label: 'Additional Device Names or IDs',
		parameter: 'additionalDevices',
		give: (additionalDevices: string): INodeParameters => ({ additionalDevices }),
	},
	{
		label: 'Previous Lock Names or IDs',
		parameter: 'options.previousLocks',
		give: (previousLocks: string): INodeParameters => ({
			bookingKey: 'HA-1',
			options: { previousLocks },
		}),
	},
];

describe('a lock by its name', () => {
	it('is found as Seam writes it, with no further call', async () => {
		const [item] = await jsonOf({ device: byName('Front Door') });
		expect(item.device_id).toBe(FRONT_DOOR);
		expect(bookings.seam.requestsTo('/devices/list')).toEqual([]);
	});

	it('is found in any case and with other blanks, also among the additional ones', async () => {
		const items = await jsonOf({
			device: byName('front  DOOR'),
			additionalDevices: `flat, ${CABIN}`,
		});
		expect(items.map(({ device_id }) => device_id)).toEqual([FRONT_DOOR, FLAT, CABIN]);
		expect(bookings.seam.requestsTo('/devices/list')).toHaveLength(1);
	});

	it.each([
		['Frnt Door', "Did you mean 'Front Door'? "],
		['Garden', "Did you mean 'Garden Gate'? "],
		['Xyz', ''],
	])('is suggested if %s is not one', async (name, guess) => {
		const error = await failureOf({ device: byName(name) });
		expect(error.message).toBe(`No device in Seam has the name '${name}' [item 0]`);
		expect(error.description).toBe(
			`${guess}Choose the device from the list, or give its name, which each entry of the list begins with, or its ID.`,
		);
		for (const { label, parameter, give } of SEVERAL) {
			const inField = await failureOf(give(name));
			expect(inField.message).toBe(`'${label}': No device in Seam has the name '${name}' [item 0]`);
			expect(inField.description).toBe(
				`${guess}Choose from the list in '${label}', or give a name, which each entry of the list begins with, or an ID.`,
			);
			expect(inField.context?.parameter).toBe(parameter);
		}
		expect(writes()).toEqual([]);
	});

	it('is told with the field if an ID among the additional ones is unknown', async () => {
		const error = await failureOf({ additionalDevices: [UNKNOWN] });
		expect(error.message).toMatch(/^'Additional Device Names or IDs': Seam does not find device/);
		expect(error.description).toMatch(
			/Choose from the list in 'Additional Device Names or IDs', .* Check that the key belongs/,
		);
		expect(error.context?.parameter).toBe('additionalDevices');
	});

	it('is not guessed if several have it', async () => {
		const twin = { ...DEVICES[0], device_id: '99999999-9999-4999-8999-999999999999' };
		const pagination = { has_next_page: false, next_page_cursor: null, next_page_url: null };
		bookings.world.before.set('/devices/list', () => ({ devices: [...DEVICES, twin], pagination }));
		const error = await failureOf({ device: byName('front door') });
		expect(error.message).toBe("2 devices in Seam have the name 'front door' [item 0]");
		expect(error.description).toContain(`Front Door (${FRONT_DOOR}), Front Door (99999999-`);
		for (const { label, parameter, give } of SEVERAL) {
			const inField = await failureOf(give('front door'));
			expect(inField.message).toBe(
				`'${label}': 2 devices in Seam have the name 'front door' [item 0]`,
			);
			expect(inField.description).toContain(
				`Choose from the list in '${label}', or give an ID: Front Door (${FRONT_DOOR}), `,
			);
			expect(inField.context?.parameter).toBe(parameter);
		}
	});
});
