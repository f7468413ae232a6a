// What the page shows of the world, as one plain value.
import { listingOf } from '../bookings.mts';
import { WORKSPACE_ID } from '../credentials.mts';
import type { CodeRecord } from '../life/record.mts';
import { capacityOf } from '../rules/roomOnLock.mts';
import { zoneOf } from '../rules/zone.mts';
import type { Delivery, DeviceRecord, SeamEvent, World } from '../world.mts';
import { stateOf } from './codeState.mts';
import { makeOf } from '../maker.mts';
import { dayOn, momentOn } from './moment.mts';
import { stayTimesOf } from './stayTimes.mts';

/** How many of the latest events and deliveries the page lists. */
const FEED_LENGTH = 40;

/** Events that are marks on a code's line. */
const MARKS: Record<string, string> = {
	'access_code.created': 'Asked for',
	'access_code.scheduled_on_device': 'Stored on lock',
	'access_code.set_on_device': 'Set on lock',
	'access_code.failed_to_set_on_device': 'Failed',
	'access_code.delay_in_setting_on_device': 'Delayed',
	'access_code.removed_from_device': 'Removed from lock',
	'access_code.deleted': 'Deleted',
};

interface Mark {
	at: number;
	label: string;
	type: string;
}

/** The first workspace as the page shows it; instants are epoch ms. */
export function pictureOf(world: World) {
	const now = world.clock.now();
	const marks = marksOf(world);
	const records = [...world.codes.values(), ...world.pastCodes];
	const locks = [...world.devices.values()]
		.filter(({ device, isLock }) => isLock && device.workspace_id === WORKSPACE_ID)
		.map((device) =>
			lockOf(
				device,
				records.filter((record) => record.device === device),
				marks,
				now,
			),
		);
	const names = new Map([...world.devices].map(([id, { device }]) => [id, device.display_name]));
	return {
		clock: { ...world.clock.read(), now, moves: world.clock.moveCount },
		nextStart: nextStartOf(world, now),
		lostAnswers: world.faults
			.filter(
				({ kind, times, struck }) =>
					kind === 'lost_answer' && (times === undefined || struck < times),
			)
			.map(({ fault_id: id, device_id: deviceId = null }) => ({ id, deviceId })),
		locks,
		events: latest(ownEvents(world)).map((event) => eventOf(event, names, now)),
		messages: latest(world.messages.map(messageOf)),
		booking: world.bookingWebhook && { runsUrl: world.bookingWebhook.runsUrl },
		deliveries: latest(world.deliveries).map((delivery) => deliveryOf(delivery, world, now)),
	};
}

/** The next moment at which a code begins (epoch ms), and on which lock. */
function nextStartOf({ codes }: World, now: number): { at: number; text: string } | null {
	const next = [...codes.values()]
		.flatMap(({ starts: at, device: { device } }) =>
			at !== null && at > now ? [{ at, device }] : [],
		)
		.sort((a, b) => a.at - b.at)
		.at(0);
	if (next === undefined) return null;
	const moment = momentOn(zoneOf(next.device) ?? 'UTC', next.at);
	return { at: next.at, text: `${next.device.display_name}, ${moment} on its clock` };
}

function ownEvents({ events }: World): SeamEvent[] {
	return events.filter(({ workspace_id: id }) => id === WORKSPACE_ID);
}

const latest = <T,>(list: T[]): T[] => list.slice(-FEED_LENGTH).reverse();

function marksOf({ events }: World): Map<string, Mark[]> {
	const marks = new Map<string, Mark[]>();
	for (const { event_type: type, access_code_id: id, occurred_at: at } of events) {
		if (typeof id !== 'string' || !MARKS[type]) continue;
		const ofCode = marks.get(id) ?? [];
		ofCode.push({ at: Date.parse(at), label: MARKS[type], type: type.replace('access_code.', '') });
		marks.set(id, ofCode);
	}
	return marks;
}

function lockOf(
	record: DeviceRecord,
	records: CodeRecord[],
	marks: Map<string, Mark[]>,
	now: number,
) {
	const { device, alias, provider, programming } = record;
	const { properties } = device;
	const zone = zoneOf(device) ?? 'UTC';
	const battery = properties.battery as { level?: number } | undefined;
	return {
		id: device.device_id,
		alias,
		name: device.display_name,
		make: makeOf(
			(device.device_manufacturer as { display_name?: string } | undefined)?.display_name ??
				provider,
			String(properties.model.display_name ?? ''),
		),
		zone: zoneOf(device),
		localTime: momentOn(zone, now),
		today: dayOn(zone, now),
		listing: listingOf(record),
		stayTimes: stayTimesOf(device),
		battery: battery?.level ?? null,
		isOnline: properties.online,
		takesCodes:
			device.can_program_online_access_codes === true ||
			device.can_program_offline_access_codes === true,
		capacity: capacityOf(device),
		outcome: programming.outcome,
		problems: device.errors.map(({ message }) => message),
		codes: records.map((code) => codeOf(code, marks, now, zone)).sort(byStart),
	};
}

type ShownCode = ReturnType<typeof codeOf>;

const byStart = (a: ShownCode, b: ShownCode): number =>
	Number(a.isGone) - Number(b.isGone) || (a.starts ?? 0) - (b.starts ?? 0);

function codeOf(record: CodeRecord, marks: Map<string, Mark[]>, now: number, zone: string) {
	const { code, starts, expires, isGone, asked } = record;
	return {
		id: code.access_code_id,
		pin: code.code,
		name: code.name ?? 'Without a name',
		kind: record.kind,
		isGone,
		asked: asked ?? null,
		starts,
		ends: expires,
		startText: starts === null ? null : momentOn(zone, starts),
		endText: expires === null ? null : momentOn(zone, expires),
		state: stateOf(record, now, zone),
		marks: (marks.get(code.access_code_id) ?? []).map((mark) => ({
			...mark,
			text: `${mark.label} ${momentOn(zone, mark.at)}${mark.at > now ? ' (clock ahead)' : ''}`,
		})),
	};
}

function eventOf(event: SeamEvent, names: Map<string, string>, now: number) {
	const at = Date.parse(event.occurred_at);
	return {
		id: event.event_id,
		type: event.event_type,
		at,
		isAhead: at > now,
		device: names.get(String(event.device_id)) ?? null,
	};
}

/** What was sent to a guest: its text, or all of it where it has none. */
function messageOf(message: unknown, index: number) {
	const { text } = (message ?? {}) as { text?: unknown };
	return {
		id: index,
		text: typeof text === 'string' ? text : JSON.stringify(message),
	};
}

function deliveryOf(delivery: Delivery, { webhooks }: World, now: number) {
	const at = Date.parse(delivery.at);
	const { webhook_id: webhookId, event_id: eventId, attempt, status } = delivery;
	return {
		id: `${webhookId}:${eventId}:${attempt}:${delivery.at}`,
		type: delivery.event_type,
		url: webhooks.get(webhookId)?.url ?? null,
		attempt,
		at,
		/** It is from when the clock was ahead of what it shows now. */
		isAhead: at > now,
		status,
	};
}

export type Picture = ReturnType<typeof pictureOf>;
