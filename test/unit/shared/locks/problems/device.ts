import { deviceSchema, type Device } from '../../../../../nodes/shared/schema/device';

/** A healthy lock with an online code and a known zone; `changes` are laid over it, its properties over its properties. */
export function lock(changes: Record<string, unknown> = {}): Device {
	const { properties, ...rest } = changes;
	return deviceSchema.parse({
		device_id: '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905',
		device_type: 'yale_lock',
		display_name: 'Front Door',
		can_program_online_access_codes: true,
		location: { location_name: 'Beach House', time_zone: 'America/Los_Angeles' },
		errors: [],
		warnings: [],
		...rest,
		properties: {
			online: true,
			battery: { level: 0.8, status: 'full' },
			model: { has_built_in_keypad: true },
			...(properties as object),
		},
	});
}
