/**
 * How many nodes poll in this process at the same time. n8n holds the memory of a running execution, some megabytes of
 * it for evaluating expressions, until it parks; if more than these arrive at once, the others park after one poll.
 */
const SLOTS = 20;

let taken = 0;

/** Reserves a polling slot; returns a release function, or null if all are taken. */
export function takePollingSlot(): (() => void) | null {
	if (taken >= SLOTS) return null;
	taken += 1;
	return () => {
		taken -= 1;
	};
}
