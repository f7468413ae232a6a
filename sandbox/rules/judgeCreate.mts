import { judgeIgloohomeOffline } from './igloohome.mts';
import { judgeLocklyOffline } from './lockly.mts';
import { judgeName } from './name.mts';
import { judgeOnline } from './online.mts';
import { judgeOracodeOffline } from './oracode.mts';
import { judgePin } from './pin.mts';
import { refuse } from './refusal.mts';
import { judgeBackupPool, judgeCapacity, judgeCommonKey, judgeDuplicate } from './roomOnLock.mts';
import { DAY } from './time.mts';
import { judgeTimeFrameOptions } from './timeFrameOptions.mts';
import type {
	CreateRequest,
	ExistingCode,
	Reading,
	Refused,
	RuleDevice,
	Verdict,
	Window,
} from './types.mts';
import { isOffline, readWindow } from './window.mts';
import { zoneOf } from './zone.mts';

/**
 * What Seam answers to `/access_codes/create`: the code as granted, or the refusal.
 *
 * @param request the body (its shape already checked against the OpenAPI)
 * @param device the device that the body names
 * @param existing every code that this lock holds or will hold, unmanaged ones included
 * @param now epoch milliseconds
 * @param reading how to read what Seam's documents leave open
 */
export function judgeCreate(
	request: CreateRequest,
	device: RuleDevice,
	existing: readonly ExistingCode[],
	now: number,
	reading: Reading,
): Verdict {
	const read = readWindow(request, now, reading);
	if (read.refused) return read;
	const refused =
		judgeCapability(request, device) ??
		judgeBackupPool(request, device, reading) ??
		judgeChosenPin(request, device, reading) ??
		judgeName(request.name, device, existing, reading) ??
		judgeCommonKey(request, existing);
	if (refused) return { refused };

	const verdict = isOffline(request)
		? judgeOffline(request, read.window, device, existing, now, reading)
		: judgeOnline(request, read.window, device, now, reading);
	if (verdict.refused) return verdict;
	const noRoom =
		judgeDuplicate(request.code, existing, reading) ?? judgeCapacity(device, existing, reading);
	return noRoom ? { refused: noRoom } : verdict;
}

/** The capability flags: absent means never, false not now. */
function judgeCapability(request: CreateRequest, device: RuleDevice): Refused | null {
	const flags = [device.can_program_online_access_codes, device.can_program_offline_access_codes];
	if (flags.every((flag) => flag === undefined)) {
		return refuse('no_access_codes', 'The device does not support access codes');
	}
	if (isOffline(request)) {
		return device.can_program_offline_access_codes === true
			? null
			: refuse('no_offline_codes', 'The device cannot program offline access codes');
	}
	return device.can_program_online_access_codes === true
		? null
		: refuse('no_online_codes', 'The device cannot program online access codes');
}

function judgeChosenPin(
	request: CreateRequest,
	device: RuleDevice,
	reading: Reading,
): Refused | null {
	if (request.code === undefined) return null;
	if (isOffline(request)) {
		return refuse('offline_custom_pin', 'A code cannot be set for an offline access code');
	}
	if (device.device_type === 'keynest_key' && reading === 'strict') {
		return refuse('keynest_pin', 'Collection codes are assigned by KeyNest');
	}
	return judgePin(request.code, device, reading);
}

function judgeOffline(
	request: CreateRequest,
	window: Window | null,
	device: RuleDevice,
	existing: readonly ExistingCode[],
	now: number,
	reading: Reading,
): Verdict {
	// Nothing is documented about old starts; a maker's registry may well refuse them.
	if (window && reading === 'strict' && window.start < now - DAY) {
		return { refused: refuse('start_long_past', 'starts_at is too far in the past') };
	}
	switch (device.device_type) {
		case 'igloohome_lock':
			return judgeIgloohomeOffline(request, window, device, existing, reading);
		case 'dormakaba_oracode_door':
			return judgeOracodeOffline(request, window, device, reading);
		case 'lockly_lock':
			return judgeLocklyOffline(request, window, device, reading);
		default:
			return judgeByOptions(request, window, device, reading);
	}
}

/** A maker without rules of its own here: only what the device says about time frames. */
function judgeByOptions(
	request: CreateRequest,
	window: Window | null,
	device: RuleDevice,
	reading: Reading,
): Verdict {
	const options = device.properties.offline_time_frame_options ?? [];
	if (window === null || options.length === 0) {
		return { refused: refuse('offline_needs_window', 'Offline access codes must be time-bound') };
	}
	const framed = judgeTimeFrameOptions(request, window, options, zoneOf(device) ?? 'UTC', reading);
	return 'rule' in framed ? { refused: framed } : { accepted: framed };
}
