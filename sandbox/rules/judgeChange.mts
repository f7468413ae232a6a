import { judgeCreate } from './judgeCreate.mts';
import { refuse } from './refusal.mts';
import { parseInstant } from './time.mts';
import type {
	CreateRequest,
	ExistingCode,
	Reading,
	Refused,
	RuleDevice,
	Verdict,
} from './types.mts';

/** What an Oracode code says about itself (`dormakaba_oracode_metadata` of the access code). */
export interface Revocability {
	is_cancellable?: boolean;
	is_extendable?: boolean;
	is_early_checkin_able?: boolean;
}

/** The access code as it stands before a change. */
export interface StandingCode extends ExistingCode {
	starts_at: string | null;
	ends_at: string | null;
	is_offline_access_code: boolean;
	dormakaba_oracode_metadata?: Revocability | null;
}

export interface UpdateRequest extends CreateRequest {
	type?: 'ongoing' | 'time_bound';
}

/**
 * What Seam answers to `/access_codes/update`. Offline codes cannot be modified; an Oracode code may say otherwise of itself.
 * Online codes are judged as if created anew with the changes. `others` are the lock's other codes.
 */
export function judgeUpdate(
	change: UpdateRequest,
	code: StandingCode,
	device: RuleDevice,
	others: readonly ExistingCode[],
	now: number,
	reading: Reading,
): Verdict {
	const isOffline = code.is_offline_access_code;
	if (isOffline) {
		const refused = judgeOfflineUpdate(change, code);
		if (refused) return { refused };
	} else if (change.is_offline_access_code) {
		return { refused: refuse('no_kind_change', 'An online code cannot become an offline code') };
	}
	const merged = merge(change, code);
	if (merged.ends_at !== undefined && (parseInstant(merged.ends_at) ?? Infinity) <= now) {
		return { refused: refuse('end_in_future', 'ends_at must be in the future') };
	}
	return judgeCreate(merged, device, others, startReference(change, code, now), reading);
}

/** A stay that has begun keeps its start: rules about future starts only hold for a start that the change names. */
const startReference = (change: UpdateRequest, code: StandingCode, now: number): number => {
	if (change.starts_at !== undefined || !code.starts_at) return now;
	return Math.min(now, parseInstant(code.starts_at)! - 24 * 60 * 60_000);
};

function merge(change: UpdateRequest, code: StandingCode): CreateRequest {
	const merged: CreateRequest = {
		name: change.name ?? code.name ?? undefined,
		code: change.code,
		is_offline_access_code: code.is_offline_access_code,
		max_time_rounding: change.max_time_rounding,
		common_code_key: undefined,
	};
	if (change.type !== 'ongoing') {
		merged.starts_at = change.starts_at ?? code.starts_at ?? undefined;
		merged.ends_at = change.ends_at ?? code.ends_at ?? undefined;
	}
	return merged;
}

function judgeOfflineUpdate(change: UpdateRequest, code: StandingCode): Refused | null {
	const flags = code.dormakaba_oracode_metadata ?? {};
	const isLater = change.ends_at !== undefined && laterThan(change.ends_at, code.ends_at);
	const isEarlier = change.starts_at !== undefined && laterThan(code.starts_at!, change.starts_at);
	const keepsRest =
		change.code === undefined && change.name === undefined && change.type === undefined;
	const isAllowed =
		keepsRest &&
		(isLater || isEarlier) &&
		(change.ends_at === undefined || (isLater && flags.is_extendable === true)) &&
		(change.starts_at === undefined || (isEarlier && flags.is_early_checkin_able === true));
	return isAllowed ? null : refuse('offline_no_update', 'Offline access codes cannot be modified');
}

const laterThan = (a: string, b: string | null): boolean =>
	(parseInstant(a) ?? 0) > (b === null ? Infinity : (parseInstant(b) ?? 0));

/** What Seam answers to `/access_codes/delete`: offline codes stay, unless an Oracode code says that it can be cancelled. */
export function judgeDelete(code: StandingCode): Refused | null {
	if (!code.is_offline_access_code || code.dormakaba_oracode_metadata?.is_cancellable) return null;
	return refuse('offline_no_delete', 'Offline access codes cannot be deleted');
}
