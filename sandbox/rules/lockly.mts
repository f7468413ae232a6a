// Lockly offline codes, after Seam's page on Lockly offline access codes.
import { refuse } from './refusal.mts';
import { toIso } from './time.mts';
import type { CreateRequest, Reading, RuleDevice, Verdict, Window } from './types.mts';
import { zoneOf } from './zone.mts';

/** Any window with both ends; a one-time code needs both as well. */
export function judgeLocklyOffline(
	request: CreateRequest,
	window: Window | null,
	device: RuleDevice,
	reading: Reading,
): Verdict {
	if (window === null || window.end === null) {
		return {
			refused: refuse(
				'lockly_needs_both',
				'Lockly offline access codes need starts_at and ends_at',
			),
		};
	}
	if (reading === 'strict' && lacksZone(device)) {
		return { refused: refuse('lockly_zone', 'The time zone of the Lockly lock is not configured') };
	}
	return {
		accepted: {
			kind: request.is_one_time_use ? 'offline_one_time' : 'offline_time_bound',
			starts_at: toIso(window.start),
			ends_at: toIso(window.end),
			expires: window.end,
		},
	};
}

export const lacksZone = (device: RuleDevice): boolean =>
	zoneOf(device) === null ||
	(device.warnings ?? []).some(
		({ warning_code: code }) => code === 'lockly_time_zone_not_configured',
	);
