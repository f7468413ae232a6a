import { Refusal } from '../shared/refusal';
import { ALL_EVENTS } from '../shared/ui/eventTypes';
import { typesOf } from './eventGroups';

/**
 * The types of event that Seam is to send, from the parameter Trigger On: sorted, each once, groups as their
 * types; `['*']` alone if all are chosen. An expression may give a list or a text with commas.
 *
 * @throws Refusal if none is chosen.
 */
export function readEventTypes(value: unknown): string[] {
	const listed = Array.isArray(value) ? value.map(String) : String(value ?? '').split(',');
	const chosen = listed.map((type) => type.trim()).filter((type) => type !== '');
	const types = new Set(chosen.flatMap(typesOf));
	if (types.size === 0) {
		throw new Refusal('No event is chosen', {
			parameter: 'Trigger On',
			fix: "In 'Trigger On', choose the events that start the workflow, or 'All Events'.",
		});
	}
	return types.has(ALL_EVENTS) ? [ALL_EVENTS] : [...types].sort();
}

/** Whether an event of this type was asked for; under All Events that is every type, known here or not. */
export function isChosen(eventType: string, chosen: readonly string[]): boolean {
	return chosen.includes(ALL_EVENTS) || chosen.includes(eventType);
}
