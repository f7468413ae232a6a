import { mask, secretsOf, withoutPins } from '../../../nodes/shared/masking';
import { accessCodeSchema } from '../../../nodes/shared/schema/accessCode';

const KEY = 'seam_test1234_exampleExampleExample12';

it('knows the key and every PIN of a request, however deep', () => {
	const body = {
		code: '4711',
		access_methods: [{ mode: 'code', code: '123456' }],
		preferred_code_length: 5,
		name: 'Ada',
	};
	expect(secretsOf(` ${KEY} `, body).sort()).toEqual(['123456', '4711', KEY]);
	expect(secretsOf(undefined, {})).toEqual([]);
});

it.each([
	['alone', 'PIN 4711.', 'PIN ****.'],
	['beside letters', 'code4711x', 'code****x'],
	['beside a hyphen', 'code-4711-used', 'code-****-used'],
	['spaced', '4 7 1 1 and 47-11', '**** and ****'],
	['as a number in JSON', '{"code":4711}', '{"code":****}'],
	['not inside a longer number', '147110 and 4711000', '147110 and 4711000'],
	[
		'not inside an ID',
		'device 4711aaaa-4711-4711-4711-aaaaaaaa4711 has 4711',
		'device 4711aaaa-4711-4711-4711-aaaaaaaa4711 has ****',
	],
	[
		'not inside an ID in an address',
		'see https://x.example/4711aaaa-4711-4711-4711-aaaaaaaa4711/code/4711',
		'see https://x.example/4711aaaa-4711-4711-4711-aaaaaaaa4711/code/****',
	],
	[
		'not inside an ID of letters and digits',
		'request q4711zzkpw0000x1',
		'request q4711zzkpw0000x1',
	],
	[
		'not as the year of a time',
		'4711-12-05T15:00:00.000Z, 4711-12-05: 4711',
		'4711-12-05T15:00:00.000Z, 4711-12-05: ****',
	],
	['with a thousands sign', '4,711 and 4.711', '**** and ****'],
	['a longer PIN whole', '47112 4711', '**** ****'],
	['its own key', `key ${KEY}!`, 'key ****!'],
	['any other key', 'seam_at1exampleexample and seam_cst1exampleexample', '**** and ****'],
])('masks a PIN %s', (_name, text, masked) => {
	expect(mask(text, secretsOf(KEY, [{ code: '4711' }, { code: '47112' }]))).toBe(masked);
});

it('reads a key with signs that mean something to patterns as they stand', () => {
	expect(mask('with a+(b) and aab', ['a+(b)'])).toBe('with **** and aab');
});

it.each([
	['0431', 'PIN 0431, 431, 0-4-3-1, 04 31 and 00431', 'PIN ****, ****, ****, **** and ****'],
	['431', '0431 and 14310', '**** and 14310'],
	['0012', '0012 in 12 hours', '**** in 12 hours'],
	['0000', '0000 and 000', '**** and ****'],
])('masks %s with and without its leading zeros', (pin, text, masked) => {
	expect(mask(text, [pin])).toBe(masked);
});

it('masks the longest secret first, in whatever order they come', () => {
	expect(mask('a+b+c', ['a+b', 'a+b+c'])).toBe('****');
});

it('leaves no PIN in a record of which nothing may be told', () => {
	const accessCode = accessCodeSchema.parse({
		access_code_id: '11111111-4815-4111-8111-481511111111',
		device_id: 'device-1',
		code: '4815',
		appearance: { name: 'Guest', code: '4815' },
		pending_mutations: [
			{
				mutation_code: 'updating_code',
				message: 'From 4815 to 16-23 on 4815aaaa-0000-4000-8000-000000001623.',
				from: { code: '4815' },
				to: { code: '1623' },
			},
		],
		errors: [{ error_code: 'duplicate_code_on_device', message: 'PIN 4 8 1 5 exists.' }],
	});
	expect(withoutPins(accessCode)).toEqual({
		access_code_id: '11111111-4815-4111-8111-481511111111',
		device_id: 'device-1',
		appearance: { name: 'Guest' },
		pending_mutations: [
			{
				mutation_code: 'updating_code',
				message: 'From **** to **** on 4815aaaa-0000-4000-8000-000000001623.',
				from: {},
				to: {},
			},
		],
		errors: [{ error_code: 'duplicate_code_on_device', message: 'PIN **** exists.' }],
	});
	expect(accessCode.code).toBe('4815');
});

it('hides the PINs of a change that someone made at the lock', () => {
	const modified_fields = [
		{ field: 'code', from: '4815', to: '2342' },
		{ field: 'ends_at', from: '2027-03-01T11:00:00Z', to: '2027-03-02T11:00:00Z' },
	];
	const change = { change_type: 'modified', message: 'Now 2342.', modified_fields };
	const accessCode = accessCodeSchema.parse({
		access_code_id: 'code-1',
		device_id: 'device-1',
		code: '4815',
		errors: [{ error_code: 'conflicting_external_modification', ...change }],
		warnings: [{ warning_code: 'external_modification_in_effect', ...change }],
	});
	const told = withoutPins(accessCode);
	expect(JSON.stringify(told)).not.toMatch(/4815|2342/);
	expect(JSON.stringify(told)).toContain('2027-03-02T11:00:00Z');
});
