import type { Outcome } from '../../shared/api/eachItem';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import type { SeamEvent } from '../../shared/schema/event';
import { outcomes } from '../operation';

const MOST_FIELDS = 10;

const FIRST = [
	'code',
	'event_type',
	'occurred_at',
	'device_id',
	'access_code_id',
	'method',
	'connected_account_id',
	'event_id',
];

const LEFT_OUT = [
	'workspace_id',
	'created_at',
	'event_description',
	'customer_key',
	'device_custom_metadata',
	'connected_account_custom_metadata',
];

/** Seam's events, or of each what workflows use most: which fields an event has depends on its type. */
export function simplifiedEvents(
	item: ItemParameters,
	events: SeamEvent | readonly SeamEvent[],
): Outcome[] {
	if (!item.flag('simplify')) return outcomes(events);
	return outcomes([events].flat().map(summaryOf));
}

function summaryOf(event: SeamEvent): Partial<SeamEvent> {
	const ofItsType = Object.keys(event).filter((field) => ![...FIRST, ...LEFT_OUT].includes(field));
	const fields = [...FIRST, ...ofItsType].filter((field) => event[field] !== undefined);
	return Object.fromEntries(fields.slice(0, MOST_FIELDS).map((field) => [field, event[field]]));
}
