import {
	isDisconnected,
	isSaidDisconnected,
} from '../../../../../nodes/shared/locks/facts/connection';
import { lock } from '../problems/device';

it.each([
	'account_disconnected',
	'bridge_disconnected',
	'device_disconnected',
	'device_offline',
	'hub_disconnected',
])('%s says that Seam can’t reach the lock', (error_code) => {
	const device = lock({ errors: [{ error_code }] });
	expect(isSaidDisconnected(device)).toBe(true);
	expect(isDisconnected(device)).toBe(true);
});

it.each([
	['not connected by its property alone', { properties: { online: false } }, true],
	['connected', {}, false],
	['not known to be either', { properties: { online: undefined } }, false],
	['in other trouble', { errors: [{ error_code: 'device_removed' }] }, false],
])('a lock that is %s', (_what, changes, expected) => {
	expect(isDisconnected(lock(changes))).toBe(expected);
	expect(isSaidDisconnected(lock(changes))).toBe(false);
});
