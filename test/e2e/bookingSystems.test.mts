// The examples for booking systems, with their webhooks and their APIs played on loopback: one n8n, one sandbox.
import { DateTime } from 'luxon';

import {
	CALENDLY,
	STUDIO,
	eventPathOf,
	invitee,
	message,
	pathOf,
	scheduledEvent,
	type Appointment,
} from './bookingSystems/calendly.mts';
import { startMessenger, type Messenger } from './bookingSystems/messenger.mts';
import {
	startBookingApi,
	type BookingApi,
	type BookingSystem,
	type Happening,
	type Stay,
} from './bookingSystems/pms.mts';
import { guesty, hospitable, hostaway, smoobu } from './bookingSystems/systems.mts';
import {
	outputOf,
	readExample,
	startN8n,
	startSandbox,
	waitFor,
	withValues,
	type Execution,
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

const DELETE = 'Delete Access Code';

let sandbox: Sandbox;
let n8n: N8n;
let api: BookingApi;
let messenger: Messenger;
let credential: { id: string; name: string };
let count = 1000;

beforeAll(async () => {
	[sandbox, n8n, api, messenger] = await Promise.all([
		startSandbox(),
		startN8n(),
		startBookingApi(),
		startMessenger(),
	]);
	credential = await n8n.client.createCredential('seamApi', 'Seam sandbox', {
		apiKey: sandbox.apiKey,
		baseUrl: sandbox.baseUrl,
	});
}, 300_000);
afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
	await api?.stop();
	await messenger?.stop();
}, 60_000);

/** Imports an example as it is, except for the addresses that its user has to set. */
async function importExample(
	name: string,
	values: Record<string, string>,
	nodes = ['Settings'],
	as = name,
): Promise<string> {
	const example = await readExample(name);
	const everywhere = { message_address: `${sandbox.baseUrl}/sandbox/messages` };
	const edits = nodes.map((node) => {
		const own = node === 'Settings' ? { ...everywhere, ...values } : everywhere;
		return [node, withValues(example, node, own)];
	});
	return await n8n.client.importWorkflow(
		as === name ? example : { ...example, name: as },
		credential,
		Object.fromEntries([...edits, ...(as === name ? [] : [['Booking Webhook', { path: as }]])]),
	);
}

/** @param as name and webhook path, if the example is imported more than once. */
async function publishExample(
	name: string,
	values: Record<string, string>,
	as = name,
): Promise<string> {
	const id = await importExample(name, values, ['Settings'], as);
	await n8n.client.activate(id);
	return id;
}

/** A lock that carries a listing of its own. */
async function newLock(template: string): Promise<{ device: string; listing: string }> {
	const listing = `listing-${(count += 1)}`;
	const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		template,
		alias: listing,
		overrides: { custom_metadata: { listing_id: listing } },
	});
	// The lock takes codes at once, so that no wait has to look twice.
	await sandbox.control('POST', '/programming', { device: listing, outcome: 'set', delay_ms: 0 });
	return { device: device_id, listing };
}

async function zoneOf(device_id: string): Promise<string> {
	const { device } = await sandbox.seam<{ device: { location: { timezone: string } } }>(
		'/devices/get',
		{ device_id },
	);
	return device.location.timezone;
}

async function codesOn(device_id: string): Promise<Code[]> {
	const { access_codes } = await sandbox.seam<{ access_codes: Code[] }>('/access_codes/list', {
		device_id,
	});
	return access_codes;
}

async function untilGone(device_id: string): Promise<void> {
	await waitFor(async () => (await codesOn(device_id)).length === 0, {
		limit: 20,
		what: 'the lock to hold no code',
	});
}

/** What the sandbox's inbox got about a booking. */
async function textsAbout(booking: string): Promise<string[]> {
	return (await sandbox.messages())
		.filter((one) => one.booking === booking)
		.map(({ text }) => String(text));
}

async function run(
	workflowId: string,
	path: string,
	body: object,
	ends: Execution['status'] = 'success',
): Promise<Execution> {
	const id = await n8n.client.executionStartedBy(
		workflowId,
		async () => await n8n.client.postWebhook(path, body),
	);
	return await n8n.client.waitForExecution(id, { status: [ends], limit: 90 });
}

async function stayOn(
	{ device, listing }: { device: string; listing: string },
	from: number,
	nights: number,
	more: Partial<Stay> = {},
): Promise<Stay> {
	const arrival = DateTime.now()
		.setZone(await zoneOf(device))
		.plus({ days: from });
	return {
		id: String((count += 1)),
		guest: { first: 'Ada', last: 'Lovelace', phone: '+15550100' },
		listing,
		arrival: arrival.toISODate()!,
		departure: arrival.plus({ days: nights }).toISODate()!,
		arrivalTime: null,
		departureTime: null,
		offset: arrival.toFormat('ZZ'),
		state: 'confirmed',
		...more,
	};
}

/** A moment on the lock's clock, as Seam writes it. */
function instantOf(date: string, time: string, zone: string): number {
	return DateTime.fromISO(`${date}T${time}`, { zone }).toMillis();
}

describe.each([hostaway, hospitable, guesty, smoobu])('$slug', (system: BookingSystem) => {
	let workflowId: string;
	let lock: { device: string; listing: string };
	let zone: string;
	let stay: Stay;
	let key: string;
	let pin: string | null;

	/** The booking system's state is `stay`; it sends a message, which may be an old one. */
	const send = async (happened: Happening, carried = stay): Promise<Execution> => {
		api.answers.set(system.path(stay), happened === 'deleted' ? 404 : system.answer(stay));
		return await run(workflowId, system.slug, system.message(carried, happened));
	};

	beforeAll(async () => {
		workflowId = await publishExample(system.slug, { [`${system.slug}_address`]: api.baseUrl });
		lock = await newLock('august');
		zone = await zoneOf(lock.device);
		stay = await stayOn(lock, 1, 3);
		key = `${system.slug}-${stay.id}`;
	}, 60_000);

	test('a new booking: one code for the stay, and the guest is told its PIN', async () => {
		await send('created');
		const [code, ...others] = await codesOn(lock.device);
		pin = code.code;
		expect(others).toEqual([]);
		expect(Date.parse(code.starts_at)).toBe(instantOf(stay.arrival, '15:00', zone));
		expect(Date.parse(code.ends_at)).toBe(instantOf(stay.departure, '11:00', zone));
		expect(await textsAbout(key)).toEqual([
			expect.stringMatching(new RegExp(`^Hello Ada Lovelace, your door code is ${pin}\\.`)),
		]);
	}, 100_000);

	test('a later departure at an agreed time: the same PIN, and the guest is told', async () => {
		const before = stay;
		const departure = DateTime.fromISO(stay.departure).plus({ days: 1 }).toISODate()!;
		stay = { ...stay, departure, departureTime: '13:00' };
		await send('changed');
		// The old message once more, late: what it carries is not what holds.
		await send('created', before);
		const codes = await codesOn(lock.device);
		expect(codes).toMatchObject([{ code: pin }]);
		expect(Date.parse(codes[0].ends_at)).toBe(instantOf(departure, '13:00', zone));
		const [, second, ...others] = await textsAbout(key);
		expect(second).toContain(`your door code is ${pin}.`);
		expect(second).toContain('13:00');
		expect(others).toEqual([]);
	}, 100_000);

	test('cancelled, twice: the PIN dies, and then is dead; nobody is told a PIN', async () => {
		const before = stay;
		stay = { ...stay, state: 'cancelled' };
		expect(outputOf(await send('cancelled'), DELETE)).toMatchObject([
			{ deleted: true, result: expect.stringMatching(/^(deleted|deleting)$/), booking_key: key },
		]);
		await untilGone(lock.device);
		// A change that comes after its own cancellation finds the booking cancelled.
		expect(outputOf(await send('changed', before), DELETE)).toMatchObject([
			{ deleted: true, result: 'deleted' },
		]);
		expect(await codesOn(lock.device)).toEqual([]);
		expect(await textsAbout(key)).toHaveLength(2);
	}, 100_000);

	test('what is no stay touches no lock', async () => {
		stay = { ...(await stayOn(lock, 8, 2)), state: 'blocked' };
		const { resultData } = (await send('created')).data!;
		expect(Object.keys(resultData.runData).at(-1)).toBe('Concerns a Door');
		expect(await codesOn(lock.device)).toEqual([]);
	}, 60_000);
});

describe('a cancellation tells what it means at the door', () => {
	let hostawayId: string;
	let smoobuId: string;
	beforeAll(async () => {
		[hostawayId, smoobuId] = await Promise.all(
			['hostaway', 'smoobu'].map(
				async (name) =>
					(
						await n8n.client.api(
							'GET',
							`/workflows?name=${encodeURIComponent((await readExample(name)).name)}`,
						)
					).data as Array<{ id: string }>,
			),
		).then((found) => found.map(([{ id }]) => id));
	}, 30_000);

	test('during the stay, online: deleting, and a moment later deleted', async () => {
		const lock = await newLock('august');
		const stay = await stayOn(lock, -1, 3);
		const post = async (state: Stay['state']) => {
			const now = { ...stay, state };
			api.answers.set(hostaway.path(now), hostaway.answer(now));
			return await run(hostawayId, hostaway.slug, hostaway.message(now, 'changed'));
		};
		await post('confirmed');
		const [{ code }] = await codesOn(lock.device);
		expect(await sandbox.keypad(lock.device, code!)).toMatchObject({ opens: true });

		await sandbox.control('POST', '/programming', { device: lock.device, delay_ms: 3000 });
		expect(outputOf(await post('cancelled'), DELETE)).toMatchObject([
			{ deleted: true, result: 'deleting', opens_until: null },
		]);
		await waitFor(async () => !(await sandbox.keypad(lock.device, code!)).opens, {
			limit: 20,
			what: 'the PIN to be off the lock',
		});
		expect(outputOf(await post('cancelled'), DELETE)).toMatchObject([
			{ deleted: true, result: 'deleted', access_code_id: null },
		]);
	}, 120_000);

	test('an offline code cannot be revoked: until when is said, and the host is told', async () => {
		const lock = await newLock('igloohome');
		const stay = await stayOn(lock, 1, 3);
		api.answers.set(smoobu.path(stay), smoobu.answer(stay));
		await run(smoobuId, smoobu.slug, smoobu.message(stay, 'created'));
		const [{ code, ends_at }] = await codesOn(lock.device);

		api.answers.set(smoobu.path(stay), 404);
		const execution = await run(smoobuId, smoobu.slug, smoobu.message(stay, 'deleted'));
		const [result] = outputOf(execution, DELETE);
		expect(result).toMatchObject({ deleted: false, result: 'cannot_be_revoked' });
		expect(Date.parse(String(result.opens_until))).toBe(Date.parse(ends_at));
		const [, toHost] = await textsAbout(`smoobu-${stay.id}`);
		expect(toHost).toContain(`opens the door until ${String(result.opens_until)}`);
		expect(toHost).not.toContain(code);
	}, 120_000);
});

test('calendly: an appointment that moves twice keeps its PIN, in whatever order that is told', async () => {
	const { device, listing } = await newLock('nuki');
	const workflowId = await publishExample('calendly', {
		calendly_address: api.baseUrl,
		listing_id: listing,
		event_types: `Another visit, ${STUDIO.event_type}`,
	});
	const appointments: Appointment[] = [1, 2, 3].map((number, index) => {
		const startsAt = DateTime.utc()
			.startOf('hour')
			.plus({ hours: 20 * number });
		return {
			id: `INV${number}`,
			startsAt: startsAt.toISO(),
			endsAt: startsAt.plus({ hours: 2 }).toISO(),
			status: 'active',
			before: index === 0 ? null : `INV${index}`,
			after: null,
		};
	});
	const publishState = () => {
		for (const one of appointments) {
			api.answers.set(pathOf(one.id), { resource: invitee(one) });
			api.answers.set(eventPathOf(one.id), { resource: scheduledEvent(one) });
		}
	};
	const moveTo = (number: number) => {
		Object.assign(appointments[number - 1], {
			status: 'canceled',
			after: appointments[number].id,
		});
		publishState();
	};
	const post = async (event: 'invitee.created' | 'invitee.canceled', number: number) =>
		await run(workflowId, 'calendly', message(event, appointments[number]));

	publishState();
	await post('invitee.created', 0);
	const [{ code }] = await codesOn(device);
	moveTo(1);
	await post('invitee.canceled', 0);
	await post('invitee.created', 1);
	moveTo(2);
	await post('invitee.created', 2);
	await post('invitee.canceled', 1);
	// Late: this invitee was moved long ago.
	await post('invitee.created', 0);
	// Forged: neither the times nor the address of Calendly are taken from a message.
	const forged = message('invitee.created', { ...appointments[2], endsAt: '2099-01-01T00:00:00Z' });
	const elsewhere = JSON.stringify(forged).replaceAll(CALENDLY, '@elsewhere.example.com');
	await run(workflowId, 'calendly', JSON.parse(elsewhere));

	const codes = await codesOn(device);
	expect(codes).toMatchObject([{ code }]);
	expect(Date.parse(codes[0].starts_at)).toBe(Date.parse(appointments[2].startsAt));
	expect(Date.parse(codes[0].ends_at)).toBe(Date.parse(appointments[2].endsAt));
	const texts = await textsAbout('calendly-INV1');
	expect(texts).toHaveLength(3);
	expect(texts.filter((text) => text.includes(`door code is ${code}.`))).toHaveLength(3);

	appointments[2].status = 'canceled';
	publishState();
	expect(outputOf(await post('invitee.canceled', 2), DELETE)).toMatchObject([
		{ deleted: true, booking_key: 'calendly-INV1' },
	]);
	await untilGone(device);
}, 240_000);

describe('hostaway, when it goes another way', () => {
	const PATH = 'hostaway-cases';
	let workflowId: string;
	let lock: { device: string; listing: string };
	beforeAll(async () => {
		const values = { hostaway_address: api.baseUrl, message_address: messenger.address };
		workflowId = await publishExample('hostaway', values, PATH);
	}, 60_000);
	beforeEach(async () => {
		messenger.sent.length = 0;
		messenger.isDown = false;
		lock = await newLock('august');
	});

	const HOST = 'host@example.com';
	const keep = (stay: Stay) => api.answers.set(hostaway.path(stay), hostaway.answer(stay));
	const send = async (stay: Stay, ends: Execution['status'] = 'success') => {
		keep(stay);
		return await run(workflowId, PATH, hostaway.message(stay, 'changed'), ends);
	};
	const sentTo = (to: string) => messenger.sent.filter((one) => one.to === to);
	const pinOn = async (device: string) => (await codesOn(device))[0].code!;

	test('the messenger is down: the guest counts as told only after the message went out', async () => {
		const stay = await stayOn(lock, 1, 3);
		messenger.isDown = true;
		await send(stay, 'error');
		messenger.isDown = false;
		await send(stay);
		await send(stay);
		expect(messenger.sent).toEqual([
			{
				to: stay.guest.phone,
				booking: `hostaway-${stay.id}`,
				text: expect.stringContaining(`your door code is ${await pinOn(lock.device)}.`),
			},
		]);
	}, 200_000);

	test('the lock refuses: the host is told once and the execution fails; later the guest is told', async () => {
		await sandbox.control('POST', '/programming', {
			...{ device: lock.listing, outcome: 'fail', error_code: 'duplicate_code_on_device' },
		});
		const stay = await stayOn(lock, 1, 3);
		const { data } = await send(stay, 'error');
		await send(stay, 'error');
		expect(sentTo(stay.guest.phone)).toEqual([]);
		const [{ text }, ...others] = sentTo(HOST);
		expect(others).toEqual([]);
		for (const part of [`hostaway-${stay.id}`, 'Ada Lovelace', lock.listing, 'Seam Wait']) {
			expect(text).toContain(part);
		}
		expect(data!.resultData.error?.message).toBe(text);
		expect(text).not.toContain(await pinOn(lock.device));

		await sandbox.control('POST', '/programming', { device: lock.listing, outcome: 'set' });
		await send(stay);
		expect(sentTo(HOST)).toHaveLength(1);
		expect(sentTo(stay.guest.phone)).toHaveLength(1);
	}, 300_000);

	test('no lock for the listing: the host is told once, again if the reason changes, and the guest once there is one', async () => {
		const stay = { ...(await stayOn(lock, 1, 3)), listing: `${lock.listing}-new` };
		await send(stay, 'error');
		await send(stay, 'error');
		expect(messenger.sent.map(({ to, text }) => [to, text])).toEqual([
			[HOST, expect.stringContaining(`No device has listing_id = '${stay.listing}'`)],
		]);
		await send({ ...stay, departure: stay.arrival, listing: lock.listing }, 'error');
		expect(sentTo(HOST)).toHaveLength(2);
		expect(sentTo(HOST)[1].text).toContain('Seam Create Access Code');
		await send({ ...stay, listing: lock.listing });
		expect(sentTo(stay.guest.phone)).toHaveLength(1);
		expect(sentTo(HOST)).toHaveLength(2);
	}, 200_000);

	test('no address and no name: the host is told, nothing is sent to nobody, and nobody is greeted by a blank', async () => {
		const stay = await stayOn(lock, 1, 3, { guest: { first: '', last: '', phone: '' } });
		await send(stay, 'error');
		expect(messenger.sent.map(({ to }) => to)).toEqual([HOST]);
		expect(messenger.sent[0].text).toContain('no phone number');
		await send({ ...stay, guest: { first: '', last: '', phone: '+15550101' } });
		expect(sentTo('+15550101')[0].text).toMatch(/^Hello, your door code is \d+\./);
	}, 100_000);

	test('another room: the former room’s PIN goes, and after a cancellation none is left', async () => {
		const next = await newLock('august');
		const stay = await stayOn(lock, -1, 3);
		await send(stay);
		const pin = await pinOn(lock.device);
		await send({ ...stay, listing: next.listing });
		await untilGone(lock.device);
		expect(await sandbox.keypad(lock.device, pin)).toMatchObject({ opens: false });
		expect(await sandbox.keypad(next.device, await pinOn(next.device))).toMatchObject({
			opens: true,
		});
		expect(sentTo(stay.guest.phone)).toHaveLength(2);
		expect(sentTo(HOST)).toEqual([]);
		await send({ ...stay, listing: next.listing, state: 'cancelled' });
		await untilGone(next.device);
	}, 200_000);

	test('another room, and the former lock can’t revoke: the host is told until when it opens, once', async () => {
		const former = await newLock('igloohome');
		const stay = await stayOn(former, 1, 3);
		await send(stay);
		const pin = await pinOn(former.device);
		const moved = { ...stay, listing: lock.listing };
		await send(moved);
		await send(moved);
		expect(sentTo(HOST)).toEqual([
			expect.objectContaining({
				text: expect.stringMatching(new RegExp(`opens lock ${former.device} until 20`)),
			}),
		]);
		expect(sentTo(HOST)[0].text).not.toContain(pin);
		await send({ ...moved, state: 'cancelled' });
		expect(await codesOn(lock.device)).toEqual([]);
		expect(sentTo(HOST)).toHaveLength(2);
	}, 200_000);

	test.each([
		['august', 0],
		['igloohome', 1],
	])(
		'%s, left before the end: nothing to wait for, and the host hears only what stays',
		async (template, count) => {
			lock = await newLock(template);
			const stay = await stayOn(lock, -2, 5);
			await send(stay);
			const pin = await pinOn(lock.device);
			const left = DateTime.now()
				.setZone(await zoneOf(lock.device))
				.minus({ hours: 1 });
			const over = { departure: left.toISODate()!, departureTime: left.toFormat('HH:00') };
			const { data } = await send({ ...stay, ...over });
			expect(Object.keys(data!.resultData.runData)).not.toContain('Seam Wait for Code Set');
			expect(sentTo(HOST)).toHaveLength(count);
			expect(sentTo(stay.guest.phone)).toHaveLength(1);
			if (count === 0) {
				await untilGone(lock.device);
				expect(await sandbox.keypad(lock.device, pin)).toMatchObject({ opens: false });
			} else expect(sentTo(HOST)[0].text).toContain('can’t be revoked');
		},
		200_000,
	);

	test('Seam deletes nothing: the host is told of each code that is left, once, and the execution fails', async () => {
		const next = await newLock('august');
		const stay = await stayOn(lock, 1, 3);
		await send(stay);
		await sandbox.control('POST', '/faults', {
			...{ path: '/access_codes/delete', kind: 'status', status: 400, times: 50 },
		});
		try {
			await send({ ...stay, listing: next.listing });
			await send({ ...stay, listing: next.listing, state: 'cancelled' }, 'error');
			await send({ ...stay, listing: next.listing, state: 'cancelled' }, 'error');
		} finally {
			await sandbox.control('DELETE', '/faults');
		}
		const [former, cancelled, ...others] = sentTo(HOST).map(({ text }) => text);
		expect(others).toEqual([]);
		expect(former).toContain(`It may still open lock ${lock.device}`);
		expect(cancelled).toContain('Delete Access Code');
		for (const { device } of [lock, next]) {
			expect(cancelled).toContain((await codesOn(device))[0].access_code_id);
		}
		await send({ ...stay, listing: next.listing, state: 'cancelled' });
		await Promise.all([untilGone(lock.device), untilGone(next.device)]);
	}, 200_000);

	test('a wait that a newer delivery has taken over ends without a word', async () => {
		const stay = await stayOn(lock, 20, 3);
		await sandbox.control('POST', '/programming', { device: lock.listing, outcome: 'never' });
		keep(stay);
		const parked = await n8n.client.executionStartedBy(
			workflowId,
			async () => await n8n.client.postWebhook(PATH, hostaway.message(stay, 'created')),
		);
		await n8n.client.waitForExecution(parked, { status: ['waiting'] });
		const next = await newLock('august');
		const moved = await stayOn(next, 1, 2);
		await send({ ...moved, id: stay.id });
		await untilGone(lock.device);
		await n8n.client.wake(parked);
		await n8n.client.waitForExecution(parked, { limit: 90 });
		expect(messenger.sent.map(({ to }) => to)).toEqual([stay.guest.phone]);
	}, 200_000);

	test('one delivery four times at once: the guest is told once', async () => {
		const stay = await stayOn(lock, 1, 3);
		keep(stay);
		const deliveries = async () =>
			(await n8n.client.executions(workflowId)).filter(({ mode }) => mode !== 'integrated');
		const before = (await deliveries()).length;
		const body = hostaway.message(stay, 'changed');
		await Promise.all([1, 2, 3, 4].map(async () => await n8n.client.postWebhook(PATH, body)));
		await waitFor(
			async () => {
				const all = await deliveries();
				// A wait that polled before the lock had answered is parked: the news wakes it.
				for (const { id, status } of all) {
					if (status === 'waiting') await n8n.client.wake(id).catch(() => {});
				}
				const ended = all.filter(({ status }) => ['success', 'error'].includes(status));
				return all.length >= before + 4 && ended.length === all.length;
			},
			{ limit: 150, what: 'all four to end' },
		);
		expect(sentTo(stay.guest.phone)).toHaveLength(1);
		expect(await codesOn(lock.device)).toHaveLength(1);
	}, 200_000);
});

describe('calendly opens the door only to the event types in Settings', () => {
	const soon = DateTime.utc().plus({ hours: 20 });
	const appointment: Appointment = {
		id: 'INVX',
		startsAt: soon.toISO(),
		endsAt: soon.plus({ minutes: 15 }).toISO(),
		status: 'active',
		before: null,
		after: null,
	};
	const post = async (event_types: string, ends: Execution['status']) => {
		messenger.sent.length = 0;
		const { device, listing } = await newLock('nuki');
		const path = `calendly-${listing}`;
		const workflowId = await publishExample(
			'calendly',
			{
				...{ calendly_address: api.baseUrl, listing_id: listing, event_types },
				message_address: messenger.address,
			},
			path,
		);
		api.answers.set(pathOf('INVX'), { resource: invitee(appointment) });
		api.answers.set(eventPathOf('INVX'), { resource: scheduledEvent(appointment) });
		await run(workflowId, path, message('invitee.created', appointment), ends);
		return await codesOn(device);
	};

	test('an event of another type gets no PIN, and nobody is told', async () => {
		expect(await post('Another visit', 'success')).toEqual([]);
		expect(messenger.sent).toEqual([]);
	}, 60_000);

	test('no event type is named: no PIN, and the host is told what to set', async () => {
		expect(await post('', 'error')).toEqual([]);
		expect(messenger.sent).toEqual([
			expect.objectContaining({ text: expect.stringContaining('event_types') }),
		]);
	}, 60_000);

	test('an event type by its name', async () => {
		expect(await post(STUDIO.name, 'success')).toHaveLength(1);
	}, 60_000);
});

describe('booking-to-pin, the shortest way', () => {
	let workflowId: string;
	beforeAll(async () => {
		workflowId = await publishExample('booking-to-pin', {}, 'shortest');
	}, 60_000);

	test.each([
		['smoobu', 'cancelled'],
		['smoobu', 'deleted'],
		['hospitable', 'created'],
	] as const)(
		'%s: a repeated message tells nobody, and "%s" takes the code away',
		async (slug, word) => {
			const system = { smoobu, hospitable }[slug];
			const lock = await newLock('august');
			const stay = await stayOn(lock, 1, 3);
			const send = async (now: Stay, happened: Happening) =>
				await run(workflowId, 'shortest', system.message(now, happened));
			await send(stay, 'created');
			await send(stay, slug === 'smoobu' ? 'changed' : 'created');
			const [{ code }] = await codesOn(lock.device);
			const told = expect.stringContaining(`your door code is ${code}.`);
			expect(await textsAbout(`${slug}-${stay.id}`)).toEqual([told]);
			const later = {
				...stay,
				departure: DateTime.fromISO(stay.departure).plus({ days: 1 }).toISODate()!,
			};
			await send(later, slug === 'smoobu' ? 'changed' : 'created');
			expect(await textsAbout(`${slug}-${stay.id}`)).toEqual([told, told]);

			await send({ ...later, state: 'cancelled' }, word);
			await untilGone(lock.device);
			expect(await textsAbout(`${slug}-${stay.id}`)).toHaveLength(2);
		},
		120_000,
	);

	test('without an address and a name nobody is told', async () => {
		const stay = await stayOn(await newLock('august'), 1, 3, {
			guest: { first: '', last: '', phone: '' },
		});
		await run(workflowId, 'shortest', smoobu.message(stay, 'created'));
		expect(await textsAbout(`smoobu-${stay.id}`)).toEqual([]);
	}, 60_000);
});
