/** The end of the last task in each lane. */
const lastTasks = new Map<string, Promise<void>>();

/**
 * Runs a task when all earlier ones of its lanes are over, in the order of the calls; tasks that share no lane run
 * side by side. A lane is a lock or a booking. Lanes hold inside one process, across its executions; since a task
 * takes all its lanes at once, none can wait for one that waits for it.
 */
export async function inLanes<T>(lanes: readonly string[], task: () => Promise<T>): Promise<T> {
	const outcome = Promise.all(lanes.map((lane) => lastTasks.get(lane))).then(task);
	const end = outcome.then(
		() => undefined,
		() => undefined,
	);
	for (const lane of lanes) lastTasks.set(lane, end);
	try {
		return await outcome;
	} finally {
		for (const lane of lanes) if (lastTasks.get(lane) === end) lastTasks.delete(lane);
	}
}
