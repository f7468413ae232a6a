import { isKnownZone } from '../../../../nodes/shared/time/zone';
import { zoneName } from '../../../../nodes/shared/ui/zoneName';

it.each([
	['PST8PDT', 'America/Los_Angeles'],
	['MST7MDT', 'America/Denver'],
	['CST6CDT', 'America/Chicago'],
	['EST5EDT', 'America/New_York'],
	['Europe/Rome', 'Europe/Rome'],
	['', ''],
])('%s is shown as %s', (zone, shown) => {
	expect(zoneName(zone)).toBe(shown);
	expect(shown === '' || isKnownZone(shown)).toBe(true);
});
