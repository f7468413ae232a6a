// The other ways in which the examples tell a guest: enabled and connected as the note on the canvas says.
import { Stage, type Lock } from './bookingSystems/stage.mts';
import type { BookingSystem } from './bookingSystems/system.mts';
import { doorCodes, hostaway } from './bookingSystems/systems/hostaway.mts';
import { messages, smoobu } from './bookingSystems/systems/smoobu.mts';
import type { WebRequest, Workflow } from './harness/index.mts';

let stage: Stage;
let lock: Lock;

beforeAll(async () => {
	stage = await Stage.start();
}, 300_000);
afterAll(async () => await stage?.stop(), 60_000);
beforeEach(async () => {
	lock = await stage.newLock();
}, 30_000);

/** As a user does it: D on the node, or all of its row, and the wire of Message to the first. */
const by =
	(
		name: string | string[],
		parameters: Record<string, string> = {},
		credentials?: Record<string, { id: string; name: string }>,
	) =>
	(workflow: Workflow): Workflow => ({
		...workflow,
		nodes: workflow.nodes.map((node) =>
			[name].flat().includes(node.name)
				? {
						...node,
						...{ disabled: false, parameters: { ...node.parameters, ...parameters } },
						...(credentials && { credentials }),
					}
				: node,
		),
		connections: {
			...workflow.connections,
			Message: { main: [[{ node: [name].flat()[0], type: 'main', index: 0 }]] },
		},
	});

/** Serves a stay by the example, twice, and gives its PIN and phone number. */
async function serve(
	system: BookingSystem,
	name: string,
	options: Parameters<Stage['publish']>[1],
): Promise<{ pin: string; id: string; phone: string }> {
	const before = stage.mail.sent.length;
	const example = await stage.publish(system, { as: name.replaceAll(' ', '-'), ...options });
	const stay = stage.stayOn(lock, 1, 3);
	stay.guest.email = '';
	await example.tell(stay);
	await example.tell(stay);
	const [{ code: pin }] = await stage.codesOn(lock);
	expect(stage.mail.sent.length).toBe(before);
	return { pin, id: stay.id, phone: stay.guest.phone };
}

/** What comes to an address from now on; a host that is asked for something else answers 404. */
function postsTo(host: string, path: RegExp): WebRequest[] {
	const taken: WebRequest[] = [];
	stage.answerFor(host, (request) => {
		if (request.method !== 'POST' || !path.test(request.url.pathname)) return 404;
		taken.push(request);
		return { id: 'made-up' };
	});
	return taken;
}

const textOf = (pin: string) => expect.stringContaining(`your door code is ${pin}.`);
/** It knows its guest: no address is needed. */
const ofTheSystem = { settings: { reach_guest_by: '' } };
const toPhone = { settings: { reach_guest_by: 'guest_phone' } };

test('Hostaway: the code and the text stand in the reservation', async () => {
	const name = 'Door Code in Hostaway';
	const { pin, id } = await serve(hostaway, name, { edit: by(name), ...ofTheSystem });
	expect(doorCodes.get(id)).toEqual({
		...{ doorCode: pin, doorCodeVendor: 'Seam', doorCodeInstruction: textOf(pin) },
	});
}, 120_000);

test('Smoobu: a message of the booking system itself', async () => {
	const name = 'Message in Smoobu';
	const edit = by(['Message Request', 'Sign Message', name]);
	const { pin, id } = await serve(smoobu, name, { edit, ...ofTheSystem });
	expect(messages.get(id)).toEqual({ subject: 'Your door code', messageBody: textOf(pin) });
}, 120_000);

test('HTTP: a request to the host’s own messenger, once', async () => {
	const taken = postsTo('messages.example.com', /^\/send$/);
	const name = 'Message by HTTP';
	const { pin, phone } = await serve(hostaway, name, { edit: by(name), ...toPhone });
	expect(taken.map(({ body }) => body)).toEqual([{ to: phone, text: textOf(pin) }]);
}, 120_000);

test('HTTP: a messenger that refuses is told to the host, and the next delivery tells the guest', async () => {
	let status = 400;
	const taken: unknown[] = [];
	stage.answerFor('messages.example.com', ({ body }) => {
		taken.push(body);
		return status;
	});
	const edit = by('Message by HTTP');
	const example = await stage.publish(hostaway, { as: 'refused', edit, ...toPhone });
	const stay = stage.stayOn(lock, 1, 3);
	await example.tell(stay, { ends: 'error' });
	await example.tell(stay, { ends: 'error' });
	expect(stage.mailsTo(example.host)).toEqual([expect.stringContaining('Message by HTTP: ')]);
	status = 200;
	taken.length = 0;
	await example.tell(stay);
	await example.tell(stay);
	expect(taken).toHaveLength(1);
}, 200_000);

test('SMS: by Twilio, once', async () => {
	const taken = postsTo('api.twilio.com', /^\/2010-04-01\/Accounts\/ACmade-up\/Messages\.json$/);
	const twilioApi = await stage.n8n.client.createCredential('twilioApi', 'Twilio', {
		...{ authType: 'authToken', accountSid: 'ACmade-up', authToken: 'made-up' },
	});
	const name = 'Message by SMS';
	const edit = by(name, { from: '+15550199' }, { twilioApi });
	const { pin, phone } = await serve(hostaway, name, { edit, ...toPhone });
	const sent = taken.map(({ body }) => Object.fromEntries(new URLSearchParams(String(body))));
	const sms = { From: '+15550199', To: phone, Body: textOf(pin) };
	expect(sent).toEqual([expect.objectContaining(sms)]);
}, 120_000);

test('WhatsApp: by the Business Cloud, once', async () => {
	const taken = postsTo('graph.facebook.com', /^\/v[\d.]+\/1234\/messages$/);
	const whatsAppApi = await stage.n8n.client.createCredential('whatsAppApi', 'WhatsApp', {
		...{ accessToken: 'made-up', businessAccountId: '5678' },
	});
	const name = 'Message by WhatsApp';
	const edit = by(name, { phoneNumberId: '1234' }, { whatsAppApi });
	const { pin, phone } = await serve(hostaway, name, { edit, ...toPhone });
	expect(taken.map(({ body }) => body)).toEqual([
		expect.objectContaining({
			messaging_product: 'whatsapp',
			to: phone.replace('+', ''),
			text: expect.objectContaining({ body: textOf(pin) }),
		}),
	]);
}, 120_000);
