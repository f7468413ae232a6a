/**
 * How many waits go on looking in this process at the same time. n8n holds the memory of a running execution, some
 * megabytes of it for evaluating expressions, until it parks; where more than these arrive at once, the others park
 * after their first look.
 */
const PLACES = 20;

let taken = 0;

/** Takes one of the places; gives what leaves it again, or null where none is free. */
export function takePollingPlace(): (() => void) | null {
	if (taken >= PLACES) return null;
	taken += 1;
	return () => {
		taken -= 1;
	};
}
