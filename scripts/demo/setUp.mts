import {
	readExample,
	withValues,
	type N8n,
	type Sandbox,
	type Workflow,
} from '../../test/e2e/harness/index.mts';
import type { Lock } from './bookings.mts';

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

/**
 * Imports and publishes the example: for bookings, and for visits with a code that opens once. The console's form then
 * sends its bookings there.
 *
 * @param wakesWaits has the waits of bookings woken by Seam's events: so they follow the console's clock.
 */
export async function publishExamples(
	n8n: N8n,
	sandbox: Sandbox,
	{ wakesWaits = true }: { wakesWaits?: boolean } = {},
): Promise<Stage['workflows']> {
	const example = await readExample('booking-to-pin');
	const credential = await n8n.client.createCredential('seamApi', 'Seam sandbox', {
		apiKey: sandbox.apiKey,
		baseUrl: sandbox.baseUrl,
	});
	const settings = withValues(example, 'Settings', {
		message_address: `${sandbox.baseUrl}/sandbox/messages`,
	});
	let bookingToPin = example;
	if (wakesWaits) {
		const wakeWaits = await n8n.client.importWorkflow(await readExample('wake-waits'), credential);
		await n8n.client.activate(wakeWaits);
		bookingToPin = withWakeWaits(example, wakeWaits);
	}
	const booking = await n8n.client.importWorkflow(bookingToPin, credential, {
		Settings: settings,
		'Booking Webhook': { path: 'booking' },
	});
	const visit = await n8n.client.importWorkflow({ ...example, name: 'Visit to PIN' }, credential, {
		Settings: settings,
		'Booking Webhook': { path: 'visit' },
		'Seam Create Access Code': { access: 'one_time_use' },
	});
	await n8n.client.activate(booking);
	await n8n.client.activate(visit);
	await sandbox.control('POST', '/bookings/webhook', {
		url: `${n8n.client.webhookUrl}/webhook/booking`,
		runs_url: `${n8n.baseUrl}/workflow/${booking}/executions`,
	});
	return { booking, visit };
}

/** The example with what the note of *Wake parked waits* says to add: its waits are remembered there. */
function withWakeWaits(example: Workflow, wakeWaits: string): Workflow {
	const create = example.nodes.find(({ name }) => name === 'Seam Create Access Code')!;
	const [x, y] = create.position as [number, number];
	const remember = {
		...{ id: 'remember-the-wait', name: 'Remember the Wait', position: [x + 220, y - 60] },
		...{ type: 'n8n-nodes-base.executeWorkflow', typeVersion: 1.2 },
		parameters: {
			workflowId: { __rl: true, mode: 'id', value: wakeWaits },
			workflowInputs: {
				mappingMode: 'defineBelow',
				value: {
					access_code_id: '={{ $json.access_code_id }}',
					resume_url: '={{ $execution.resumeUrl }}',
				},
			},
			options: { waitForSubWorkflow: true },
		},
	};
	const connections = structuredClone(example.connections) as Connections;
	connections[create.name].main[0].unshift({ node: remember.name, type: 'main', index: 0 });
	return { ...example, nodes: [...example.nodes, remember], connections };
}

type Connections = Record<
	string,
	{ main: Array<Array<{ node: string; type: string; index: number }>> }
>;
