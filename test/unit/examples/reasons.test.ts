import { DateTime } from 'luxon';

import { messagesOf, reasonsOf } from '../../../examples/src/watch/reasons';

type Input = Parameters<typeof reasonsOf>[0];

const DISCONNECTED = {
	...{ code: 'device_disconnected', severity: 'error' },
	...{ message: 'The device is disconnected', fix: 'Check the power.' },
};
const LOW = { code: 'battery_low', severity: 'warning', message: 'The battery of the lock is low' };
const BRIDGE = { code: 'igloohome_bridge_missing', severity: 'info', message: 'No bridge' };

const lock = (...problems: Input['locks'][number]['problems'] & object) => ({
	...{ device_id: 'd1', name: 'Front Door', time_zone: 'Asia/Tokyo', problems },
});
const find = (more: Partial<Input>) =>
	reasonsOf({
		...{ DateTime, zone: 'Europe/Rome', event: null, locks: [lock()], ignore: '', known: [] },
		...more,
	});
const event = (event_type: string) => ({ event_type, device_id: 'd1' });
const texts = (more: Partial<Input>) => find(more).map(({ text }) => text);

test('the look of the day finds what Seam Get Device calls an error or a warning', () => {
	const today = DateTime.now().setZone('Asia/Tokyo').toISODate();
	expect(find({ locks: [lock(DISCONNECTED, LOW, BRIDGE)] })).toEqual([
		{
			...{ about: `${today} d1 device_disconnected`, day: today, device_id: 'd1' },
			...{ lock: 'Front Door' },
			text: 'The device is disconnected. Check the power. (device_disconnected)',
		},
		expect.objectContaining({ text: 'The battery of the lock is low. (battery_low)' }),
	]);
});

test('what was told, or is not to be told, is left out', () => {
	const [{ about }] = find({ locks: [lock(LOW)] });
	expect(find({ locks: [lock(LOW)], known: [about] })).toEqual([]);
	expect(
		find({ locks: [lock(LOW, DISCONNECTED)], ignore: 'no_keypad, battery_low' }),
	).toMatchObject([{ text: expect.stringContaining('(device_disconnected)') }]);
});

test('an event is told in the words of the problem that it is about, and nothing else of the lock', () => {
	expect(texts({ event: event('device.disconnected'), locks: [lock(LOW, DISCONNECTED)] })).toEqual([
		'The device is disconnected. Check the power. (device_disconnected)',
	]);
	expect(texts({ event: event('device.low_battery') })).toEqual([
		'The battery of the lock is low. (device.low_battery)',
	]);
});

test('what has passed is not told; what leaves no trace on the lock is', () => {
	expect(texts({ event: event('device.disconnected') })).toEqual([]);
	expect(texts({ event: event('device.tampered') })).toEqual([
		'Somebody tampered with the lock. (device.tampered)',
	]);
	expect(texts({ event: event('device.doorbell_rang') })).toEqual([
		'Seam reports device.doorbell_rang. (device.doorbell_rang)',
	]);
});

test('a lock that can’t be read is told as the event says', () => {
	const gone = [{ device_id: 'd1' }];
	expect(find({ event: event('device.removed'), locks: gone })).toMatchObject([{ lock: 'd1' }]);
	expect(texts({ event: event('device.disconnected'), locks: gone })).toEqual([
		'The lock is disconnected. (device.disconnected)',
	]);
});

test('one message for each lock, each reason once', () => {
	const row = (device_id: string, text: string) => ({ device_id, lock: `Lock ${device_id}`, text });
	const messages = messagesOf([
		row('a', 'one'),
		row('b', 'two'),
		row('a', 'three'),
		row('a', 'one'),
	]);
	expect(messages).toMatchObject([
		{ device_id: 'a', subject: 'Lock a needs attention' },
		{ device_id: 'b', subject: 'Lock b needs attention' },
	]);
	expect(messages[0].text).toContain('\n\n- one\n- three\n\n');
});
