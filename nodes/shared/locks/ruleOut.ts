import type { CodeKind, Marking, Obstacle, RuledOutKind } from './types';

/** The answer that a lock can't hold codes of this kind, whatever the window. */
export function ruleOut(
	family: string,
	kind: CodeKind,
	{ rule, because, marking = 'rule' }: Obstacle,
): RuledOutKind {
	return { fits: false, kind, family, because, rule, marking };
}

/** The answer that a lock holds no one-time codes. */
export function noOneTimeCodes(
	family: string,
	kind: CodeKind,
	because: string,
	marking?: Marking,
): RuledOutKind {
	return ruleOut(family, kind, { rule: 'one_time_use_not_supported', because, marking });
}
