import type { World } from '../world.mts';

/** How many calls there were by path and status of the answer, since the counts were last cleared. */
export type Counts = Map<string, Map<number, number>>;

export function countAnswer({ counts }: World, path: string, status: number): void {
	const ofPath = counts.get(path) ?? new Map<number, number>();
	counts.set(path, ofPath.set(status, (ofPath.get(status) ?? 0) + 1));
}

export const presentCounts = ({ counts }: World) =>
	Object.fromEntries([...counts].map(([path, ofPath]) => [path, Object.fromEntries(ofPath)]));
