// Online codes: what each manufacturer's page says about when a code can be programmed.
import { lacksZone } from './lockly.mts';
import { refuse } from './refusal.mts';
import { MINUTE, toIso } from './time.mts';
import { judgeTimeFrameOptions } from './timeFrameOptions.mts';
import type { CreateRequest, Reading, Refused, RuleDevice, Verdict, Window } from './types.mts';
import { zoneOf } from './zone.mts';

/** How soon before now + this a Kwikset start counts as too near on the strict reading (Seam's page advises 15 minutes). */
const KWIKSET_MARGIN = 10 * MINUTE;

export function judgeOnline(
	request: CreateRequest,
	window: Window | null,
	device: RuleDevice,
	now: number,
	reading: Reading,
): Verdict {
	const unable = judgeHardware(device);
	if (unable) return { refused: unable };
	if (request.is_one_time_use && reading === 'strict') {
		return { refused: refuse('one_time_is_offline', 'One-time-use codes must be offline codes') };
	}
	if (window === null) {
		return {
			accepted: { kind: 'online_ongoing', starts_at: null, ends_at: null, expires: null },
		};
	}
	if (window.end === null) {
		return {
			refused: refuse('both_or_none', 'Both starts_at and ends_at must be provided together'),
		};
	}
	const untimed = judgeTimes(window.start, device, now, reading);
	if (untimed) return { refused: untimed };
	const options = device.properties.online_time_frame_options;
	if (options?.length) {
		const framed = judgeTimeFrameOptions(
			request,
			window,
			options,
			zoneOf(device) ?? 'UTC',
			reading,
		);
		return 'rule' in framed
			? { refused: framed }
			: { accepted: { ...framed, kind: 'online_time_bound' } };
	}
	return {
		accepted: {
			kind: 'online_time_bound',
			starts_at: toIso(window.start),
			ends_at: toIso(window.end),
			expires: window.end,
		},
	};
}

/** A bridge or gateway that must stand between Seam and the lock. */
function judgeHardware(device: RuleDevice): Refused | null {
	const { properties } = device;
	if (device.device_type === 'igloohome_lock' && !properties.igloohome_metadata?.bridge_id) {
		return refuse('bridge_required', 'Online access codes need an igloohome bridge');
	}
	const gateway = properties.ttlock_metadata ?? properties.omnitec_metadata;
	if (gateway?.has_gateway === false) {
		return refuse('gateway_required', 'Online access codes need a gateway');
	}
	if (properties.keynest_metadata?.is_quadient_locker) {
		return refuse('keynest_locker', 'Quadient lockers are not supported');
	}
	return null;
}

/** What time-bound codes need beyond a sound window. */
function judgeTimes(
	start: number,
	device: RuleDevice,
	now: number,
	reading: Reading,
): Refused | null {
	const { properties } = device;
	const future = properties.code_constraints?.some(
		({ constraint_type: type }) => type === 'start_date_in_future',
	);
	if (future && start <= now + (reading === 'strict' ? KWIKSET_MARGIN : 0)) {
		return refuse('start_date_in_future', 'starts_at must be in the future for this device');
	}
	switch (device.device_type) {
		case 'ultraloq_lock':
			return properties.ultraloq_metadata?.time_zone
				? null
				: refuse('ultraloq_zone', 'The time zone of the Ultraloq device must be configured first');
		case 'two_n_intercom':
			return zoneOf(device)
				? null
				: refuse('two_n_zone', 'The time zone of the 2N device must be configured first');
		case 'lockly_lock':
			return reading === 'strict' && lacksZone(device)
				? refuse('lockly_zone', 'The time zone of the Lockly lock is not configured')
				: null;
		case 'keyincode_lock':
			return properties.korelock_metadata && !properties.korelock_metadata.location_id
				? refuse('korelock_location', 'Time-bound codes need the lock to have a location')
				: null;
		default:
			return null;
	}
}
