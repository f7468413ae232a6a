// The core that all examples for booking systems share, in a real n8n: what happens to a booking that goes another way.
// Hostaway stands for all of them.
import { DateTime } from 'luxon';

import { Stage, type Lock, type Published } from './bookingSystems/stage.mts';
import { changed, later } from './bookingSystems/stays.mts';
import type { Stay } from './bookingSystems/system.mts';
import { hostaway } from './bookingSystems/systems/hostaway.mts';
import { outputOf, waitFor } from './harness/index.mts';

const DELETE = 'Delete Access Code';

let stage: Stage;
let example: Published;
let lock: Lock;
let heard: number;

beforeAll(async () => {
	stage = await Stage.start();
	example = await stage.publish(hostaway);
}, 300_000);
afterAll(async () => await stage?.stop(), 60_000);
beforeEach(async () => {
	lock = await stage.newLock();
	heard = stage.mailsTo(example.host).length;
}, 30_000);

const toldTo = ({ guest }: Stay) => stage.mailsTo(guest.email);
/** What the host heard since the test began. */
const hostHeard = () => stage.mailsTo(example.host).slice(heard);
const pinOn = async (one: Lock) => (await stage.codesOn(one))[0].code;

test('no lock for the listing: the host is told once, again if the reason changes, and the guest once there is one', async () => {
	const stay = stage.stayOn(lock, 1, 3, { listing: `${lock.listing}-new` });
	await example.tell(stay, { ends: 'error' });
	await example.tell(stay, { ends: 'error' });
	expect(hostHeard()).toEqual([
		expect.stringMatching(
			new RegExp(
				`No device has listing_id = '${stay.listing}' in its custom metadata\\. Check 'Metadata Key'`,
			),
		),
	]);
	const { listing } = lock;
	await example.tell(changed(stay, { departure: stay.arrival, listing }), { ends: 'error' });
	expect(hostHeard()).toHaveLength(2);
	expect(hostHeard()[1]).toContain('Seam Create Access Code');
	await example.tell(changed(stay, { listing }));
	expect(toldTo(stay)).toHaveLength(1);
	expect(hostHeard()).toHaveLength(2);
}, 200_000);

test('four deliveries at once that all fail: the host is told once', async () => {
	await stage.programming(lock.device, { outcome: 'fail', error_code: 'duplicate_code_on_device' });
	const stay = stage.stayOn(lock, 1, 3);
	await stage.untilServed(example, async () => {
		await Promise.all([1, 2, 3, 4].map(async () => await example.deliver(stay)));
	});
	expect(hostHeard()).toEqual([expect.stringContaining('Seam Wait for Code Set')]);
	expect(toldTo(stay)).toEqual([]);
}, 200_000);

test('no address and no name: the host is told, nothing is sent to nobody, and nobody is greeted by a blank', async () => {
	const nobody = { first: '', last: '', phone: '', email: '' };
	const stay = stage.stayOn(lock, 1, 3, { guest: nobody });
	const sent = stage.mail.sent.length;
	await example.tell(stay, { ends: 'error' });
	expect(stage.mail.sent.slice(sent).map(({ to }) => to)).toEqual([example.host]);
	expect(hostHeard()[0]).toContain('no e-mail address');
	const known = changed(stay, { guest: { ...nobody, email: `known-${stay.id}@example.com` } });
	await example.tell(known);
	expect(toldTo(known)[0]).toMatch(/^Hello, your door code is \d+\./);
}, 100_000);

test('another lock, and the former one can’t revoke: the host is told until when it opens, once', async () => {
	const former = await stage.newLock('igloohome');
	const stay = stage.stayOn(former, 1, 3);
	await example.tell(stay);
	const pin = await pinOn(former);
	const moved = changed(stay, { listing: lock.listing });
	await example.tell(moved);
	await example.tell(moved);
	expect(hostHeard()).toEqual([
		expect.stringMatching(new RegExp(`opens lock ${former.device} until 20`)),
	]);
	expect(hostHeard()[0]).not.toContain(pin);
	await example.tell(changed(moved, { state: 'cancelled' }));
	expect(await stage.codesOn(lock)).toEqual([]);
	expect(hostHeard()).toHaveLength(2);
}, 200_000);

test('an offline code is cancelled: it cannot be revoked, and the host is told until when it opens', async () => {
	lock = await stage.newLock('igloohome');
	const stay = stage.stayOn(lock, 1, 3);
	await example.tell(stay);
	const [{ code, ends_at }] = await stage.codesOn(lock);
	const [result] = outputOf(await example.tell(changed(stay, { state: 'cancelled' })), DELETE);
	expect(result).toMatchObject({ deleted: false, result: 'cannot_be_revoked' });
	expect(Date.parse(String(result.opens_until))).toBe(Date.parse(ends_at));
	const [text, ...others] = hostHeard();
	expect(text).toContain(`Lock ${lock.device}: An offline code`);
	expect(text).toContain(`opens the door until ${String(result.opens_until)}`);
	expect([text.includes(code), others, toldTo(stay).length]).toEqual([false, [], 1]);
}, 120_000);

test('cancelled during the stay, on a slow lock: deleting, and a moment later deleted', async () => {
	const stay = stage.stayOn(lock, -1, 3);
	await example.tell(stay);
	const pin = await pinOn(lock);
	expect(await stage.opens(lock, pin)).toBe(true);
	await stage.programming(lock.device, { delay_ms: 3000 });
	const cancelled = changed(stay, { state: 'cancelled' });
	expect(outputOf(await example.tell(cancelled), DELETE)).toMatchObject([
		{ deleted: true, result: 'deleting', opens_until: null },
	]);
	await waitFor(async () => !(await stage.opens(lock, pin)), {
		limit: 20,
		what: 'the PIN to be off the lock',
	});
	expect(outputOf(await example.tell(cancelled), DELETE)).toMatchObject([
		{ deleted: true, result: 'deleted', access_code_id: null },
	]);
}, 120_000);

test.each([
	['august', 0],
	['igloohome', 1],
])(
	'%s, left before the end: nothing to wait for, and the host hears only what stays',
	async (template, count) => {
		lock = await stage.newLock(template);
		const stay = stage.stayOn(lock, -2, 5);
		await example.tell(stay);
		const pin = await pinOn(lock);
		const anHourAgo = DateTime.now().setZone(lock.zone).minus({ hours: 1 });
		// Hostaway knows whole hours, and midnight beside a date counts as a date.
		const left = anHourAgo.hour === 0 ? anHourAgo.minus({ hours: 1 }) : anHourAgo;
		const { data } = await example.tell(
			changed(stay, { departure: left.toISODate()!, departureTime: left.toFormat("HH':00'") }),
		);
		expect(Object.keys(data!.resultData.runData)).not.toContain('Seam Wait for Code Set');
		expect([hostHeard().length, toldTo(stay).length]).toEqual([count, 1]);
		if (count === 0) {
			await stage.untilGone(lock);
			expect(await stage.opens(lock, pin)).toBe(false);
		} else expect(hostHeard()[0]).toContain('can’t be revoked');
	},
	200_000,
);

test('Seam deletes nothing: the host is told of each code that is left, once, and the execution fails', async () => {
	const next = await stage.newLock();
	const stay = stage.stayOn(lock, 1, 3);
	await example.tell(stay);
	const moved = changed(stay, { listing: next.listing });
	const cancelled = changed(moved, { state: 'cancelled' });
	await stage.sandbox.control('POST', '/faults', {
		...{ path: '/access_codes/delete', kind: 'status', status: 400, times: 50 },
	});
	try {
		await example.tell(moved);
		await example.tell(cancelled, { ends: 'error' });
		await example.tell(cancelled, { ends: 'error' });
	} finally {
		await stage.sandbox.control('DELETE', '/faults');
	}
	const [ofFormer, ofBoth, ...others] = hostHeard();
	expect(others).toEqual([]);
	expect(ofFormer).toContain(`It may still open lock ${lock.device}`);
	expect(ofBoth).toContain(DELETE);
	for (const one of [lock, next]) {
		expect(ofBoth).toContain((await stage.codesOn(one))[0].access_code_id);
	}
	await example.tell(cancelled);
	await Promise.all([stage.untilGone(lock), stage.untilGone(next)]);
}, 200_000);

test('a wait that a newer delivery has taken over ends without a word', async () => {
	const { client } = stage.n8n;
	const stay = stage.stayOn(lock, 20, 3);
	await stage.programming(lock.device, { outcome: 'never' });
	const parked = await example.start(stay);
	await client.waitForExecution(parked, { status: ['waiting'], limit: 120 });
	const next = await stage.newLock();
	const sooner = stage.stayOn(next, 1, 2);
	await example.tell({ ...sooner, id: stay.id, guest: stay.guest });
	await stage.untilGone(lock);
	// One call may come while the wait polls already, so it is woken until it has ended.
	await stage.untilIdle(example);
	await client.waitForExecution(parked, { limit: 10 });
	expect([toldTo(stay).length, hostHeard()]).toEqual([1, []]);
}, 250_000);

test('no lock ever had the cancelled booking: nobody hears of it', async () => {
	const stay = stage.stayOn(lock, 1, 3, { listing: 'unknown', state: 'cancelled' });
	await example.tell(stay);
	expect([toldTo(stay), hostHeard()]).toEqual([[], []]);
}, 60_000);

describe('a street door and a flat of one listing', () => {
	test('one PIN for both, told once when both have it; a cancellation takes it off both', async () => {
		const flat = await stage.joins(await stage.newLock(), lock);
		const stay = stage.stayOn(lock, 1, 3);
		await example.tell(stay);
		await example.tell(stay);
		const pin = await pinOn(lock);
		expect(await pinOn(flat)).toBe(pin);
		expect(toldTo(stay)).toEqual([expect.stringContaining(`your door code is ${pin}.`)]);
		await example.tell(changed(stay, { state: 'cancelled' }));
		await Promise.all([stage.untilGone(lock), stage.untilGone(flat)]);
		expect(hostHeard()).toEqual([]);
	}, 150_000);

	test('two kinds of lock: the guest reads which PIN is for which door', async () => {
		const flat = await stage.joins(await stage.newLock('igloohome'), lock);
		const stay = stage.stayOn(lock, 1, 3);
		await example.tell(stay);
		const [text, ...others] = toldTo(stay);
		expect(others).toEqual([]);
		for (const one of [lock, flat]) expect(text).toContain(`: ${await pinOn(one)}. `);
	}, 100_000);

	test('the flat refuses: the guest is not told half, and the host hears why', async () => {
		const flat = await stage.joins(await stage.newLock(), lock);
		await stage.programming(flat.device, {
			...{ outcome: 'fail', error_code: 'code_constraints_violated' },
		});
		const stay = stage.stayOn(lock, 1, 3);
		await example.tell(stay, { ends: 'error' });
		expect(toldTo(stay)).toEqual([]);
		expect(hostHeard()).toEqual([expect.stringContaining('Seam Wait for Code Set')]);
		await stage.programming(flat.device, { outcome: 'set' });
		await example.tell(changed(stay, {}));
		expect(toldTo(stay)).toHaveLength(1);
	}, 250_000);

	test('Seam refuses the code of the flat: nobody waits, the guest is not told half, and the host hears at once', async () => {
		const flat = await stage.joins(await stage.newLock(), lock);
		const stay = stage.stayOn(lock, 1, 3);
		await stage.sandbox.control('POST', '/faults', {
			...{ path: '/access_codes/create', device_id: flat.device, kind: 'status', status: 400 },
		});
		try {
			const { data } = await example.tell(stay, { ends: 'error' });
			expect(Object.keys(data!.resultData.runData)).not.toContain('Seam Wait for Code Set');
		} finally {
			await stage.sandbox.control('DELETE', '/faults');
		}
		expect(toldTo(stay)).toEqual([]);
		expect(hostHeard()).toEqual([expect.stringContaining('Seam Create Access Code')]);
		await example.tell(stay);
		expect(toldTo(stay)).toHaveLength(1);
	}, 150_000);

	test('a later delivery finds one lock more: the guest hears again only if the PIN differs', async () => {
		const stay = stage.stayOn(lock, 1, 3);
		await example.tell(stay);
		const flat = await stage.joins(await stage.newLock(), lock);
		await example.tell(changed(stay, { departure: later(stay.departure, 1) }));
		expect(await pinOn(flat)).toBe(await pinOn(lock));
		expect(toldTo(stay)).toHaveLength(2);
	}, 150_000);
});
