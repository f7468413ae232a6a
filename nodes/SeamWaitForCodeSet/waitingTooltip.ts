/**
 * What the editor says at a waiting node. It knows the parameters and no item; one that is an expression is not told.
 * The inner workflows have nodes of this type that only sleep.
 */
export const WAITING_TOOLTIP = `={{ ((given) => given.parkedWait
	? { sleep: "Sleeping until the next check; the output of Poll Codes says when", supervise: "Waiting for the sub-execution that checks the code" }[given.parkedWait] ?? "Waiting"
	: "Waiting until " + (given.readyWhen === "set" ? "the code opens the door" : "the lock is known to have the code") + ", at most until " + (
		[given.minutesBeforeStart, given.duration, given.giveUpAt].some((value) => String(value ?? "").startsWith("=")) ? "the time under Stop Waiting"
		: given.giveUp === "after_duration" ? given.duration + " " + given.durationUnit + " after the wait began"
		: given.giveUp === "at_time" ? given.giveUpAt
		: given.giveUp === "before_start" ? given.minutesBeforeStart + " minutes before the code starts"
		: "the time under Stop Waiting"
	) + ". The note in the sub-execution of this wait tells of the next check.")($parameter.toJSON()) }}`.replaceAll(
	/\s*\n\s*/g,
	' ',
);
