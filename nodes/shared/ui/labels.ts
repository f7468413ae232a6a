/** What the editor's lists say of a time: its day, as Seam wrote it. */
export const dayOf = (time: string | null | undefined): string | null => time?.slice(0, 10) ?? null;

/** From which day to which, or nothing for what has neither start nor end. */
export function daysOf(start: string | null | undefined, end: string | null | undefined): string {
	const [from, to] = [dayOf(start), dayOf(end)];
	if (from === null && to === null) return '';
	return `, ${from === null ? '' : `${from} `}to ${to ?? 'no end'}`;
}

/** The order of choices in a list. */
export const byName = (a: { name: string }, b: { name: string }): number =>
	a.name.localeCompare(b.name);
