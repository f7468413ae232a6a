import type { Device } from '../schema/device';
import { formatInZone } from '../time/format';
import type { Instant } from '../time/instant';
import { codeFamiliesOf } from './codeFamilies';
import { capacityOf } from './facts/capacity';
import { nameRulesOf, pinRulesOf } from './facts/codeRules';
import { lockFamilyOf } from './index';
import { ONLINE_FAMILY, whyNoOngoingCode } from './online';
import { describeLevel, readUserLevels } from './facts/oracodeLevels';
import { schedulingOf } from './facts/scheduling';
import { requiredLead, soonestStart } from './facts/startLead';
import { lockZone } from './facts/zone';
import { missingFor } from './requirements';
import type { CodeFamily, CodeKind, LockFamily } from './types';

/** What codes a family can give this lock now, and why not the others. */
export interface FamilySupport {
	available: boolean;
	/** The kinds that can be made now. */
	kinds: CodeKind[];
	/** The rules are those of this file of the package. */
	lock_family: string;
	/** What speaks for or against each, with the property it was read from. */
	because: string[];
}

/**
 * All that a workflow can know at `now` of the lock's codes without creating one, as Seam Get Device hands it out
 * (`access_code_support`).
 */
export function describeAccessCodeSupport(device: Device, now: Instant) {
	const name = nameRulesOf(device);
	const capacity = capacityOf(device);
	const { zone = null, source = null } = lockZone(device) ?? {};
	return {
		online: {
			...onlineSupport(device),
			scheduling: schedulingOf(device),
			// The soonest start that a time-bound code could have now: ISO 8601 in the lock's zone.
			earliest_start_at: formatInZone(soonestStart(now, requiredLead(device)), zone),
		},
		offline: offlineSupport(device),
		pin: pinSupport(device),
		name: {
			min_length: name.minLength,
			max_length: name.maxLength,
			must_be_unique: name.mustBeUnique,
		},
		capacity: {
			max_codes: capacity?.most ?? null,
			source: capacity?.source ?? 'Seam does not tell',
		},
		time_zone: zone,
		time_zone_source: source,
		...userLevels(device),
	};
}

/** Whether a code of any kind can be made now. */
export const takesCodesNow = (device: Device): boolean =>
	onlineSupport(device).available || offlineSupport(device).available;

/** The rules for PINs of online codes; those of offline codes are the maker's. */
function pinSupport(device: Device) {
	if (!codeFamiliesOf(device).includes('online')) {
		return {
			lengths: [],
			lengths_source: 'device.can_program_online_access_codes',
			rules: [],
			unknown_rules: [],
			can_be_chosen: 'no',
		};
	}
	const rules = pinRulesOf(device);
	return {
		lengths: rules.lengths,
		lengths_source: rules.lengthsSource,
		rules: rules.digitRules,
		unknown_rules: rules.unknownRules,
		can_be_chosen: rules.canBeChosen,
	};
}

function onlineSupport(device: Device): FamilySupport {
	const whyNoOngoing = whyNoOngoingCode(device);
	const kinds: CodeKind[] = ['online_ongoing', 'online_time_bound'];
	return supportOf(device, 'online', ONLINE_FAMILY.name, kinds, {
		kinds: whyNoOngoing === null ? kinds : ['online_time_bound'],
		because: whyNoOngoing === null ? [] : [whyNoOngoing.because],
	});
}

function offlineSupport(device: Device): FamilySupport {
	const family = lockFamilyOf(device);
	const kinds = Object.values(family.offlineKinds).flat();
	return supportOf(device, 'offline', family.name, kinds, family.support(device));
}

/** What the capability flag and what the lock lacks leave of the kinds that are possible. */
function supportOf(
	device: Device,
	codeFamily: CodeFamily,
	lock_family: string,
	allKinds: readonly CodeKind[],
	possible: ReturnType<LockFamily['support']>,
): FamilySupport {
	const flag = flagSentence(device, codeFamily);
	if (device[`can_program_${codeFamily}_access_codes`] !== true) {
		return { available: false, kinds: [], lock_family, because: [flag] };
	}
	const kinds = possible.kinds.filter((kind) => missingFor(device, kind) === null);
	const because = [
		flag,
		...allKinds.flatMap((kind) => missingFor(device, kind)?.because ?? []),
		...(kinds.length > 0 ? possible.because : []),
	];
	return { available: kinds.length > 0, kinds, lock_family, because: [...new Set(because)] };
}

function flagSentence(device: Device, family: CodeFamily): string {
	const name = `can_program_${family}_access_codes`;
	switch (device[`can_program_${family}_access_codes`]) {
		case true:
			return `${name} is true.`;
		case false:
			return `${name} is false: the device supports such codes, but not now.`;
		default:
			return `${name} is absent: the device does not support such codes.`;
	}
}

/** dormakaba Oracode only: the levels that codes can be made with, and the others. */
function userLevels(device: Device): { user_levels?: { usable: string[]; unusable: string[] } } {
	const { usable, unusable } = readUserLevels(device);
	if (usable.length + unusable.length === 0) return {};
	return {
		user_levels: {
			usable: usable.map((level) => `${level.name}: ${describeLevel(level)}`),
			unusable: unusable.map(({ name, because }) => `${name}: ${because}`),
		},
	};
}
