import { readConnectedAccountId } from '../../../../nodes/shared/ui/connectedAccountReference';

const ID = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';

describe('readConnectedAccountId', () => {
	it.each([
		['nothing', undefined, null],
		['an empty choice', { __rl: true, mode: 'list', value: '' }, null],
		['a choice', { __rl: true, mode: 'list', value: ID }, ID],
		['an ID', ID, ID],
		['an address in Console', `https://console.seam.co/connected-accounts/${ID}`, ID],
	])('reads %s', (_, value, expected) => {
		expect(readConnectedAccountId(value)).toBe(expected);
	});

	it.each([
		['an address of a device', `https://console.seam.co/devices/${ID}`],
		['a name', 'August account'],
		['a number', 5],
	])('refuses %s', (_, value) => {
		expect(() => readConnectedAccountId(value)).toThrow(
			/^'Connected Account' holds '.+', which is not the ID of a connected account$/,
		);
	});
});
