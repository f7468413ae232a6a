import { demoBookings, LOCKS_USED, type Booking, type Lock } from '../../scripts/demo/bookings.mts';
import { tryAtKeypads } from '../../scripts/demo/keypad.mts';
import { readOutcome, type Outcome } from '../../scripts/demo/outcome.mts';
import { prepareLocks, publishExamples } from '../../scripts/demo/setUp.mts';
import { passTimeUntilSettled, type Arrived } from '../../scripts/demo/stay.mts';
import { describeRuns, startN8n, startSandbox, type N8n, type Sandbox } from './harness/index.mts';

let sandbox: Sandbox;
let n8n: N8n;
let workflows: Awaited<ReturnType<typeof publishExamples>>;
let locks: Lock[];
let bookings: Booking[];
let outcomes: Outcome[];

/** Sends a webhook body to the example workflow and gives the ID of the execution that it starts. */
async function post(path: Booking['path'], body: unknown): Promise<string> {
	return await n8n.client.executionStartedBy(
		workflows[path],
		async () => await n8n.client.postWebhook(path, body),
	);
}

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
	locks = await prepareLocks(LOCKS_USED, sandbox);
	bookings = demoBookings(locks, new Date());
	workflows = await publishExamples(n8n, sandbox);
	const arrived: Arrived[] = [];
	for (const booking of bookings) {
		arrived.push({ booking, executionId: await post(booking.path, booking.body) });
	}
	await passTimeUntilSettled(arrived, locks, { n8n, sandbox, say: () => {} });
	outcomes = [];
	for (const { booking, executionId } of arrived) {
		const execution = await n8n.client.waitForExecution(executionId);
		outcomes.push(await readOutcome(booking, execution, sandbox));
	}
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);

test('each lock gets the kind of code that suits it and the stay', () => {
	const kinds = outcomes.map(
		({ booking, kind }) => `${booking.lock}, ${nightsOf(booking)}: ${kind}`,
	);
	expect(kinds).toEqual([
		'smartthings, 2 nights: online time bound',
		'august, 3 nights: online time bound',
		'igloohome, 0 nights: offline one time use',
		'igloohome, 4 nights: offline hourly bound',
		'oracode_classic, 3 nights: offline hourly bound',
		'oracode, 2 nights: offline daily bound',
		'oracode, 0 nights: offline hourly bound',
		'igloohome, 35 nights: offline daily bound',
	]);
});

test('the PIN of every guest’s message opens the door while it should, and not after', async () => {
	for (const { message, pinInMessage } of outcomes) {
		expect(pinInMessage).toMatch(/^\d{4,9}$/);
		expect(message).not.toMatch(/undefined|null|Invalid/);
	}
	const tried = await tryAtKeypads(outcomes, sandbox);
	expect(tried).toHaveLength(3 * outcomes.length - 1);
	expect(tried.filter(({ opened, shouldOpen }) => opened !== shouldOpen)).toEqual([]);
}, 60_000);

test('a booking that is not a confirmed stay touches no lock and tells nobody', async () => {
	const [smoobu] = bookings.filter(({ key }) => key.startsWith('smoobu'));
	const blocked = structuredClone(smoobu.body) as { data: Record<string, unknown> };
	blocked.data.id = 1;
	blocked.data['is-blocked-booking'] = true;
	await sandbox.control('DELETE', '/requests');
	const before = (await sandbox.messages()).length;

	const execution = await n8n.client.waitForExecution(await post('booking', blocked));

	expect(Object.keys(execution.data!.resultData.runData)).toEqual([
		'Booking Webhook',
		'Which Booking System',
	]);
	expect(await sandbox.messages()).toHaveLength(before);
});

test('a listing without a lock ends in one clear sentence, and the guest is told nothing', async () => {
	const [smoobu] = bookings.filter(({ key }) => key.startsWith('smoobu'));
	const unknown = structuredClone(smoobu.body) as { data: Record<string, unknown> };
	unknown.data.id = 2;
	unknown.data.apartment = { id: 'listing-nowhere', name: 'Nowhere' };
	const before = (await sandbox.messages()).length;

	const id = await post('booking', unknown);
	const execution = await n8n.client.waitForExecution(id, { status: ['error'] });

	expect(describeRuns(execution)).toContain("No device has listing_id = 'listing-nowhere'");
	expect(await sandbox.messages()).toHaveLength(before);
});

function nightsOf({ checkIn, checkOut }: Booking): string {
	return `${Math.round(checkOut.startOf('day').diff(checkIn.startOf('day'), 'days').days)} nights`;
}
