import { withoutPin } from '../../../../../nodes/shared/accessCode/waiting/outcome';
import { accessCodeSchema } from '../../../../../nodes/shared/schema/accessCode';

test('nothing of a code without its PIN tells the PIN', () => {
	const accessCode = accessCodeSchema.parse({
		access_code_id: '11111111-4815-4111-8111-481511111111',
		device_id: 'device-1',
		code: '4815',
		appearance: { name: 'Guest', code: '4815' },
		pending_mutations: [
			{
				mutation_code: 'updating_code',
				message: 'From 4815 to 1623.',
				from: { code: '4815' },
				to: { code: '1623' },
			},
		],
		errors: [{ error_code: 'duplicate_code_on_device', message: 'PIN 4815 exists.' }],
	});
	const told = withoutPin(accessCode);
	expect(told).toEqual({
		access_code_id: '11111111-4815-4111-8111-481511111111',
		device_id: 'device-1',
		appearance: { name: 'Guest' },
		pending_mutations: [
			{ mutation_code: 'updating_code', message: 'From **** to ****.', from: {}, to: {} },
		],
		errors: [{ error_code: 'duplicate_code_on_device', message: 'PIN **** exists.' }],
	});
	expect(accessCode.code).toBe('4815');
});

test('nor does a change that someone made at the lock', () => {
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
	const told = withoutPin(accessCode);
	expect(JSON.stringify(told)).not.toMatch(/4815|2342/);
	expect(JSON.stringify(told)).toContain('2027-03-02T11:00:00Z');
});
