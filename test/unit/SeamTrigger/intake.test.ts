import { Intake, type Standing } from '../../../nodes/SeamTrigger/intake';
import { MINUTE } from '../../../nodes/shared/time/instant';
import { endWith, unconnectedResponse, type ServerResponse } from './responses.mts';

const START = Date.parse('2027-03-01T12:00:00Z');

let intake: Intake;
beforeEach(() => {
	intake = new Intake();
});

function end(response: ServerResponse, status: number, { finishes }: { finishes: boolean }) {
	endWith(response, status);
	if (finishes) response.emit('finish');
}

const takeIn = (response: ServerResponse, now = START): Standing =>
	intake.takeIn('event', response as never, now);

describe.each([
	['that the caller waited for', true],
	['after the caller hung up', false],
])('an answer %s', (_title, finishes) => {
	it.each<[number, Standing]>([
		[200, 'received'],
		[204, 'received'],
		[400, 'new'],
		[500, 'new'],
	])('of %i makes a repeat %s', (status, standing) => {
		const first = unconnectedResponse();
		expect(takeIn(first)).toBe('new');
		expect(takeIn(unconnectedResponse())).toBe('undecided');
		end(first, status, { finishes });
		expect(takeIn(unconnectedResponse())).toBe(standing);
	});

	it('is remembered as long as the event', () => {
		const first = unconnectedResponse();
		takeIn(first);
		end(first, 200, { finishes });
		for (const minutes of [6, 60, 27 * 60]) {
			expect(takeIn(unconnectedResponse(), START + minutes * MINUTE)).toBe('received');
		}
	});
});

it('counts an event as new when it was not answered within five minutes', () => {
	takeIn(unconnectedResponse());
	expect(takeIn(unconnectedResponse(), START + 5 * MINUTE - 1)).toBe('undecided');
	expect(takeIn(unconnectedResponse(), START + 5 * MINUTE)).toBe('new');
});

it('believes the latest delivery, whatever becomes of one that was given up', () => {
	const stuck = unconnectedResponse();
	const latest = unconnectedResponse();
	takeIn(stuck);
	expect(takeIn(latest, START + 6 * MINUTE)).toBe('new');
	end(stuck, 500, { finishes: true });
	expect(takeIn(unconnectedResponse(), START + 6 * MINUTE)).toBe('undecided');
	end(latest, 200, { finishes: true });
	expect(takeIn(unconnectedResponse(), START + 7 * MINUTE)).toBe('received');
});

it('holds no response longer than it must', () => {
	const held = () => [...Object.values(intake)].find((value) => value instanceof Map);
	const finished = unconnectedResponse();
	takeIn(finished);
	expect(held()?.size).toBe(1);
	end(finished, 200, { finishes: true });
	expect(held()?.size).toBe(0);

	for (let count = 0; count < 1_000; count += 1) {
		intake.takeIn(`event ${count}`, unconnectedResponse() as never, START);
	}
	intake.takeIn('next', unconnectedResponse() as never, START + 5 * MINUTE);
	expect(held()?.size).toBe(1);
});
