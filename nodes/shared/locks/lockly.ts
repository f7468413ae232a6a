import type { Device } from '../schema/device';
import { answerFromCandidates } from './fitting/candidates';
import { anyWindow, readOptions, unreadableOptions } from './timeFrameOptions';
import type { CodeKind, FitQuestion, KindAnswer, LockFamily } from './types';
import { lockZone } from './facts/zone';

const DOCUMENT = 'Seam: Lockly offline access codes';
const KEYPAD_ENTRY =
	'On a Lockly keypad this code is typed in the offline way, which differs from usual codes: see https://www.support.lockly.com/faq/how-to-use-oac/.';

/** Lockly with a keypad: time-bound and one-time codes, each with a free start and end. */
export const lockly: LockFamily = {
	name: 'lockly',
	displayName: 'Lockly',
	matches: ({ device_type, properties }) =>
		device_type === 'lockly_lock' ||
		(!device_type &&
			properties.lockly_metadata !== undefined &&
			properties.lockly_metadata !== null),
	offlineKinds: {
		ongoing: [],
		time_bound: ['offline_time_bound'],
		one_time_use: ['offline_one_time_use'],
	},
	support: (device) =>
		lacksLocklyZone(device)
			? { kinds: [], because: [LOCKLY_ZONE_MISSING] }
			: { kinds: ['offline_time_bound', 'offline_one_time_use'], because: [KEYPAD_ENTRY] },
	answer(question: FitQuestion): KindAnswer[] {
		const kind: CodeKind =
			question.access === 'one_time_use' ? 'offline_one_time_use' : 'offline_time_bound';
		const { demand } = question;
		if (demand !== null && demand.cover.end <= demand.cover.start) return [needsAnEnd(kind)];
		if (lacksLocklyZone(question.device)) return [zoneMissing(kind)];
		const options = question.device.properties.offline_time_frame_options ?? [];
		const candidates =
			options.length > 0
				? readOptions(options, 'offline', question)
				: [anyWindow(kind, question.zone, 'offline')];
		if (candidates.length === 0) return [unreadableOptions(this.name, kind, options)];
		return answerFromCandidates(
			this,
			candidates.map((candidate) => ({ ...candidate, kind })),
			question,
			() => ({
				flags: {
					is_offline_access_code: true,
					...(kind === 'offline_one_time_use' ? { is_one_time_use: true as const } : {}),
					max_time_rounding: '1h',
				},
				expectedOnLockAt: null,
				warnings: [],
				guestInstructions: [
					KEYPAD_ENTRY,
					...(kind === 'offline_one_time_use' ? ['This code opens the door once.'] : []),
				],
			}),
		).map((answer) =>
			answer.fits
				? {
						...answer,
						reasons: [
							...answer.reasons,
							{ rule: 'free_start_and_end', value: kind, source: DOCUMENT },
						],
					}
				: answer,
		);
	},
};

/**
 * Seam: without a time zone, time-bound codes of a Lockly lock may not work as expected. Offline codes carry their
 * times in themselves, so none is made until the zone is set.
 */
export function lacksLocklyZone(device: Device): boolean {
	return (
		lockZone(device) === null ||
		(device.warnings ?? []).some(
			({ warning_code }) => warning_code === 'lockly_time_zone_not_configured',
		)
	);
}

export const LOCKLY_ZONE_MISSING =
	'No time zone is set for this Lockly lock, so codes may begin and end at other times than asked for. Set the zone in the Lockly app.';

function needsAnEnd(kind: CodeKind): KindAnswer {
	return {
		fits: false,
		kind,
		family: 'lockly',
		because:
			'A Lockly offline code needs both a start and an end, also when it is for one-time use.',
		rule: 'needs_start_and_end',
		marking: 'rule',
	};
}

function zoneMissing(kind: CodeKind): KindAnswer {
	return {
		fits: false,
		kind,
		family: 'lockly',
		because: LOCKLY_ZONE_MISSING,
		rule: 'lockly_time_zone',
		marking: 'caution',
	};
}
