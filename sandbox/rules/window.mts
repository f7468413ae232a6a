import { refuse } from './refusal.mts';
import { parseAsUtc, parseInstant } from './time.mts';
import type { CreateRequest, Reading, Refused, Window } from './types.mts';

type Read = { window: Window | null; refused?: undefined } | { refused: Refused };

/**
 * Reads `starts_at` and `ends_at`: none (an ongoing code), both, or a start alone for a one-time code.
 * Strict wants an instant; lenient also takes a time without offset, as UTC.
 */
export function readWindow(request: CreateRequest, now: number, reading: Reading): Read {
	const { starts_at: startsAt, ends_at: endsAt } = request;
	if (startsAt === undefined && endsAt === undefined) return { window: null };

	const start = startsAt === undefined ? null : readInstant(startsAt, reading);
	const end = endsAt === undefined ? null : readInstant(endsAt, reading);
	if (startsAt !== undefined && start === null) {
		return { refused: refuse('not_an_instant', `starts_at is not an ISO 8601 date and time`) };
	}
	if (endsAt !== undefined && end === null) {
		return { refused: refuse('not_an_instant', `ends_at is not an ISO 8601 date and time`) };
	}
	if (start === null || (end === null && !isStartOnly(request))) {
		return {
			refused: refuse('both_or_none', 'Both starts_at and ends_at must be provided together'),
		};
	}
	if (end !== null && end <= start) {
		return { refused: refuse('end_after_start', 'ends_at must be after starts_at') };
	}
	if (end !== null && end <= now) {
		return { refused: refuse('end_in_future', 'ends_at must be in the future') };
	}
	return { window: { start, end } };
}

const readInstant = (text: string, reading: Reading): number | null =>
	parseInstant(text) ?? (reading === 'lenient' ? parseAsUtc(text) : null);

/** Only one-time offline codes may leave the end out. */
const isStartOnly = (request: CreateRequest): boolean =>
	request.is_one_time_use === true && isOffline(request);

export const isOffline = (request: CreateRequest): boolean =>
	request.is_offline_access_code === true || request.use_offline_access_code === true;
