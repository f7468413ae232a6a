import { readExample, withValues } from '../harness/index.mts';
import { addLock, type Place, type RunningWait } from './waits.mts';

const DAY = 24 * 60 * 60_000;

/**
 * The example as a user imports it, with a booking for a lock that never takes the code. Changed are only how long
 * the wait lasts (two minutes) and how n8n lets it end.
 */
export async function startExample(
	place: Place,
	name: string,
	onError: 'stopWorkflow' | 'continueErrorOutput',
): Promise<RunningWait> {
	const { sandbox, n8n, credential } = place;
	const device_id = await addLock(place, name, 'fail');
	await sandbox.seam('/devices/update', { device_id, custom_metadata: { listing_id: name } });
	const example = await readExample('booking-to-pin');
	const nodes = example.nodes.map((node) =>
		node.name === 'Seam Wait for Code Set' ? { ...node, onError } : node,
	);
	const message_address = `${sandbox.baseUrl}/sandbox/messages`;
	const workflowId = await n8n.client.importWorkflow({ ...example, name, nodes }, credential, {
		'Booking Webhook': { path: name },
		Settings: withValues(example, 'Settings', { message_address }),
		'Seam Wait for Code Set': { giveUp: 'after_duration', duration: 2, durationUnit: 'minutes' },
	});
	await n8n.client.activate(workflowId);
	const now = (await sandbox.now()).getTime();
	const executionId = await n8n.client.executionStartedBy(
		workflowId,
		async () => await n8n.client.postWebhook(name, bookingOf(name, now)),
	);
	return { name, workflowId, executionId, resumeUrl: '' };
}

/** From tomorrow on, as Smoobu sends it. */
function bookingOf(name: string, now: number) {
	const date = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10);
	return {
		action: 'newReservation',
		data: {
			id: name,
			arrival: date(1),
			departure: date(3),
			'guest-name': 'Ada Lovelace',
			phone: '+15125550100',
			apartment: { id: name },
			'is-blocked-booking': false,
		},
	};
}

/** What the guest was told, and the PIN that the guest must not have been told. */
export async function toldByExample(
	{ sandbox }: Place,
	{ name }: RunningWait,
): Promise<{ texts: string[]; pin: string }> {
	const messages = (await sandbox.messages()) as Array<{ booking: string | number; text: string }>;
	const texts = messages
		.filter(({ booking }) => booking === `smoobu-${name}`)
		.map(({ text }) => text);
	const { access_codes } = await sandbox.seam<{ access_codes: Array<{ code: string }> }>(
		'/access_codes/list',
		{ device_id: await sandbox.deviceId(name) },
	);
	return { texts, pin: access_codes[0].code };
}
