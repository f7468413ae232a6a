import { mask, secretsOf } from '../../../../nodes/shared/api/masking';

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
	['a longer PIN whole', '47112 4711', '**** ****'],
	['its own key', `key ${KEY}!`, 'key ****!'],
	['any other key', 'seam_at1exampleexample and seam_cst1exampleexample', '**** and ****'],
])('masks a PIN %s', (_name, text, masked) => {
	expect(mask(text, secretsOf(KEY, [{ code: '4711' }, { code: '47112' }]))).toBe(masked);
});

it('reads a key with signs that mean something to patterns as they stand', () => {
	expect(mask('with a+(b) and aab', ['a+(b)'])).toBe('with **** and aab');
});
