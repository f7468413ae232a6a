import { nameRulesOf } from '../../locks/facts/codeRules';
import { Refusal } from '../../refusal';
import type { AccessCode } from '../../schema/accessCode';
import type { Device } from '../../schema/device';
import { nameShownOnLock } from '../nameOnLock';
import type { PlanWarning } from './planTypes';

/**
 * Checks a name against the lock's rules. Seam keeps a long name whole and the lock shows its left part, so a
 * long name is only warned of.
 * @throws Refusal for a name that is too short, or not unique if the lock wants that
 */
export function checkName(
	name: string | undefined,
	device: Device,
	existingCodes: AccessCode[] | undefined,
): PlanWarning[] {
	if (name === undefined) return [];
	const { minLength, maxLength, mustBeUnique } = nameRulesOf(device);
	if (minLength !== null && name.length < minLength) {
		const message = `The name has ${name.length} character${name.length === 1 ? '' : 's'}; this lock wants at least ${minLength}.`;
		throw new Refusal(message, { parameter: 'name', fix: 'Give a longer name.' });
	}
	const shown = nameShownOnLock(name, maxLength);
	const others = mustBeUnique ? (existingCodes ?? []) : [];
	if (others.some((code) => code.name && nameShownOnLock(code.name, maxLength) === shown)) {
		throw new Refusal(
			`Another code on this lock already has the name “${shown}”, and the lock wants unique names.`,
			{ parameter: 'name', fix: 'Give a name that differs in what the lock shows of it.' },
		);
	}
	if (maxLength === null || name.length <= maxLength) return [];
	const message = `The lock shows only “${shown}”. Seam keeps the whole name.`;
	return [{ code: 'name_shortened_on_lock', message }];
}
