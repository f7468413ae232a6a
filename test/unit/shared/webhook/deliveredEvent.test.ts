import { readDeliveredEvent } from '../../../../nodes/shared/webhook/deliveredEvent';

const read = (text: string) => readDeliveredEvent(Buffer.from(text));

it('hands the event on as it came, also what this package does not know', () => {
	const event = {
		event_id: 'event-1',
		event_type: 'lock.something_new',
		device_id: 'device-1',
		occurred_at: '2027-03-01T12:00:00Z',
		news: { deep: [1, null, 'Zoë'] },
	};
	const delivered = read(JSON.stringify(event));
	expect(delivered?.asSent).toEqual(event);
	expect(delivered?.fields).toMatchObject({ event_id: 'event-1', device_id: 'device-1' });
});

it('takes a field of an odd type for a missing one, and still hands it on', () => {
	const delivered = read('{"event_type":"lock.locked","event_id":7,"device_id":{}}');
	expect(delivered?.fields.event_id).toBeUndefined();
	expect(delivered?.fields.device_id).toBeUndefined();
	expect(delivered?.asSent).toEqual({ event_type: 'lock.locked', event_id: 7, device_id: {} });
});

it.each([
	['nothing', ''],
	['no JSON', 'ping'],
	['half an event', '{"event_type":"lock.locked"'],
	['a list of events', '[{"event_type":"lock.locked"}]'],
	['null', 'null'],
	['a number', '42'],
	['an object without a type', '{"event_id":"event-1"}'],
	['an empty type', '{"event_type":""}'],
	['a type that is no text', '{"event_type":5}'],
])('finds no event in %s', (_title, text) => {
	expect(read(text)).toBeNull();
});
