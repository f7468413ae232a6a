import {
	readExample,
	withValues,
	type N8n,
	type Sandbox,
	type Workflow,
} from '../../test/e2e/harness/index.mts';
import { withInbox, withListings, withWakeWaits } from './adapted.mts';
import type { Lock } from './bookings.mts';

/** Where n8n shows the form of *By hand*. */
export const FORM_PATH = 'guest';

/** What runs while the demo does. */
export interface Stage {
	sandbox: Sandbox;
	n8n: N8n;
	/** IDs of the published workflows, by the path of their webhook. */
	workflows: Record<'booking' | 'visit', string>;
}

/** Tells every lock which listing it belongs to, as its owner would in Seam Console, unless it has one to itself. */
export async function prepareLocks(aliases: string[], sandbox: Sandbox): Promise<Lock[]> {
	const { devices } = await sandbox.seam<{ devices: SeamDevice[] }>('/devices/list');
	const listings = devices.map(({ custom_metadata }) => custom_metadata?.listing_id);
	const locks: Lock[] = [];
	for (const alias of aliases) {
		const deviceId = await sandbox.deviceId(alias);
		const { device } = await sandbox.seam<{ device: SeamDevice }>('/devices/get', {
			device_id: deviceId,
		});
		const own = device.custom_metadata?.listing_id;
		const isItsAlone = own !== undefined && listings.filter((one) => one === own).length === 1;
		const listing = isItsAlone ? own : `listing-${alias}`;
		await sandbox.seam('/devices/update', {
			device_id: deviceId,
			custom_metadata: { listing_id: listing },
		});
		const isOnline = device.can_program_online_access_codes === true;
		const name = device.properties.name ?? alias;
		locks.push({ alias, name, deviceId, listing, zone: zoneOf(device), isOnline });
	}
	return locks;
}

interface SeamDevice {
	can_program_online_access_codes?: boolean;
	location?: { time_zone?: string; timezone?: string };
	custom_metadata?: { listing_id?: string };
	properties: { name?: string; dormakaba_oracode_metadata?: { iana_timezone?: string } };
}

function zoneOf({ location, properties }: SeamDevice): string {
	return (
		location?.time_zone ??
		location?.timezone ??
		properties.dormakaba_oracode_metadata?.iana_timezone ??
		'UTC'
	);
}

interface Credential {
	id: string;
	name: string;
}

const inboxOf = ({ baseUrl }: Sandbox): string => `${baseUrl}/sandbox/messages`;

/** The credential for the local Seam. */
export async function createCredential(n8n: N8n, sandbox: Sandbox): Promise<Credential> {
	return await n8n.client.createCredential('seamApi', 'Seam sandbox', {
		apiKey: sandbox.apiKey,
		baseUrl: sandbox.baseUrl,
	});
}

/**
 * Imports *Booking to PIN*, whose guests are told by the local Seam's inbox.
 *
 * @param path of its webhook. @param change to the example, and to the parameters of its nodes.
 */
export async function importBookingToPin(
	{ n8n, sandbox, credential }: { n8n: N8n; sandbox: Sandbox; credential: Credential },
	path: string,
	change: (example: Workflow) => Workflow = (example) => example,
	parameters: Record<string, Record<string, unknown>> = {},
): Promise<string> {
	const example = await readExample('booking-to-pin');
	const settings = withValues(example, 'Settings', { message_address: inboxOf(sandbox) });
	return await n8n.client.importWorkflow(change(example), credential, {
		Settings: settings,
		'Booking Webhook': { path },
		...parameters,
	});
}

/**
 * Imports and publishes the examples: bookings, visits with a code that opens once, and a form. Waits wake at Seam's events,
 * so that they follow the console's clock. The console's form then sends its bookings there.
 */
export async function publishExamples(
	n8n: N8n,
	sandbox: Sandbox,
	locks: Lock[],
): Promise<Stage['workflows']> {
	const { client } = n8n;
	const credential = await createCredential(n8n, sandbox);
	const stage = { n8n, sandbox, credential };
	const wakeWaits = await client.importWorkflow(await readExample('wake-waits'), credential);
	const waking = (example: Workflow): Workflow => withWakeWaits(example, wakeWaits);
	const booking = await importBookingToPin(stage, 'booking', waking);
	const visit = await importBookingToPin(
		stage,
		'visit',
		(example) => ({ ...example, name: 'Visit to PIN' }),
		{ 'Seam Create Access Code': { access: 'one_time_use' } },
	);
	const byHand = waking(withInbox(await readExample('by-hand'), inboxOf(sandbox)));
	const form = await client.importWorkflow(byHand, credential, {
		'Booking Form': withListings(byHand, locks, FORM_PATH),
	});
	for (const workflow of [wakeWaits, booking, visit, form]) await client.activate(workflow);
	await sandbox.control('POST', '/bookings/webhook', {
		url: `${client.webhookUrl}/webhook/booking`,
		runs_url: `${n8n.baseUrl}/workflow/${booking}/executions`,
	});
	return { booking, visit };
}
