import { Refusal } from '../../shared/refusal';
import { readInstant } from '../../shared/time/instant';

/** @throws Refusal if both ends are known and the end is not after the start */
export function refuseEndBeforeStart(
	{ starts_at, ends_at }: { starts_at?: string | null; ends_at?: string | null },
	parameter: string,
): void {
	const [start, end] = [readInstant(starts_at), readInstant(ends_at)];
	if (start === null || end === null || end > start) return;
	throw new Refusal(`The schedule would end (${ends_at}) before it starts (${starts_at})`, {
		parameter,
		fix: 'Give an end after the start.',
	});
}
