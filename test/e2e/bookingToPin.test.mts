// The shortest example in a real n8n, with messages of the two booking systems that it understands.
import { Stage } from './bookingSystems/stage.mts';
import { changed, later } from './bookingSystems/stays.mts';
import type { BookingSystem, Happening, Stay } from './bookingSystems/system.mts';
import { hospitable, reservationOf } from './bookingSystems/systems/hospitable.mts';
import { smoobu } from './bookingSystems/systems/smoobu.mts';
import { readExample, withValues } from './harness/index.mts';

const PATH = 'shortest';
let stage: Stage;
let workflowId: string;

beforeAll(async () => {
	stage = await Stage.start();
	const { client } = stage.n8n;
	const example = await readExample('booking-to-pin');
	workflowId = await client.importWorkflow(example, stage.seamCredential, {
		'Booking Webhook': { path: PATH },
		Settings: withValues(example, 'Settings', {
			message_address: `${stage.sandbox.baseUrl}/sandbox/messages`,
		}),
	});
	await client.activate(workflowId);
}, 300_000);
afterAll(async () => await stage?.stop(), 60_000);

async function run(message: object): Promise<void> {
	const { client } = stage.n8n;
	const id = await client.executionStartedBy(
		workflowId,
		async () => await client.postWebhook(PATH, message),
	);
	await client.waitForExecution(id, { limit: 90 });
}

/** What the guest of a booking got. */
async function textsAbout(booking: string): Promise<string[]> {
	return (await stage.sandbox.messages())
		.filter((one) => one.booking === booking)
		.map(({ text }) => String(text));
}

/** The workflow reads nothing, so it needs messages with all that there is. */
const messageOf = (system: BookingSystem, stay: Stay, happened: Happening): object =>
	system === hospitable
		? { ...hospitable.message(stay, happened), data: reservationOf(stay, ['guest', 'properties']) }
		: system.message(stay, happened);

test.each([
	['smoobu', 'cancelled', smoobu, 'changed'],
	['smoobu', 'deleted', smoobu, 'changed'],
	['hospitable', 'created', hospitable, 'created'],
] as const)(
	'%s: a repeated message tells nobody, and "%s" takes the code away',
	async (_slug, end, system, change) => {
		const lock = await stage.newLock();
		const stay = stage.stayOn(lock, 1, 3);
		const send = async (now: Stay, happened: Happening) =>
			await run(messageOf(system, now, happened));
		await send(stay, 'created');
		await send(stay, change);
		const [{ code }] = await stage.codesOn(lock);
		const told = expect.stringContaining(`your door code is ${code}.`);
		const key = system.keyOf(stay);
		expect(await textsAbout(key)).toEqual([told]);
		const longer = changed(stay, { departure: later(stay.departure, 1) });
		await send(longer, change);
		expect(await textsAbout(key)).toEqual([told, told]);

		await send(changed(longer, { state: 'cancelled' }), end);
		await stage.untilGone(lock);
		expect(await textsAbout(key)).toHaveLength(2);
	},
	120_000,
);

test('without an address and a name nobody is told', async () => {
	const stay = stage.stayOn(await stage.newLock(), 1, 3, {
		guest: { first: '', last: '', phone: '', email: '' },
	});
	await run(smoobu.message(stay, 'created'));
	expect(await textsAbout(smoobu.keyOf(stay))).toEqual([]);
}, 60_000);
