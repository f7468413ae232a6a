/** What a problem means for access codes: they fail, they may fail, or something is good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Something about a device that stands between a guest and the door, and the way to mend it. */
export interface DeviceProblem {
	/** Seam's own error or warning code if Seam reports it, else a name of ours in the same style. */
	code: string;
	severity: Severity;
	message: string;
	fix: string;
}

/** A problem and its way out as running text. Seam's own messages may end with a full stop. */
export function sentenceOf(message: string, fix: string): string {
	return `${message.trim().replace(/\.$/, '')}. ${fix}`;
}

/** The gravest first, and each code once: the first that was found says it best. */
export function inOrder(problems: DeviceProblem[]): DeviceProblem[] {
	const distinct = new Map<string, DeviceProblem>();
	for (const problem of problems) {
		if (!distinct.has(problem.code)) distinct.set(problem.code, problem);
	}
	const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
	return [...distinct.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
