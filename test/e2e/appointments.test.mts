// Calendly and Cal.com make a new appointment of one that moves: for the door it is one booking with one PIN.
import { Stage, type Lock, type Published } from './bookingSystems/stage.mts';
import { changed } from './bookingSystems/stays.mts';
import type { Stay } from './bookingSystems/system.mts';
import { calCom, movedFrom as calComMoves } from './bookingSystems/systems/cal-com.mts';
import { calendly, movedFrom as calendlyMoves } from './bookingSystems/systems/calendly.mts';

let stage: Stage;
beforeAll(async () => {
	stage = await Stage.start();
}, 300_000);
afterAll(async () => await stage?.stop(), 60_000);

describe.each([
	['calendly', calendly, calendlyMoves],
	['cal-com', calCom, calComMoves],
] as const)('%s', (slug, system, movedFrom) => {
	let example: Published;
	let lock: Lock;
	beforeAll(async () => {
		example = await stage.publish(system);
		lock = await stage.newLock('august', system.listing);
	}, 60_000);

	const email = `visitor-${slug}@example.com`;
	/** A visit of two hours, so many days from now. */
	const visit = (from: number): Stay => {
		const stay = stage.stayOn(lock, from, 0, { arrivalTime: '10:00', departureTime: '12:00' });
		return { ...stay, guest: { ...stay.guest, email } };
	};
	/** The visit moves: the system knows both, and sends nothing yet. */
	const move = (before: Stay, from: number): Stay => {
		const after = { ...visit(from), guest: before.guest };
		movedFrom.set(after.id, before.id);
		return after;
	};

	test('a visit that moves twice keeps its PIN, in whatever order that is told', async () => {
		const first = visit(1);
		await example.tell(first, { happened: 'created' });
		const [{ code: pin }] = await stage.codesOn(lock);
		const second = move(first, 2);
		await example.deliver(first, { happened: 'cancelled' });
		await example.tell(second, { happened: 'created' });
		const third = move(second, 1);
		await example.tell(third, { happened: 'created' });
		// Late: both were moved long ago.
		await example.deliver(second, { happened: 'cancelled' });
		await example.tell(first, { happened: 'created' });

		const codes = await stage.codesOn(lock);
		expect(codes).toMatchObject([{ code: pin, name: expect.stringContaining('Ada Lovelace') }]);
		const texts = stage.mailsTo(email);
		expect(texts).toHaveLength(3);
		expect(texts.filter((text) => text.includes(`door code is ${pin}.`))).toHaveLength(3);

		await example.tell(changed(third, { state: 'cancelled' }), { happened: 'cancelled' });
		await stage.untilGone(lock);
		expect(stage.mailsTo(email)).toHaveLength(3);
		expect(stage.mailsTo(example.host)).toEqual([]);
	}, 300_000);

	test('Settings name no event type: no PIN, the host is told what to set, and a cancellation counts', async () => {
		const open = await stage.publish(system, {
			as: `${system.slug}-open`,
			settings: { event_types: '' },
		});
		const stay = visit(1);
		await open.tell(stay, { happened: 'created', ends: 'error' });
		expect(await stage.codesOn(lock)).toEqual([]);
		expect(stage.mailsTo(open.host)).toEqual([
			expect.stringMatching(/: no event type opens the door yet\..*event_types/),
		]);

		// What was a stay before is cancelled all the same.
		await example.tell(stay, { happened: 'created' });
		expect(await stage.codesOn(lock)).toHaveLength(1);
		await open.tell(changed(stay, { state: 'cancelled' }), { happened: 'cancelled' });
		await stage.untilGone(lock);
		expect(stage.mailsTo(open.host)).toHaveLength(1);
	}, 120_000);
});
