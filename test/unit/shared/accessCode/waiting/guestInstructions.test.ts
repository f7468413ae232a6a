import { guestInstructionsOf } from '../../../../../nodes/shared/accessCode/waiting/guestInstructions';
import { existingCode } from '../fixtures';

test.each([
	[
		'an igloohome code',
		{ warnings: [{ warning_code: 'igloo_algopin_must_be_used_within_24_hours' }] },
		1,
	],
	[
		'a code with another warning',
		{ warnings: [{ warning_code: 'delay_in_setting_on_device' }] },
		0,
	],
	['a code without warnings', {}, 0],
])('the guest of %s', (_what, fields, count) => {
	const told = guestInstructionsOf(existingCode(fields));
	expect(told).toHaveLength(count);
	for (const sentence of told) expect(sentence).toContain('within 24 hours');
});
