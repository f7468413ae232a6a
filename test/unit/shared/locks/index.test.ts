import { lockFamilyOf } from '../../../../nodes/shared/locks';
import { deviceOf } from '../accessCode/fixtures';

const metadata = {
	igloohome: { igloohome_metadata: {} },
	dormakabaOracode: { dormakaba_oracode_metadata: {} },
	lockly: { lockly_metadata: {} },
};

it.each<[string, Record<string, unknown>]>([
	['igloohome', { device_type: 'igloohome_lock' }],
	['dormakabaOracode', { device_type: 'dormakaba_oracode_door' }],
	['lockly', { device_type: 'lockly_lock' }],
	['timeFrameOptions', { device_type: 'brivo_access_point' }],
	['timeFrameOptions', {}],
	...Object.entries(metadata).map(([name, properties]): [string, Record<string, unknown>] => [
		name,
		{ properties },
	]),
])('%s is the family of %j', (name, fields) => {
	expect(lockFamilyOf(deviceOf(fields)).name).toBe(name);
});

it.each(Object.entries(metadata))(
	'the type of a device counts before what it tells of %s',
	(_name, properties) => {
		const device = deviceOf({ device_type: 'brivo_access_point', properties });
		expect(lockFamilyOf(device).name).toBe('timeFrameOptions');
	},
);
