import { currentZoneName, isKnownZone } from '../../../../nodes/shared/time/zone';

it.each([
	['PST8PDT', 'America/Los_Angeles'],
	['MST7MDT', 'America/Denver'],
	['CST6CDT', 'America/Chicago'],
	['EST5EDT', 'America/New_York'],
	['Europe/Rome', 'Europe/Rome'],
	['', ''],
])('%s is called %s', (zone, name) => {
	expect(currentZoneName(zone)).toBe(name);
	expect(name === '' || isKnownZone(name)).toBe(true);
});
