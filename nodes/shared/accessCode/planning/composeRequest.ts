import type { FittingKind } from '../../locks/types';
import type { Device } from '../../schema/device';
import { formatInZoneOrNull } from '../../time/format';
import type { Instant } from '../../time/instant';
import type { Consideration } from './considerKinds';
import { inOrder } from './createRequest';
import { checkName } from './nameOfPlan';
import type { CreateAccessCodeRequest } from '../../schema/accessCodeRequests';
import type { PlanWarning, Reason } from './planTypes';
import type { Wish } from '../wish';

const BACKUP_DOCUMENT = 'Seam: backup access codes';

/** The body of the create request but for its PIN, and what was decided on the way. */
export function composeRequest(
	{ device, wish, existingCodes, asked }: Consideration,
	answer: FittingKind,
): { request: CreateAccessCodeRequest; reasons: Reason[]; warnings: PlanWarning[] } {
	const isOnline = answer.flags.is_offline_access_code !== true;
	const name = wish.name || undefined;
	const iso = (instant: Instant | null) => formatInZoneOrNull(instant, asked.wireZone) ?? undefined;
	const options = readOptions(wish, answer, isOnline, device);
	const ofKind = answer.flags.max_time_rounding;
	const value = ofKind && (wish.maxTimeRounding ?? ofKind);
	const source =
		wish.maxTimeRounding === undefined
			? 'follows from the kind'
			: 'parameter Seam May Move the Times';
	return {
		request: inOrder({
			device_id: device.device_id,
			name,
			starts_at: iso(answer.start),
			ends_at: iso(answer.end),
			...answer.flags,
			max_time_rounding: value,
			...options.request,
		}),
		reasons: value === undefined ? [] : [{ rule: 'max_time_rounding', value, source }],
		warnings: [...checkName(name, device, existingCodes), ...options.warnings],
	};
}

/** The options that this kind of code can have; one that it can't is left out with a warning. */
function readOptions(
	wish: Wish,
	answer: FittingKind,
	isOnline: boolean,
	device: Device,
): { request: Partial<CreateAccessCodeRequest>; warnings: PlanWarning[] } {
	const warnings: PlanWarning[] = [];
	const usable = <T>(value: T | undefined, name: string, why: string | null): T | undefined => {
		if (value === undefined || why === null) return value;
		if (value !== false) {
			warnings.push({ code: 'parameter_not_used', message: `${name} was left out: ${why}.` });
		}
		return undefined;
	};
	const onlineOnly = isOnline ? null : 'it applies to online codes only';
	const scheduledOnly =
		answer.kind === 'online_time_bound' ? null : 'it applies to time-bound online codes only';
	const request = {
		prefer_native_scheduling: usable(
			wish.preferNativeScheduling,
			'Store on the Lock Early',
			scheduledOnly,
		),
		use_backup_access_code_pool: usable(
			wish.useBackupAccessCodePool,
			'Keep a Backup Code Ready',
			scheduledOnly ?? whyNoBackupPool(device),
		),
		common_code_key: usable(wish.commonCodeKey, 'Shared PIN Group', onlineOnly),
		is_external_modification_allowed: usable(
			wish.isExternalModificationAllowed,
			"Keep Edits Made in Lock's App",
			onlineOnly,
		),
		attempt_for_offline_device: usable(
			wish.attemptForOfflineDevice,
			'Try Even If Disconnected',
			onlineOnly,
		),
	};
	usable(
		wish.maxTimeRounding,
		'Seam May Move the Times',
		isOnline ? 'it applies to offline codes only' : null,
	);
	return { request, warnings };
}

function whyNoBackupPool({ device_type, properties }: Device): string | null {
	if (device_type === 'salto_lock') return `Salto locks do not support it (${BACKUP_DOCUMENT})`;
	if (properties.supports_backup_access_code_pool !== true) {
		return 'the lock does not support it (supports_backup_access_code_pool is not true)';
	}
	return properties.backup_access_code_pool_enabled === false
		? 'it is switched off for this lock (backup_access_code_pool_enabled)'
		: null;
}
