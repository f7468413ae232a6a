// The example for iCal feeds, with its feeds and the host's inbox on loopback: one n8n, one sandbox.
import { DateTime } from 'luxon';

import {
	allDay,
	calendar,
	feed,
	startFeedHost,
	type FeedEntry,
	type FeedHost,
} from './bookingSystems/feed.mts';
import {
	hasEnded,
	readExample,
	startMail,
	startN8n,
	startSandbox,
	waitFor,
	withValues,
	type Execution,
	type MailServer,
	type N8n,
	type Sandbox,
} from './harness/index.mts';

interface Code {
	access_code_id: string;
	name: string;
	code: string | null;
	starts_at: string;
	ends_at: string;
}

interface Lock {
	device: string;
	listing: string;
	zone: string;
}

/** One import of the example, for a feed of its own. */
interface Feed {
	workflowId: string;
	/** Serves the feed, or a status, and runs the workflow and all that it starts, except for parked waits. */
	poll(answer: string | number, ends?: Execution['status']): Promise<void>;
}

let sandbox: Sandbox;
let n8n: N8n;
let host: FeedHost;
let mail: MailServer;
let credential: { id: string; name: string };
let smtp: { id: string; name: string };
let count = 0;

beforeAll(async () => {
	[sandbox, n8n, host, mail] = await Promise.all([
		startSandbox(),
		startN8n(),
		startFeedHost(),
		startMail(),
	]);
	smtp = await n8n.client.createCredential('smtp', 'Mail', mail.credential);
	credential = await n8n.client.createCredential('seamApi', 'Seam sandbox', {
		apiKey: sandbox.apiKey,
		baseUrl: sandbox.baseUrl,
	});
}, 300_000);
afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
	await host?.stop();
	await mail?.stop();
}, 60_000);

/** A lock with a listing of its own, which takes codes at once or not at all. */
async function newLock(
	template = 'yale',
	{ timezone, outcome = 'set' }: { timezone?: string; outcome?: 'set' | 'fail' } = {},
): Promise<Lock> {
	const listing = `cottage-${(count += 1)}`;
	const location = timezone === undefined ? {} : { location: { time_zone: timezone, timezone } };
	const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		template,
		alias: listing,
		overrides: { custom_metadata: { listing_id: listing }, ...location },
	});
	await sandbox.control('POST', '/programming', { device: listing, outcome, delay_ms: 0 });
	const { device } = await sandbox.seam<{ device: { location: { timezone: string } } }>(
		'/devices/get',
		{ device_id },
	);
	return { device: device_id, listing, zone: device.location.timezone };
}

/** Imports the example as it is, except for *Settings*, and `edit`. */
async function newFeed(
	{ listing }: Lock,
	settings: Record<string, string> = {},
	edit: Record<string, Record<string, unknown>> = {},
): Promise<Feed> {
	const example = await readExample('ical-feed');
	const path = `/calendar/ical/${(count += 1)}.ics?s=secret`;
	const nodes = example.nodes.map((node) =>
		node.type.endsWith('.emailSend') ? { ...node, credentials: { smtp } } : node,
	);
	const workflowId = await n8n.client.importWorkflow({ ...example, nodes }, credential, {
		...edit,
		Settings: withValues(example, 'Settings', {
			feed_address: `${host.baseUrl}${path}`,
			listing_id: listing,
			...settings,
		}),
	});
	await n8n.client.activate(workflowId);
	return {
		workflowId,
		async poll(answer, ends = 'success') {
			host.feeds.set(path, answer);
			const { executionId } = await n8n.client.rest('POST', `/workflows/${workflowId}/run`, {
				triggerToStartFrom: { name: 'Every Hour' },
			});
			await n8n.client.waitForExecution(String(executionId), { status: [ends] });
			await waitFor(
				async () => {
					const now = await n8n.client.executions(workflowId);
					return now.every(({ status }) => status !== 'running' && status !== 'new');
				},
				{ limit: 120, what: 'everything that the poll started to end or to wait' },
			);
		},
	};
}

async function codesOn({ device }: Lock): Promise<Code[]> {
	const { access_codes } = await sandbox.seam<{ access_codes: Code[] }>('/access_codes/list', {
		device_id: device,
	});
	return access_codes.sort((a, b) => a.starts_at.localeCompare(b.starts_at));
}

/** The bookings on the lock, as their codes' names say, without the mark of their feed. */
async function bookingsOn(lock: Lock): Promise<string[]> {
	return (await codesOn(lock)).map(({ name }) => /\[[0-9a-f]{6}-([^\] ]+)/.exec(name)?.[1] ?? name);
}

async function untilBookingsAre(lock: Lock, wanted: string[]): Promise<void> {
	await waitFor(async () => (await bookingsOn(lock)).join() === wanted.join(), {
		limit: 20,
		what: `the lock to hold only the codes of ${wanted.join(', ') || 'nobody'}`,
	});
}

const textsAbout = (booking: string) =>
	mail.sent.filter(({ subject }) => subject.endsWith(` ${booking}`)).map(({ text }) => text);

const untilTold = async (booking: string, times = 1) =>
	await waitFor(async () => textsAbout(booking).length >= times, {
		limit: 120,
		what: `message ${times} about ${booking}`,
	});

/** Resolves with how many executions the feed has had, once none of them waits. */
async function untilAllEnded({ workflowId }: Feed): Promise<number> {
	return await waitFor(
		async () => {
			const all = await n8n.client.executions(workflowId);
			return all.every(hasEnded) && all.length;
		},
		{ limit: 120, what: 'all waits to end' },
	);
}

const date = ({ zone }: Lock, days: number) =>
	DateTime.now().setZone(zone).plus({ days }).toISODate()!;

const entry = (lock: Lock, code: string | null, from: number, nights: number): FeedEntry => ({
	code,
	arrival: date(lock, from),
	departure: date(lock, from + nights),
});

const at = (day: string, time: string, { zone }: Lock) =>
	DateTime.fromISO(`${day}T${time}`, { zone }).toMillis();

describe('an Airbnb feed', () => {
	let lock: Lock;
	let airbnb: Feed;
	let entries: Record<'begun' | 'soon' | 'later' | 'blocked', FeedEntry>;

	beforeAll(async () => {
		lock = await newLock();
		airbnb = await newFeed(lock);
		entries = {
			begun: entry(lock, 'HMAAAAAAA1', -1, 3),
			soon: entry(lock, 'HMBBBBBBB2', 2, 2),
			later: entry(lock, 'HMCCCCCCC3', 30, 4),
			blocked: entry(lock, null, 5, 6),
		};
	}, 60_000);

	test('each stay gets a code, blocked dates none, and the host is told of each once', async () => {
		await airbnb.poll(feed(Object.values(entries)));
		expect(await bookingsOn(lock)).toEqual(['HMAAAAAAA1', 'HMBBBBBBB2', 'HMCCCCCCC3']);
		const [, soon] = await codesOn(lock);
		expect(Date.parse(soon.starts_at)).toBe(at(entries.soon.arrival, '15:00', lock));
		expect(Date.parse(soon.ends_at)).toBe(at(entries.soon.departure, '11:00', lock));
		await untilTold('HMAAAAAAA1');
		await untilTold('HMBBBBBBB2');

		await airbnb.poll(feed(Object.values(entries)));
		expect(textsAbout('HMAAAAAAA1')).toHaveLength(1);
		expect(textsAbout('HMBBBBBBB2')).toEqual([
			expect.stringContaining(`The door code of booking HMBBBBBBB2 is ${soon.code}.`),
		]);
		// Its lock takes codes only days ahead.
		expect(textsAbout('HMCCCCCCC3')).toEqual([]);
	}, 240_000);

	test('a failed, a cut and an empty feed and a login page change nothing, however often', async () => {
		const whole = feed(Object.values(entries));
		const page = '<!DOCTYPE html><html><title>Log in</title></html>';
		for (const broken of [whole.slice(0, whole.indexOf('HMBBBBBBB2')), feed([]), page]) {
			await airbnb.poll(broken);
			await airbnb.poll(broken);
		}
		await airbnb.poll(503, 'error');
		await airbnb.poll(503, 'error');
		expect(await bookingsOn(lock)).toEqual(['HMAAAAAAA1', 'HMBBBBBBB2', 'HMCCCCCCC3']);
	}, 120_000);

	test('moved dates keep the PIN, and the host is told the new ones', async () => {
		const [, before] = await codesOn(lock);
		entries.soon.departure = date(lock, 5);
		await airbnb.poll(feed(Object.values(entries)));
		const [, after] = await codesOn(lock);
		expect(after).toMatchObject({ access_code_id: before.access_code_id, code: before.code });
		expect(Date.parse(after.ends_at)).toBe(at(entries.soon.departure, '11:00', lock));
		await untilTold('HMBBBBBBB2', 2);
		expect(textsAbout('HMBBBBBBB2')).toHaveLength(2);
	}, 150_000);

	test('a stay is gone after two polls in a row without it, unless it has begun', async () => {
		const without = feed([entries.later, entries.blocked]);
		await airbnb.poll(without);
		await airbnb.poll(feed(Object.values(entries)));
		await airbnb.poll(without);
		expect(await bookingsOn(lock)).toContain('HMBBBBBBB2');
		await airbnb.poll(without);
		await untilBookingsAre(lock, ['HMAAAAAAA1', 'HMCCCCCCC3']);
		expect(textsAbout('HMBBBBBBB2')).toHaveLength(2);
	}, 150_000);

	test('a stay that was shortened to an end that has passed loses its code, and nobody waits for it', async () => {
		const over = entry(lock, 'HMAAAAAAA1', -2, 1);
		await airbnb.poll(feed([over, entries.later]));
		await untilBookingsAre(lock, ['HMCCCCCCC3']);
		expect(textsAbout('HMAAAAAAA1')).toHaveLength(1);
	}, 90_000);
});

/** A zone without summer time where it is about that hour now. */
function zoneAt(hour: number): string {
	const offset = ((hour - DateTime.utc().hour + 36) % 24) - 12;
	return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

test('two feeds for one lock: each touches only the codes that it made', async () => {
	const lock = await newLock();
	const room = await newFeed(lock);
	const house = await newFeed(lock);
	const inRoom = feed([entry(lock, 'HMROOM0001', 8, 2)]);
	const inHouse = feed([entry(lock, 'HMHOUSE001', 4, 3)]);
	for (let round = 0; round < 3; round += 1) {
		await room.poll(inRoom);
		await house.poll(inHouse);
	}
	expect(await bookingsOn(lock)).toEqual(['HMHOUSE001', 'HMROOM0001']);

	for (let round = 0; round < 2; round += 1) await room.poll(feed([entry(lock, null, 8, 2)]));
	await untilBookingsAre(lock, ['HMHOUSE001']);
}, 240_000);

test('shortly before the arrival no code is deleted, and the host is told once', async () => {
	const lock = await newLock();
	const airbnb = await newFeed(lock, { keep_hours_before_arrival: '96' });
	await airbnb.poll(feed([entry(lock, 'HMKEPT0001', 2, 2), entry(lock, 'HMLATER001', 9, 2)]));
	await untilTold('HMKEPT0001');
	for (let round = 0; round < 3; round += 1) await airbnb.poll(feed([entry(lock, null, 20, 1)]));
	await untilBookingsAre(lock, ['HMKEPT0001']);
	const [, ...told] = textsAbout('HMKEPT0001');
	expect(told).toEqual([
		expect.stringContaining('begins within 96 hours, so its door code was kept'),
	]);
}, 240_000);

test('times compare on the lock’s clock: a stay that ends today gets a code until its check-out', async () => {
	const [early, late] = await Promise.all(
		[8, 14].map(async (hour) => await newLock('yale', { timezone: zoneAt(hour) })),
	);
	for (const lock of [early, late]) {
		await (await newFeed(lock)).poll(feed([entry(lock, 'HMENDS0001', -2, 2)]));
	}
	expect(await bookingsOn(early)).toEqual(['HMENDS0001']);
	expect(await bookingsOn(late)).toEqual([]);
	expect(textsAbout('HMENDS0001').filter((text) => !text.startsWith('The door code'))).toEqual([]);
}, 120_000);

test('Vrbo: “Reserved - name” is a stay of that guest', async () => {
	const lock = await newLock();
	const vrbo = await newFeed(lock);
	const uid = '11111111-1111-4111-8111-111111111111';
	const calendarOf = (name: string) =>
		calendar('PRODID:-//HomeAway.com, Inc.//EN', [
			[`UID:${uid}`, ...allDay(date(lock, 1), date(lock, 5)), `SUMMARY:Reserved - ${name}`],
			['UID:22222222', ...allDay(date(lock, 7), date(lock, 9)), 'SUMMARY:Blocked'],
		]);
	await vrbo.poll(calendarOf('Guest One'));
	const codes = await codesOn(lock);
	expect(codes.map(({ name }) => name)).toEqual([expect.stringMatching(/^Guest One \[/)]);
	await untilTold(uid);
	await vrbo.poll(calendarOf('Guest One'));
	expect(textsAbout(uid)).toEqual([
		expect.stringContaining(`The door code of booking ${uid} is ${codes[0].code}.`),
	]);
	expect(textsAbout('22222222')).toEqual([]);
}, 180_000);

test('Booking.com: what may be a stay or blocked time is told to the host once', async () => {
	const lock = await newLock();
	const bookingCom = await newFeed(lock);
	const closed = (uid: string) =>
		calendar('PRODID:-//admin.booking.com//EN', [
			[
				`UID:${uid}@booking.com`,
				...allDay(date(lock, 4), date(lock, 8)),
				'SUMMARY:CLOSED - Not available',
			],
			[
				'UID:past@booking.com',
				...allDay(date(lock, -8), date(lock, -4)),
				'SUMMARY:CLOSED - Not available',
			],
		]);
	for (const uid of ['first', 'first', 'second']) await bookingCom.poll(closed(uid));
	expect(await codesOn(lock)).toEqual([]);
	const told = mail.sent.filter(({ subject }) => subject.endsWith('@booking.com'));
	expect(told).toMatchObject([
		{ to: 'host@example.com', subject: expect.stringContaining('first@booking.com') },
	]);
	expect(told[0].text).toContain('“CLOSED - Not available”');
}, 120_000);

test('folded lines, escaped text and times with a zone of their own', async () => {
	const lock = await newLock();
	const [arrival, departure] = [date(lock, 2), date(lock, 4)].map((day) => day.replaceAll('-', ''));
	const name = 'Ada Augusta\\, Countess of Lovelace\\; née Byron and her friends';
	const events = calendar('PRODID:-//Some Manager//EN', [
		[
			'UID:manager-1',
			`DTSTART;TZID="Europe/Berlin":${arrival}T160000`,
			`DTEND:${departure}T093000Z`,
			`SUMMARY:Reserved - ${name}`,
			'BEGIN:VALARM',
			'SUMMARY:Not the guest',
			'END:VALARM',
		],
	]);
	await (await newFeed(lock)).poll(events);
	const [code] = await codesOn(lock);
	expect(code.name).toMatch(/^Ada Augusta, Countess of Lovelace; née Byron and her friends \[/);
	expect(Date.parse(code.starts_at)).toBe(
		DateTime.fromISO(`${arrival}T160000`, { zone: 'Europe/Berlin' }).toMillis(),
	);
	expect(Date.parse(code.ends_at)).toBe(
		Date.parse(DateTime.fromISO(`${departure}T093000Z`).toISO()!),
	);
}, 90_000);

test('a PIN that was told is not waited for again, and one that a person changes in Seam is told', async () => {
	const lock = await newLock();
	const airbnb = await newFeed(lock);
	const events = feed([entry(lock, 'HMNEWPIN01', -1, 4)]);
	await airbnb.poll(events);
	await untilTold('HMNEWPIN01');
	const before = await untilAllEnded(airbnb);
	await airbnb.poll(events);
	expect(await untilAllEnded(airbnb)).toBe(before + 1);

	const [{ access_code_id, code }] = await codesOn(lock);
	const other = code!.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
	await sandbox.seam('/access_codes/update', { access_code_id, code: other });
	await airbnb.poll(events);
	await untilTold('HMNEWPIN01', 2);
	expect({ isTold: textsAbout('HMNEWPIN01')[1].includes(` is ${other}.`) }).toEqual({
		isTold: true,
	});
}, 240_000);

test('a message that could not be sent is sent by the next poll, once', async () => {
	const lock = await newLock();
	const airbnb = await newFeed(lock);
	const closed = ['UID:down-2', ...allDay(date(lock, 4), date(lock, 8)), 'SUMMARY:CLOSED'];
	const stay = ['UID:down-1', ...allDay(date(lock, -1), date(lock, 3)), 'SUMMARY:Reserved'];
	const events = calendar('PRODID:-//Some Manager//EN', [stay, closed]);
	mail.isDown = true;
	try {
		await airbnb.poll(events);
		await waitFor(
			async () => (await n8n.client.executions(airbnb.workflowId, ['error'])).length === 2,
			{ limit: 90, what: 'both messages to fail in n8n' },
		);
	} finally {
		mail.isDown = false;
	}
	for (let round = 0; round < 2; round += 1) await airbnb.poll(events);
	await untilTold('down-1');
	await airbnb.poll(events);
	expect(textsAbout('down-1')).toEqual([
		expect.stringContaining('The door code of booking down-1 is'),
	]);
	expect(textsAbout('down-2')).toHaveLength(1);
}, 300_000);

test('a wait that fails tells the host why, once, and goes on at the next poll', async () => {
	const lock = await newLock('yale', { outcome: 'fail' });
	const airbnb = await newFeed(
		lock,
		{},
		{
			'Seam Wait for Code Set': { giveUp: 'after_duration', duration: 1, durationUnit: 'minutes' },
		},
	);
	const events = feed([entry(lock, 'HMFAILS001', -1, 3)]);
	await airbnb.poll(events);
	await untilTold('HMFAILS001');
	const [{ code }] = await codesOn(lock);
	expect(textsAbout('HMFAILS001')).toEqual([
		expect.stringMatching(/The door code of booking HMFAILS001 is not known to work: \S.+/),
	]);
	expect(textsAbout('HMFAILS001').join()).not.toContain('[item');
	expect(textsAbout('HMFAILS001').join()).not.toContain(code);

	await airbnb.poll(events);
	await untilAllEnded(airbnb);
	expect(textsAbout('HMFAILS001')).toHaveLength(1);
}, 300_000);

test('a refusal by Seam, with another request ID each time, is told to the host once', async () => {
	const lock = await newLock();
	const airbnb = await newFeed(lock);
	await sandbox.control('POST', '/faults', {
		...{ path: '/access_codes/create', device_id: lock.device, kind: 'status', status: 400 },
	});
	try {
		for (let round = 0; round < 2; round += 1)
			await airbnb.poll(feed([entry(lock, 'HMREFUSED1', 1, 2)]));
	} finally {
		await sandbox.control('DELETE', '/faults');
	}
	expect(textsAbout('HMREFUSED1')).toEqual([
		expect.stringMatching(/^The stay HMREFUSED1 at .*: \S/),
	]);
	expect(textsAbout('HMREFUSED1')[0]).not.toMatch(/request ID|\[item/);
}, 90_000);

test('a stay that gets no code is told to the host once', async () => {
	const lock = await newLock();
	const airbnb = await newFeed(lock, { check_in: 'noon' });
	for (let round = 0; round < 2; round += 1)
		await airbnb.poll(feed([entry(lock, 'HMNOCODE01', 1, 2)]));
	expect(textsAbout('HMNOCODE01')).toEqual([
		expect.stringContaining(`The stay HMNOCODE01 at ${lock.listing}: `),
	]);
}, 90_000);
