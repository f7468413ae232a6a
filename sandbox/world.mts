// All that the sandbox remembers. Everything else is a function of this and of the clock.
import { SandboxClock } from './clock.mts';
import { SECOND_WORKSPACE_ID, SUSPENDED_WORKSPACE_ID, WORKSPACE_ID } from './credentials.mts';
import type { ScheduleRecord } from './life/thermostats.mts';
import type {
	EntranceRecord,
	GrantRecord,
	MethodRecord,
	SystemRecord,
} from './life/grants/records.mts';
import type { Reservation } from './life/reservations.mts';
import type { UserIdentity } from './life/userIdentities.mts';
import type { BookingWebhook } from './bookings.mts';
import type { LockMemory } from './life/keypad.mts';
import { emptyProgramming, type Programming } from './life/programming.mts';
import { buildPortfolio, buildSecondPortfolio, type PortfolioDevice } from './portfolio.mts';
import { buildEntrances, buildSystems } from './portfolio/entrances.mts';
import type { CodeRecord } from './life/record.mts';
import type { Counts } from './http/counts.mts';
import type { Fault } from './http/faults.mts';
import type { LoggedRequest } from './http/requestLog.mts';
import type { Reading } from './rules/types.mts';

export interface WorkspaceRecord {
	workspace_id: string;
	name: string;
	is_suspended: boolean;
}

export interface DeviceRecord extends PortfolioDevice {
	memory: LockMemory;
	programming: Programming;
	/** Instants (epoch ms) of recent calls, by kind, for the per-device limits. */
	recentCalls: Map<string, number[]>;
}

export interface SeamEvent {
	event_id: string;
	event_type: string;
	workspace_id: string;
	created_at: string;
	occurred_at: string;
	[field: string]: unknown;
}

export interface WebhookRecord {
	webhook_id: string;
	workspace_id: string;
	url: string;
	event_types: string[];
	secret: string;
	isDeleted: boolean;
}

export interface Delivery {
	webhook_id: string;
	event_id: string;
	event_type: string;
	/** 1 for the first attempt. */
	attempt: number;
	/** Sandbox time. */
	at: string;
	/** HTTP status of the receiver, null where none came. */
	status: number | null;
}

export interface ActionAttempt {
	action_attempt_id: string;
	workspace_id: string;
	device_id: string;
	action_type: string;
	status: 'pending' | 'success' | 'error';
	result: Record<string, unknown> | null;
	error: { type: string; message: string } | null;
}

/** A noise threshold, as the API shows it. */
export interface NoiseThreshold {
	noise_threshold_id: string;
	device_id: string;
	name: string;
	starts_daily_at: string;
	ends_daily_at: string;
	noise_threshold_decibels: number;
	noise_threshold_nrs?: number;
}

/** A record of a thin resource (webviews, accounts), as the API shows it. */
export type PlainRecord = Record<string, unknown> & { workspace_id: string };

/** A space; the devices say themselves which ones they are in. */
export interface SpaceRecord {
	space_id: string;
	workspace_id: string;
	name: string;
	space_key?: string;
	customer_key?: string;
	created_at: string;
	customer_data: Record<string, unknown>;
	acs_entrance_ids: string[];
}

/** How the sandbox serves: for tests with every check, for benchmarks as fast as it can. */
export interface Serving {
	/** No schema checks, and neither calls nor events are kept. */
	isLean: boolean;
	/** Real ms before each answer. */
	latencyMs: number;
	/** Whether Seam's limits per device and minute hold. */
	hasRateLimits: boolean;
}

export const FULL_SERVING: Serving = { isLean: false, latencyMs: 0, hasRateLimits: true };

export interface World {
	readonly serving: Serving;
	clock: SandboxClock;
	/** Where the API can be reached, for page URLs. */
	baseUrl: string;
	reading: Reading;
	/** Whether answers about devices are checked against the OpenAPI; a test may add odd devices. */
	hasOddDevices: boolean;
	workspaces: Map<string, WorkspaceRecord>;
	devices: Map<string, DeviceRecord>;
	codes: Map<string, CodeRecord>;
	codesByDevice: Map<string, Set<CodeRecord>>;
	/** The latest codes that came to their end, for the console alone: the API has forgotten them. */
	pastCodes: CodeRecord[];
	actionAttempts: Map<string, ActionAttempt>;
	events: SeamEvent[];
	webhooks: Map<string, WebhookRecord>;
	deliveries: Delivery[];
	accessGrants: Map<string, GrantRecord>;
	accessMethods: Map<string, MethodRecord>;
	accessSystems: Map<string, SystemRecord>;
	entrances: Map<string, EntranceRecord>;
	userIdentities: Map<string, UserIdentity>;
	reservations: Reservation[];
	connectWebviews: Map<string, PlainRecord>;
	thermostatSchedules: Map<string, ScheduleRecord>;
	noiseThresholds: Map<string, NoiseThreshold>;
	/** What was changed on a connected account, by its id. */
	accountChanges: Map<string, Record<string, unknown>>;
	spaces: Map<string, SpaceRecord>;
	faults: Fault[];
	requests: LoggedRequest[];
	counts: Counts;
	messages: unknown[];
	/** Where the console's form sends bookings; null where nobody takes them. */
	bookingWebhook: BookingWebhook | null;
	/** Number of the form's latest booking. */
	lastBooking: number;
}

export function createWorld(serving: Serving): World {
	const world = { serving, clock: new SandboxClock(), baseUrl: '' } as World;
	resetWorld(world);
	return world;
}

/** Back to the state in which the sandbox starts. */
export function resetWorld(world: World): void {
	world.clock.reset();
	const now = world.clock.read().now;
	world.reading = 'strict';
	world.hasOddDevices = false;
	world.workspaces = new Map(
		[
			{ workspace_id: WORKSPACE_ID, name: 'Sandbox', is_suspended: false },
			{ workspace_id: SECOND_WORKSPACE_ID, name: 'Neighbour', is_suspended: false },
			{ workspace_id: SUSPENDED_WORKSPACE_ID, name: 'Asleep', is_suspended: true },
		].map((workspace) => [workspace.workspace_id, workspace]),
	);
	world.devices = new Map();
	for (const device of [...buildPortfolio(now), ...buildSecondPortfolio(now)]) {
		addDevice(world, device);
	}
	world.codes = new Map();
	world.codesByDevice = new Map();
	world.pastCodes = [];
	world.actionAttempts = new Map();
	world.events = [];
	world.webhooks = new Map();
	world.deliveries = [];
	world.accessGrants = new Map();
	world.accessMethods = new Map();
	world.accessSystems = new Map(buildSystems(now).map((one) => [one.acs_system_id, one]));
	world.entrances = new Map(buildEntrances(now).map((one) => [one.acs_entrance_id, one]));
	world.userIdentities = new Map();
	world.reservations = [];
	world.connectWebviews = new Map();
	world.thermostatSchedules = new Map();
	world.noiseThresholds = new Map();
	world.accountChanges = new Map();
	world.spaces = new Map();
	world.faults = [];
	world.requests = [];
	world.counts = new Map();
	world.messages = [];
	world.bookingWebhook = null;
	world.lastBooking = 0;
}

export function addDevice(world: World, device: PortfolioDevice): DeviceRecord {
	const record: DeviceRecord = {
		...device,
		memory: [],
		programming: emptyProgramming(),
		recentCalls: new Map(),
	};
	world.devices.set(device.device.device_id, record);
	return record;
}

/** The device of an id or an alias; undefined where there is none. */
export const findDevice = (world: World, idOrAlias: string): DeviceRecord | undefined =>
	world.devices.get(idOrAlias) ??
	[...world.devices.values()].find(({ alias }) => alias === idOrAlias);

/** Every code of a device that has not come to its end, unmanaged ones included, oldest first. */
export const codesOf = (world: World, deviceId: string): CodeRecord[] => [
	...(world.codesByDevice.get(deviceId) ?? []),
];
