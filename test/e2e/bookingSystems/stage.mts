// What every test of the booking systems needs: n8n, the local Seam, the web and the mail, and an example as its user sets it up.
import { DateTime } from 'luxon';

import {
	hasEnded,
	readExample,
	startInternet,
	startMail,
	startN8n,
	startSandbox,
	waitFor,
	withValues,
	type Execution,
	type Internet,
	type MailServer,
	type N8n,
	type Sandbox,
	type WebAnswer,
	type WebRequest,
	type Workflow,
	type WorkflowNode,
} from '../harness/index.mts';
import type { BookingSystem, Happening, Stay } from './system.mts';

export interface Code {
	access_code_id: string;
	name: string;
	code: string;
	status: string;
	is_scheduled_on_device: boolean;
	starts_at: string;
	ends_at: string;
}

/** A lock that carries a listing of its own. */
export interface Lock {
	device: string;
	listing: string;
	zone: string;
}

/** An example that is published, and the booking system that it serves. */
export interface Published {
	readonly system: BookingSystem;
	readonly workflowId: string;
	/** Who hears what goes wrong. */
	readonly host: string;
	/** The booking system’s memory, by the ID of the stay. */
	readonly stays: Map<string, Stay>;
	/** The system has a stay from now on, and says so; gives the executions’ end. */
	tell(stay: Stay, options?: Telling): Promise<Execution>;
	/** The same, without waiting for the end: the ID of the execution. */
	start(stay: Stay, options?: Telling): Promise<string>;
	/** The same, without looking what comes of it. */
	deliver(stay: Stay, options?: Telling): Promise<void>;
}

export interface Telling {
	happened?: Happening;
	/** What the message carries, if that is not what holds: an old message that comes late. */
	carried?: Stay;
	ends?: Execution['status'];
}

/** How many bookings the table remembers before the first test. */
const EARLIER_BOOKINGS = 10_000;
const ROWS_AT_ONCE = 2_500;

/** A data table of an example, and what stands in it for a booking of years ago. */
interface TableOfBookings {
	name: string;
	row: Record<string, string>;
}

/** That of the core which all examples for booking systems share. */
const BOOKINGS: TableOfBookings = {
	name: 'Seam Bookings',
	row: { locks: 'gone', told: 'something', failure: '', left: '', turn: '1', changed_at: '' },
};

/** By which the world knows n8n. */
const PUBLIC_HOST = 'n8n.example.com';

let count = 1000;

export class Stage {
	readonly sandbox: Sandbox;
	readonly n8n: N8n;
	readonly mail: MailServer;
	private readonly internet: Internet;
	private readonly lockOf = new Map<string, string>();
	private readonly credentials = new Map<string, { id: string; name: string }>();

	private constructor(sandbox: Sandbox, n8n: N8n, internet: Internet, mail: MailServer) {
		this.sandbox = sandbox;
		this.n8n = n8n;
		this.internet = internet;
		this.mail = mail;
	}

	static async start(): Promise<Stage> {
		const [sandbox, internet, mail] = await Promise.all([
			startSandbox(),
			startInternet(),
			startMail(),
		]);
		// Calendly’s trigger wants a public address.
		const n8n = await startN8n({
			env: { ...internet.env, WEBHOOK_URL: `https://${PUBLIC_HOST}/` },
		});
		internet.hosts.set(PUBLIC_HOST, async (request) => await passOn(request, n8n.baseUrl));
		const stage = new Stage(sandbox, n8n, internet, mail);
		const seam = { apiKey: sandbox.apiKey, baseUrl: sandbox.baseUrl };
		stage.credentials.set(
			'seamApi',
			await n8n.client.createCredential('seamApi', 'Seam sandbox', seam),
		);
		stage.credentials.set(
			'smtp',
			await n8n.client.createCredential('smtp', 'Mail', mail.credential),
		);
		return stage;
	}

	async stop(): Promise<void> {
		await this.n8n.stop();
		await Promise.all([this.sandbox.stop(), this.internet.stop(), this.mail.stop()]);
	}

	get seamCredential(): { id: string; name: string } {
		return this.credentials.get('seamApi')!;
	}

	/** An example's table of bookings as it is after years: every later booking is the 10,001st or more. */
	async rememberEarlierBookings({ name, row }: TableOfBookings = BOOKINGS): Promise<void> {
		const { client } = this.n8n;
		const { id: projectId } = await client.rest('GET', '/projects/personal');
		const tables = `/projects/${String(projectId)}/data-tables`;
		const { id } = await client.rest('POST', tables, {
			name,
			columns: ['booking_key', ...Object.keys(row)].map((column) => ({
				name: column,
				type: 'string',
			})),
		});
		for (let first = 0; first < EARLIER_BOOKINGS; first += ROWS_AT_ONCE) {
			const data = Array.from({ length: ROWS_AT_ONCE }, (_, index) => ({
				booking_key: `earlier-${first + index}`,
				...row,
			}));
			await client.rest('POST', `${tables}/${String(id)}/insert`, { data, returnType: 'count' });
		}
	}

	/**
	 * Imports an example and sets what its user has to set: credentials, host; then publishes it.
	 *
	 * @param edit changes the workflow first, as a user would in the editor.
	 */
	async publish(
		system: BookingSystem,
		{
			as = system.slug,
			settings = {},
			edit = (workflow) => workflow,
		}: {
			as?: string;
			settings?: Record<string, string>;
			edit?: (workflow: Workflow) => Workflow;
		} = {},
	): Promise<Published> {
		const { client } = this.n8n;
		const host = `host-${as}@example.com`;
		const example = edit(await readExample(system.slug));
		await this.makeCredentials(system);
		const stays = new Map<string, Stay>();
		for (const name of system.hosts) {
			const others = this.internet.hosts.get(name);
			this.internet.hosts.set(name, async (request) => {
				const answer = system.answer(request, stays);
				// Of two workflows for one system, the one that knows the stay answers.
				return answer === 404 && others ? await others(request) : answer;
			});
		}
		const nodes = example.nodes.map((node) => this.withCredentials(node, system));
		const workflowId = await client.importWorkflow(
			{ ...example, name: as, nodes },
			this.seamCredential,
			{
				...system.parameters,
				// The tests' mail server answers at once; the example leaves time for others.
				'Let Others Come First': { amount: 2 },
				'Let Others Speak First': { amount: 2 },
				Settings: withValues(example, 'Settings', { host, ...system.settings, ...settings }),
			},
		);
		await client.activate(workflowId);
		const path = await this.webhookPath(workflowId);
		const bring = system.deliver ?? (async (message) => await client.postWebhook(path, message));
		const deliver: Published['deliver'] = async (stay, { happened = 'changed', carried } = {}) => {
			stays.set(stay.id, system.isPolled ? { ...stay, changedAt: atTheNextPoll() } : stay);
			if (happened === 'deleted') stays.delete(stay.id);
			await bring(system.message(carried ?? stay, happened), client, path);
		};
		const start: Published['start'] = async (stay, telling) =>
			await this.bookingRunOf(
				workflowId,
				async () => await deliver(stay, telling),
				system.isPolled && system.keyOf(stay),
			);
		return {
			...{ system, workflowId, host, stays, start, deliver },
			tell: async (stay, telling = {}) => {
				const ends = telling.ends ?? 'success';
				if (system.isPolled) {
					const act = async () => await deliver(stay, telling);
					return await this.newestRunOf(workflowId, act, ends, system.keyOf(stay));
				}
				const id = await start(stay, telling);
				return await client.waitForExecution(id, { status: [ends], limit: 120 });
			},
		};
	}

	/** What was mailed to somebody. */
	mailsTo(to: string): string[] {
		return this.mail.sent.filter((one) => one.to === to).map(({ text }) => text);
	}

	/**
	 * A lock that takes codes at once.
	 *
	 * @param listing of the lock, if not one of its own: the lock that had it before has it no longer.
	 */
	async newLock(template = 'august', listing = `listing-${(count += 1)}`): Promise<Lock> {
		const former = this.lockOf.get(listing);
		if (former) {
			await this.sandbox.seam('/devices/update', {
				device_id: former,
				custom_metadata: { listing_id: null },
			});
		}
		const alias = `lock-${(count += 1)}`;
		const { device_id } = await this.sandbox.control<{ device_id: string }>('POST', '/devices', {
			...{ template, alias },
			overrides: { custom_metadata: { listing_id: listing } },
		});
		this.lockOf.set(listing, device_id);
		await this.programming(device_id, { outcome: 'set', delay_ms: 0 });
		const { device } = await this.sandbox.seam<{ device: { location: { timezone: string } } }>(
			'/devices/get',
			{ device_id },
		);
		return { device: device_id, listing, zone: device.location.timezone };
	}

	/** From now on the lock belongs to another lock’s listing, beside it: a street door and a flat. */
	async joins({ device, zone }: Lock, { listing }: Lock): Promise<Lock> {
		await this.sandbox.seam('/devices/update', {
			device_id: device,
			custom_metadata: { listing_id: listing },
		});
		return { device, listing, zone };
	}

	/** Lets a host of the web answer, which belongs to no booking system. */
	answerFor(host: string, answer: (request: WebRequest) => WebAnswer | Promise<WebAnswer>): void {
		this.internet.hosts.set(host, answer);
	}

	/** How the lock takes codes from now on. */
	async programming(device: string, settings: Record<string, unknown>): Promise<void> {
		await this.sandbox.control('POST', '/programming', { device, ...settings });
	}

	/** A confirmed stay, from so many days after today on the lock’s clock. */
	stayOn({ listing, zone }: Lock, from: number, nights: number, more: Partial<Stay> = {}): Stay {
		const arrival = DateTime.now().setZone(zone).plus({ days: from });
		const id = String((count += 1));
		return {
			...{ id, listing, zone, arrivalTime: null, departureTime: null },
			guest: {
				...{ first: 'Ada', last: 'Lovelace', phone: '+15550100' },
				email: `guest-${id}@example.com`,
			},
			arrival: arrival.toISODate()!,
			departure: arrival.plus({ days: nights }).toISODate()!,
			state: 'confirmed',
			changedAt: new Date().toISOString(),
			...more,
		};
	}

	async codesOn({ device }: Lock): Promise<Code[]> {
		const { access_codes } = await this.sandbox.seam<{ access_codes: Code[] }>(
			'/access_codes/list',
			{ device_id: device },
		);
		return access_codes;
	}

	async untilGone(lock: Lock): Promise<void> {
		await waitFor(async () => (await this.codesOn(lock)).length === 0, {
			limit: 30,
			what: 'the lock to hold no code',
		});
	}

	async connected({ device }: Lock, online: boolean): Promise<void> {
		await this.sandbox.control('POST', '/devices/state', { device, online });
	}

	/** Until all that comes of an act has ended. */
	async untilServed(example: Published, act: () => Promise<void>): Promise<void> {
		await this.bookingRunOf(example.workflowId, act);
		await this.untilIdle(example);
	}

	/** Until nothing of the workflow runs or waits any more: waits are woken, as news from the lock would. */
	async untilIdle({ workflowId }: Published): Promise<void> {
		const { client } = this.n8n;
		await waitFor(
			async () => {
				const open = (await client.executions(workflowId)).filter((one) => !hasEnded(one));
				for (const { id, status, mode } of open) {
					// Of a booking that has a run of its own, the run’s mode is `integrated`, as that of a parked wait’s parts.
					if (status === 'waiting') {
						const { data } = await client.execution(id);
						const isBooking = mode !== 'integrated' || data?.resultData.runData.Settings;
						if (isBooking) await client.wake(id).catch(() => {});
					}
				}
				return open.length === 0;
			},
			{ limit: 200, what: `workflow ${workflowId} to have nothing to do`, every: 500 },
		);
	}

	async opens({ device }: Lock, pin: string): Promise<boolean> {
		return (await this.sandbox.keypad(device, pin)).opens;
	}

	/** Where an outsider reaches the workflow: n8n gave it the path when it was saved. */
	private async webhookPath(workflowId: string): Promise<string> {
		const { nodes } = await this.n8n.client.api('GET', `/workflows/${workflowId}`);
		const trigger = (nodes as WorkflowNode[]).find(({ webhookId }) => webhookId !== undefined);
		return String(trigger?.parameters.path || trigger?.webhookId);
	}

	/**
	 * The run that serves the booking; runs that only split a message, and those of parked waits, are none.
	 *
	 * @param key of the booking, for a system that is polled: it may just tell of another one again.
	 */
	private async bookingRunOf(
		workflowId: string,
		act: () => Promise<unknown>,
		key?: string | false,
	): Promise<string> {
		const { client } = this.n8n;
		const before = new Set((await client.executions(workflowId)).map(({ id }) => id));
		await act();
		const others = new Set<string>();
		return await waitFor(
			async () => {
				for (const { id } of await client.executions(workflowId)) {
					if (before.has(id) || others.has(id)) continue;
					const execution = await client.execution(id);
					const isFound = key
						? isAbout(key, execution)
						: execution.data?.resultData.runData.Settings;
					if (isFound) return id;
					if (hasEnded(execution)) others.add(id);
				}
				return null;
			},
			{ limit: 90, what: `a booking to be served by workflow ${workflowId}` },
		);
	}

	/**
	 * As a polled system is told: of a new event, two triggers may start an execution each, and the one that the other has
	 * overtaken ends without a word. Gives the one that has its say.
	 */
	private async newestRunOf(
		workflowId: string,
		act: () => Promise<unknown>,
		ends: Execution['status'],
		key: string,
	): Promise<Execution> {
		const { client } = this.n8n;
		const before = new Set((await client.executions(workflowId)).map(({ id }) => id));
		await act();
		return await waitFor(
			async () => {
				for (const { id, status } of await client.executions(workflowId)) {
					if (before.has(id) || status !== ends) continue;
					const execution = await client.execution(id);
					const { runData } = execution.data!.resultData;
					const isOvertaken = 'Still the Newest' in runData && !('Guest Knows?' in runData);
					if (isAbout(key, execution) && !isOvertaken) return execution;
				}
				return null;
			},
			{ limit: 150, what: `a booking of workflow ${workflowId} to end as ${ends}` },
		);
	}

	private async makeCredentials({ slug, credentials }: BookingSystem): Promise<void> {
		for (const [type, data] of Object.entries(credentials)) {
			const key = `${slug} ${type}`;
			if (this.credentials.has(key)) continue;
			this.credentials.set(key, await this.n8n.client.createCredential(type, key, data));
		}
	}

	private withCredentials(node: WorkflowNode, { slug, credentials }: BookingSystem): WorkflowNode {
		const types = node.type.endsWith('.emailSend') ? ['smtp'] : credentialTypes(node, credentials);
		const given = types.map((type) => [
			type,
			this.credentials.get(`${slug} ${type}`) ?? this.credentials.get(type),
		]);
		return given.length === 0 ? node : { ...node, credentials: Object.fromEntries(given) };
	}
}

/**
 * A system that is polled tells only what has changed since the last poll. Google writes whole seconds, so n8n's trigger
 * misses what was created in the second of its last poll; the example looks at that again every hour, which no test waits for.
 */
const atTheNextPoll = () => new Date(Date.now() + 1_000).toISOString();

/** Whether an execution is about the booking; one that has not come to know yet is not. */
function isAbout(key: string, { data }: Execution): boolean {
	const booking = data?.resultData.runData.Booking?.[0]?.data?.main?.[0]?.[0]?.json;
	return booking?.booking_key === key;
}

/** What the import asks for: the type that a node presets, or that its trigger has. */
function credentialTypes(
	{ type, parameters }: WorkflowNode,
	known: BookingSystem['credentials'],
): string[] {
	if (/\.(webhook|formTrigger|executeWorkflowTrigger|set)$/.test(type)) return [];
	if (/(Trigger|googleCalendar|\.crypto)$/.test(type)) return Object.keys(known);
	const preset = parameters.genericAuthType ?? parameters.nodeCredentialType;
	return typeof preset === 'string' && preset in known ? [preset] : [];
}

/** What a reverse proxy before n8n does. */
async function passOn({ method, url, body }: WebRequest, baseUrl: string): Promise<WebAnswer> {
	const response = await fetch(new URL(`${url.pathname}${url.search}`, baseUrl), {
		method,
		...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
		headers: { 'content-type': 'application/json' },
	});
	return response.ok ? await response.text() : response.status;
}
