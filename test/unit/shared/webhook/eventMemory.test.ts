import { EventMemory } from '../../../../nodes/shared/webhook/eventMemory';
import { HOUR, MINUTE } from '../../../../nodes/shared/time/instant';

const START = Date.parse('2027-03-01T12:00:00Z');

it('takes each event in once', () => {
	const memory = new EventMemory();
	expect(memory.takeIn('a', START)).toBe(true);
	expect(memory.takeIn('b', START + 1)).toBe(true);
	expect(memory.takeIn('a', START + 2)).toBe(false);
	expect(memory.takeIn('b', START + 2)).toBe(false);
});

it("remembers through Seam's whole retry schedule, and no longer than it must", () => {
	const memory = new EventMemory();
	const retries = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
	memory.takeIn('a', START);
	let at = START;
	for (const wait of retries) {
		at += wait;
		expect(memory.takeIn('a', at)).toBe(false);
	}
	expect(memory.takeIn('a', START + 28 * HOUR - 1)).toBe(false);
	expect(memory.takeIn('a', START + 28 * HOUR)).toBe(true);
});

it('takes in again what it was told to forget', () => {
	const memory = new EventMemory();
	memory.takeIn('a', START);
	memory.takeIn('b', START);
	memory.forget('a');
	expect(memory.takeIn('b', START)).toBe(false);
	expect(memory.takeIn('a', START)).toBe(true);
});

it('gives up the oldest first when it is full', () => {
	const memory = new EventMemory(3);
	for (const id of ['a', 'b', 'c', 'd']) memory.takeIn(id, START);
	expect(['b', 'c', 'd'].map((id) => memory.takeIn(id, START))).toEqual([false, false, false]);
	expect(memory.takeIn('a', START)).toBe(true);
});

it('holds 20,000 events where no other bound is given', () => {
	const memory = new EventMemory();
	for (let count = 0; count < 20_000; count += 1) memory.takeIn(`event ${count}`, START);
	expect(memory.takeIn('event 0', START)).toBe(false);
	memory.takeIn('one more', START);
	expect(memory.takeIn('event 0', START)).toBe(true);
});
