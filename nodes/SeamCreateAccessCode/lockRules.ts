import { describeLengths, pinRulesOf } from '../shared/accessCode/pin/pinRules';
import { describeLevel, readUserLevels } from '../shared/locks/facts/oracodeLevels';
import { schedulingOf } from '../shared/locks/facts/scheduling';
import { lockZone } from '../shared/locks/facts/zone';
import { alternatives } from '../shared/locks/fitting/misfit';
import { lockFamilyOf } from '../shared/locks/index';
import { codeFamiliesOf, missingForAllStays, whyNoStaysNow } from '../shared/locks/codeFamilies';
import { takesCodesNow } from '../shared/locks/support';
import { candidatesOf } from '../shared/locks/timeFrameOptions';
import type { CodeFamily } from '../shared/locks/types';
import type { Device } from '../shared/schema/device';
import { DAY, MINUTE, type Instant } from '../shared/time/instant';
import { shortTime } from '../shared/time/shortTime';

/** One thing that a lock asks of a code, and in a few words more what that means. */
export interface LockRule {
	rule: string;
	meaning?: string;
}

/** What the closed field has room for. */
const LONGEST_IN_SHORT = 57;

/**
 * What a person must know of a lock who enters a window and a PIN, the most limiting first. The first one is short: that
 * the lock takes no codes now, or all of its windows in one line.
 */
export function lockRulesOf(device: Device, now: Instant): LockRule[] {
	const families = codeFamiliesOf(device);
	if (families.length === 0) return [{ rule: 'This device takes no access codes' }];
	const windows = families.flatMap((family) => windowRules(device, family, now));
	const tellsAll = windows.length === 1 && windows[0].rule.length <= LONGEST_IN_SHORT;
	return [
		...noCodesRule(device),
		...(tellsAll ? [] : [{ rule: windowsInShort(device, families, now) }]),
		...windows,
		...families.map((family) => pinRule(device, family)),
		...(families.includes('online') ? schedulingRule(device) : []),
		zoneRule(device, now),
	];
}

/** What keeps the lock from taking codes now, as a rule of its own: n8n cuts a long meaning off. */
function noCodesRule(device: Device): LockRule[] {
	const isForStaysOnly = takesCodesNow(device);
	if (isForStaysOnly && missingForAllStays(device) === null) return [];
	return [
		{
			rule: isForStaysOnly ? 'Takes no time-bound codes now' : 'Takes no codes now',
			meaning: 'Once the following is mended, the other rules hold',
		},
		{ rule: whyNoStaysNow(device) ?? 'Seam Get Device says why, under problems' },
	];
}

/** All windows in one line; where that is too long, or online and offline codes differ, how many there are. */
function windowsInShort(device: Device, families: CodeFamily[], now: Instant): string {
	const windows = families.map((family) => windowsOf(device, family, now).map(({ rule }) => rule));
	const [told, other] = new Set(windows.map((rules) => alternatives(rules).text));
	const all = `Codes ${told}`.replaceAll(/ \(same time [^)]*\)/g, '');
	if (other === undefined && all.length <= LONGEST_IN_SHORT) return all;
	return `${new Set(windows.flat()).size} kinds of codes: see this list`;
}

function windowRules(device: Device, family: CodeFamily, now: Instant): LockRule[] {
	return windowsOf(device, family, now).map(({ rule, meaning }) => ({
		rule: `${family === 'online' ? 'Online' : 'Offline'}: codes ${rule}`,
		meaning,
	}));
}

/** `from 15:30 to 10:30`, `of 1–672 hours`, `for any window`. */
function windowsOf(device: Device, family: CodeFamily, now: Instant): LockRule[] {
	const zone = lockZone(device)?.zone ?? null;
	if (family === 'online') {
		const candidates = candidatesOf({ device, zone }, family, 'online_time_bound');
		return eachOnce(candidates.map(({ allows }) => ({ rule: allows })));
	}
	const { usable } = readUserLevels(device);
	if (usable.length > 0) {
		return usable.map((level) => ({
			rule: `from ${describeLevel(level)}`,
			meaning: `User level “${level.name}”; ${level.isBiweekly ? '14 nights only' : 'at most 31 days'}`,
		}));
	}
	return eachOnce(offlineWindows(device, zone, now).map((rule) => ({ rule })));
}

/**
 * A stay that no rule allows: it begins and ends at odd minutes that are not the same, and lasts for years. Whoever is
 * asked for it says what it does allow.
 */
function offlineWindows(device: Device, zone: string | null, now: Instant): string[] {
	const start = now + DAY - ((now + DAY) % DAY) + 37 * MINUTE;
	const cover = { start, end: start + 3 * 366 * DAY + 11 * MINUTE };
	const demand = { cover, earliest: start, latest: cover.end, wished: start, soonest: now };
	const answers = lockFamilyOf(device).answer({
		...{ device, access: 'time_bound', now, zone, demand },
		...{ longestAddition: 0, refusesMisfit: true, existingCodes: undefined },
	});
	return answers.flatMap((answer) => {
		if (answer.fits) return ['for any window'];
		return answer.misfit?.causes().map(({ allows }) => allows) ?? [];
	});
}

function pinRule(device: Device, family: CodeFamily): LockRule {
	if (family === 'offline') {
		const maker = lockFamilyOf(device).displayName;
		return { rule: `Offline PIN: assigned by ${maker}`, meaning: "It can't be chosen or changed" };
	}
	const { lengths, digitRules, canBeChosen } = pinRulesOf(device);
	const digits = describeLengths(lengths).replace('this lock takes ', '');
	const rule = `Online PIN: ${digits} digits`;
	if (canBeChosen !== 'freely') return { rule, meaning: "It can't be chosen freely on this lock" };
	const meaning = digitRules.map((one) => one.replaceAll('_', ' ')).join('; ');
	return meaning === '' ? { rule } : { rule, meaning };
}

function schedulingRule(device: Device): LockRule[] {
	switch (schedulingOf(device)) {
		case 'native':
			return [{ rule: 'Online: stored on the lock up to 72 hours ahead' }];
		case 'just_in_time':
			return [{ rule: 'Online: put on the lock about an hour before the start' }];
		case 'unknown':
			return [];
	}
}

function zoneRule(device: Device, now: Instant): LockRule {
	const zone = lockZone(device)?.zone;
	if (zone !== undefined) return { rule: `Time zone: ${zone}, ${shortTime(now, zone, now)} now` };
	// Where the lock itself needs a zone, no option helps.
	return missingForAllStays(device) === null
		? {
				rule: 'Time zone: unknown',
				meaning: 'Give times with an offset, or add the option Time Zone Name',
			}
		: { rule: 'Time zone: unknown' };
}

function eachOnce(rules: LockRule[]): LockRule[] {
	return rules.filter(({ rule }, index) => rules.findIndex((one) => one.rule === rule) === index);
}
