import { derivedPins, pinLength } from '../../../../../nodes/shared/accessCode/pin/derivedPin';

const booking = { identity: 'HA-1', secret: 'a secret', length: 6, isAllowed: () => true };
const first = (more: Partial<typeof booking> = {}) =>
	derivedPins({ ...booking, ...more }).next().value;

describe('derivedPins', () => {
	it('gives the same PINs in the same order each time', () => {
		const take = () => [...derivedPins(booking)].slice(0, 5);
		expect(take()).toEqual(take());
		expect(new Set(take()).size).toBe(5);
	});

	it.each([4, 6, 8, 12])('gives %i digits', (length) => {
		for (const pin of [...derivedPins({ ...booking, length })].slice(0, 200)) {
			expect(pin).toMatch(new RegExp(`^\\d{${length}}$`));
		}
	});

	it.each([
		['booking', { identity: 'HA-2' }],
		['secret', { secret: 'another' }],
	])('differs with the %s', (_what, more) => expect(first(more)).not.toBe(first()));

	it('passes over what the rules forbid', () => {
		const [forbidden, next] = [...derivedPins(booking)];
		expect(first({ isAllowed: ((pin: string) => pin !== forbidden) as () => boolean })).toBe(next);
	});

	it.each([
		['behind the one that it had', [0], 1],
		['behind the last that it had, in whichever order', [2, 0], 3],
	])('goes on %s', (_where, had, next) => {
		const all = [...derivedPins(booking)];
		const following = [...derivedPins({ ...booking, after: had.map((index) => all[index]) })];
		expect(following.slice(0, 5)).toEqual(all.slice(next, next + 5));
		expect(following).toHaveLength(all.length);
	});

	it('never runs into the sequence of another booking', () => {
		const [short, long] = ['HA-1', 'HA-11'].map((identity) => [
			...derivedPins({ ...booking, identity, length: 12 }),
		]);
		expect(short.filter((pin) => long.includes(pin))).toEqual([]);
	});

	it('ends where the rules leave no PIN', () => {
		expect([...derivedPins({ ...booking, isAllowed: () => false })]).toEqual([]);
	});

	it('spreads over all first digits', () => {
		const digits = [...derivedPins(booking)].slice(0, 500).map((pin) => pin[0]);
		expect(new Set(digits).size).toBe(10);
	});
});

describe('pinLength', () => {
	it.each([
		['the preferred where it is allowed', [4, 5, 6], 4, 4],
		['six where the preferred is not allowed', [5, 6, 7], 4, 6],
		['the next longer where six is not allowed', [4, 7, 8], undefined, 7],
		['the longest where all are shorter', [4, 5], undefined, 5],
		['the only one', [6], 4, 6],
	])('takes %s', (_what, allowed, preferred, length) => {
		expect(pinLength(allowed, preferred)).toBe(length);
	});
});
