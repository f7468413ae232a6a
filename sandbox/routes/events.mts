import { ApiError, notFound } from '../http/apiError.mts';
import { presentAttempt } from '../life/actionAttempts.mts';
import { paginate } from '../http/pagination.mts';
import type { SeamEvent } from '../world.mts';
import { type Call, type Routes, isIn, isValue, urlOf } from './call.mts';

export const eventRoutes: Routes = {
	'/events/get': getEvent,
	'/events/list': listEvents,
	'/action_attempts/get': ({ world, workspace, parameters }) => {
		const found = world.actionAttempts.get(parameters.action_attempt_id as string);
		if (found?.workspace_id !== workspace.workspace_id) throw notFound('action_attempt');
		return { action_attempt: presentAttempt(found) };
	},
	'/action_attempts/list': listActionAttempts,
};

const own = ({ world, workspace }: Call): SeamEvent[] =>
	world.events.filter((event) => event.workspace_id === workspace.workspace_id);

function getEvent(call: Call) {
	const { event_id: id, event_type: type, device_id: deviceId } = call.parameters;
	if (id === undefined && (type === undefined || deviceId === undefined)) {
		throw new ApiError(400, 'invalid_input', 'Specify event_id, or event_type and device_id');
	}
	const event = own(call).findLast((candidate) =>
		id === undefined
			? candidate.event_type === type && candidate.device_id === deviceId
			: candidate.event_id === id,
	);
	if (!event) throw notFound('event');
	return { event };
}

/** Filters such as `device_id`, `space_ids` or `customer_key` compare with the event's own field. */
function meetsFilters(event: SeamEvent, parameters: Record<string, unknown>): boolean {
	return Object.entries(parameters).every(([name, wanted]) => {
		if (name.endsWith('_ids')) return isIn(wanted, event[name.slice(0, -1)]);
		return !/_(id|key)$/.test(name) || isValue(wanted, event[name]);
	});
}

function listEvents(call: Call) {
	const { parameters, world } = call;
	const { since, between, limit = 500, event_type: type, event_types: types } = parameters;
	if ((since === undefined) === (between === undefined)) {
		throw new ApiError(400, 'invalid_input', 'Must specify either "since" or "between"');
	}
	// Seam's `between` is exclusive at both ends; `since` is "the beginning generation time".
	const isInside = between === undefined ? isFrom(since as string) : isBetween(between as string[]);
	const events = own(call).filter((event) => {
		const at = Date.parse(event.created_at);
		return (
			isInside(at) &&
			isValue(type, event.event_type) &&
			isIn(types, event.event_type) &&
			meetsFilters(event, parameters)
		);
	});
	const ordered = events.toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
	// Which end comes first is not documented: the two readings differ.
	if (world.reading === 'lenient') ordered.reverse();
	return { events: ordered.slice(0, limit as number) };
}

function isFrom(since: string): (at: number) => boolean {
	const from = readTime(since);
	return (at) => at >= from;
}

function isBetween(ends: string[]): (at: number) => boolean {
	const [after, before] = ends.map(readTime);
	return (at) => at > after && at < before;
}

function readTime(text: string): number {
	const at = Date.parse(text);
	if (Number.isNaN(at)) throw new ApiError(400, 'invalid_input', 'since is not an ISO 8601 date');
	return at;
}

function listActionAttempts(call: Call) {
	const { world, workspace, parameters } = call;
	const attempts = [...world.actionAttempts.values()].filter(
		(attempt) =>
			attempt.workspace_id === workspace.workspace_id &&
			isIn(parameters.action_attempt_ids, attempt.action_attempt_id) &&
			isValue(parameters.device_id, attempt.device_id),
	);
	const { items, pagination } = paginate(
		attempts,
		(attempt) => attempt.action_attempt_id,
		parameters,
		urlOf(call),
	);
	return { action_attempts: items.map(presentAttempt), pagination };
}
