import { Refusal } from '../../../../nodes/shared/refusal';
import {
	readDeviceIdIfAny,
	readDeviceReference,
	readDeviceReferences,
} from '../../../../nodes/shared/ui/deviceReference';

const ID = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const OTHER = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';

const locator = (mode: string, value: unknown) => ({ __rl: true, mode, value });

function refusalOf(read: () => unknown): Refusal {
	try {
		read();
	} catch (error) {
		if (error instanceof Refusal) return error;
	}
	throw new Refusal('Nothing was refused');
}

describe('readDeviceReference', () => {
	it.each([
		['a choice from the list', locator('list', ID), { device_id: ID }],
		['an ID', locator('id', ID), { device_id: ID }],
		['an ID in capitals, with blanks', locator('id', ` ${ID.toUpperCase()} `), { device_id: ID }],
		[
			'the address of a device in Console',
			locator('id', `https://console.seam.co/devices/${ID}`),
			{ device_id: ID },
		],
		[
			'an address that names the workspace and a tab as well',
			locator(
				'id',
				`https://console.seam.co/workspaces/${OTHER}/devices/${ID}/access_codes?page=2`,
			),
			{ device_id: ID },
		],
		['a name', locator('name', ' Front Door '), { name: 'Front Door' }],
		['a name that is a number', locator('name', 101), { name: '101' }],
		['a name that looks like an ID', locator('name', ID), { name: ID }],
		['an ID from an expression', ID, { device_id: ID }],
		['the item of another node', { device_id: ID, display_name: 'Front Door' }, { device_id: ID }],
		['such an item inside the locator', locator('list', { device_id: ID }), { device_id: ID }],
		['such an item in the mode By Name', locator('name', { device_id: ID }), { device_id: ID }],
	])('reads %s', (_, value, expected) => {
		expect(readDeviceReference(value)).toEqual(expected);
	});

	it.each([
		['nothing', undefined],
		['null', null],
		['an empty string', ''],
		['blanks', '  '],
		['an empty choice', locator('list', '')],
		['an empty name', locator('name', ' ')],
		['a locator whose expression gave nothing', locator('id', undefined)],
	])('asks for a device when given %s', (_, value) => {
		const refusal = refusalOf(() => readDeviceReference(value));
		expect(refusal).toMatchObject({ message: "'Device' is empty", parameter: 'Device' });
		expect(refusal.fix).toContain("Choose a device from the list in 'Device'");
	});

	it.each([
		['a name', locator('id', 'Front Door'), "'Front Door'"],
		['a number', 42, "'42'"],
		['a list', [ID], 'a list'],
		['an object', { id: ID }, 'an object without an ID'],
		['an empty object ID', { device_id: null }, 'an object without an ID'],
		['two IDs', `${ID} ${OTHER}`, `'${`${ID} ${OTHER}`.slice(0, 60)}…'`],
		[
			'an address without a device',
			'https://console.seam.co/devices',
			"'https://console.seam.co/devices'",
		],
		['a very long text', 'x'.repeat(500), `'${'x'.repeat(60)}…'`],
	])('refuses %s as an ID', (_, value, expected) => {
		const refusal = refusalOf(() => readDeviceReference(value, 'Device'));
		expect(refusal.message).toBe(`'Device' holds ${expected}, which is not the ID of a device`);
		expect(refusal.fix).toContain('By ID');
	});
});

describe('readDeviceIdIfAny', () => {
	it.each([
		['nothing', undefined, null],
		['an empty choice', locator('list', ''), null],
		['a choice', locator('list', ID), ID],
		['an ID from an expression', ID, ID],
		['the item of another node', { device_id: ID }, ID],
	])('reads %s', (_, value, expected) => {
		expect(readDeviceIdIfAny(value, 'Device')).toBe(expected);
	});

	it('offers no mode By Name', () => {
		const { message, fix } = refusalOf(() => readDeviceIdIfAny('Back Door', 'Lock'));
		expect(message).toBe("'Lock' holds 'Back Door', which is not the ID of a device");
		expect(fix).toMatch(/^Choose from the list in 'Lock', or give the ID of a device/);
	});
});

describe('readDeviceReferences', () => {
	const LABEL = 'Additional Device Names or IDs';
	const [first, second] = [{ device_id: ID }, { device_id: OTHER }];
	it.each([
		['nothing', undefined, []],
		['an empty string', ' ', []],
		['an empty list', [], []],
		['one ID', ID, [first]],
		['IDs with commas', `${ID}, ${OTHER},`, [first, second]],
		['IDs on lines', `${ID}\n${OTHER}\n`, [first, second]],
		['an array', [ID, OTHER], [first, second]],
		['a JSON array', JSON.stringify([ID, second]), [first, second]],
		['objects that carry device_id', [{ ...first, name: 'A' }, second], [first, second]],
		['one such object', first, [first]],
		['locators', [{ __rl: true, mode: 'list', value: ID }], [first]],
		['gaps in an array', [ID, null, ''], [first]],
		['a name among the IDs', `${ID}, Back  Door `, [first, { name: 'Back  Door' }]],
		['a name with a comma in an array', ['Flat 3, upstairs'], [{ name: 'Flat 3, upstairs' }]],
	])('reads %s', (_, value, expected) => {
		expect(readDeviceReferences(value, LABEL)).toEqual(expected);
	});

	it.each([
		['a number', [7], "holds '7', which is not the ID of a device"],
		['a list in the list', [[ID]], 'holds a list, which is not the ID of a device'],
		[
			'an object without device_id',
			[{ id: ID }],
			'holds an object without an ID, which is not the ID of a device',
		],
		['broken JSON', `["${ID}"`, 'begins like a JSON list but is not valid JSON'],
	])('refuses %s', (_, value, reason) => {
		expect(refusalOf(() => readDeviceReferences(value, LABEL))).toMatchObject({
			message: `'${LABEL}' ${reason}`,
			parameter: LABEL,
		});
	});

	it('names the field of this list, which has no mode By Name', () => {
		const { fix } = refusalOf(() => readDeviceReferences([7], 'Locks'));
		expect(fix).toMatch(/^Choose from the list in 'Locks', or give the name or the ID of a device/);
	});
});
