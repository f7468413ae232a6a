import { lockZone } from '../shared/locks/facts/zone';
import { Refusal } from '../shared/refusal';
import { formatInZone } from '../shared/time/format';
import { instantOf, type WindowEnd } from '../shared/time/wallClock';
import { cityZone } from '../shared/time/zone';
import { isEmpty } from '../shared/ui/locator';
import type { Run } from './operation';
import type { Parameters } from './parameters';

/** Describes a field whose bare times are meant in the workflow's zone. */
export const WORKFLOW_TIME = "Without a time zone, the workflow's is used";

/** The zone of a time without an offset; called only for such a time. Null if no one zone holds. */
export type ZoneOf = () => Promise<string | null> | string | null;

/**
 * A time as Seam takes it (ISO 8601 with offset), from any ISO form, a luxon DateTime or a Date; undefined if nothing
 * is given.
 * @throws Refusal naming the parameter; also for an expression that gives nothing
 */
export async function optionalTime(
	fields: Parameters,
	name: string,
	end: WindowEnd,
	zoneOf: ZoneOf,
): Promise<string | undefined> {
	const input = fields.time(name);
	if (input === undefined) return undefined;
	if (input.type === 'instant') return formatInZone(input.at, null);
	const zone = input.zone ?? (await zoneOf());
	if (zone === null) {
		const message = `'${fields.label(name)}' has no offset, and no single time zone of the places tells what it means`;
		throw new Refusal(message, {
			parameter: fields.path(name),
			fix: 'Add the offset, like 2027-03-01T15:00:00+01:00.',
		});
	}
	return formatInZone(instantOf(input.wall, zone, end), zone);
}

/**
 * The zone of a place, under the name that Seam's lists have for it; undefined if nothing is given.
 * @throws Refusal naming the parameter
 */
export function optionalZone(fields: Parameters, name: string): string | undefined {
	const text = fields.textIfAny(name);
	if (text === undefined) return undefined;
	const zone = cityZone(text);
	if (zone !== null) return zone;
	throw new Refusal(`'${fields.label(name)}' is not the IANA name of a time zone`, {
		parameter: fields.path(name),
		fix: 'Give the zone of a city, like Europe/Rome.',
	});
}

/** Both ends of a window, each as `optionalTime` reads it. */
export async function optionalWindow(
	fields: Parameters,
	zoneOf: ZoneOf,
): Promise<{ starts_at?: string; ends_at?: string }> {
	return {
		starts_at: await optionalTime(fields, 'startsAt', 'start', zoneOf),
		ends_at: await optionalTime(fields, 'endsAt', 'end', zoneOf),
	};
}

/** The ends of a window that are to change: one whose expression gives nothing stays as it is. */
export async function changedWindow(
	fields: Parameters,
	zoneOf: ZoneOf,
): Promise<{ starts_at?: string; ends_at?: string }> {
	const changed = async (name: string, end: WindowEnd) =>
		isEmpty(fields.value(name)) ? undefined : await optionalTime(fields, name, end, zoneOf);
	return { starts_at: await changed('startsAt', 'start'), ends_at: await changed('endsAt', 'end') };
}

/** The zone in which all these locks are, or null if they differ or one has none. */
export async function zoneOfDevices(
	run: Run,
	deviceIds: readonly string[],
): Promise<string | null> {
	const zones = new Set<string | null>();
	for (const deviceId of deviceIds) {
		zones.add(lockZone(await run.devices.get(run, deviceId))?.zone ?? null);
	}
	return zones.size === 1 ? [...zones][0] : null;
}
