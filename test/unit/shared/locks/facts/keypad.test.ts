import { lacksEveryKeypad } from '../../../../../nodes/shared/locks/facts/keypad';
import { lock } from '../problems/device';

it.each([
	['nothing tells of one', {}, true],
	['an accessory keypad is connected', { accessory_keypad: { is_connected: true } }, false],
	['igloohome names one', { igloohome_metadata: { keypad_id: 'K1' } }, false],
	['Nuki has paired one', { nuki_metadata: { keypad_paired: true } }, false],
	[
		'Nuki has paired the newer one',
		{ nuki_metadata: { keypad_paired: false, keypad_2_paired: true } },
		false,
	],
	['Tedee names one', { tedee_metadata: { keypad_id: 1 } }, false],
	['August has one', { august_metadata: { has_keypad: true } }, false],
	['one is gone, which is another matter', { accessory_keypad: { is_connected: false } }, false],
	['it is built in', { model: { has_built_in_keypad: true } }, false],
	['the model does not tell', { model: {} }, false],
])('a lock without a keypad of its own lacks every keypad if %s', (_what, properties, expected) => {
	const device = lock({ properties: { model: { has_built_in_keypad: false }, ...properties } });
	expect(lacksEveryKeypad(device)).toBe(expected);
});
