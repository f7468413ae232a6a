import { latenessOf } from '../../../../nodes/shared/webhook/lateness';

const NOW = Date.parse('2027-03-02T12:00:00.250Z');

it.each([
	['just now', { occurred_at: '2027-03-02T12:00:00.000Z' }, 0, false],
	['five minutes ago', { occurred_at: '2027-03-02T11:55:00.250Z' }, 300, false],
	['a moment longer ago', { occurred_at: '2027-03-02T11:55:00.249Z' }, 300, true],
	['the day before', { occurred_at: '2027-03-01T09:00:00.250Z' }, 97_200, true],
	['in a zone of its own', { occurred_at: '2027-03-02T13:00:00.250+01:00' }, 0, false],
	['by a clock ahead of ours', { occurred_at: '2027-03-02T12:03:00Z' }, 0, false],
	[
		'long before Seam heard of it',
		{ occurred_at: '2027-03-02T10:00:00.250Z', created_at: '2027-03-02T12:00:00Z' },
		7_200,
		true,
	],
	['known by its creation alone', { created_at: '2027-03-02T11:00:00.250Z' }, 3_600, true],
	[
		'unreadably, and created an hour ago',
		{ occurred_at: 'yesterday', created_at: '2027-03-02T11:00:00.250Z' },
		3_600,
		true,
	],
])('something that happened %s', (_title, event, delay, isLate) => {
	expect(latenessOf(event, NOW)).toEqual({
		delivered_at: '2027-03-02T12:00:00.250Z',
		delay_seconds: delay,
		is_late: isLate,
	});
});

it('claims nothing where the event does not say when', () => {
	expect(latenessOf({}, NOW)).toEqual({
		delivered_at: '2027-03-02T12:00:00.250Z',
		delay_seconds: null,
		is_late: false,
	});
});
